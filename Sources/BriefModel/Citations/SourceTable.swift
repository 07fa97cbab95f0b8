/// The sources of a brief while they are gathered, joined by their canonical URL.
struct SourceTable {
  /// What is known of one source so far.
  private struct Entry {
    let url: SourceURL
    var isCited = false
    var listName: String?
    var citedName: String?
    var title: String?
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]
  /// Places in the order of first citation.
  private var cited: [Int] = []
  private var votes = OutletVotes()

  /// The place of a link's source; a new one for an address not seen before.
  private mutating func place(of link: WebLink) -> Int {
    if let place = places[link.url.canonical] { return place }
    places[link.url.canonical] = entries.count
    entries.append(Entry(url: link.url))
    return entries.count - 1
  }

  /// Takes note of a citation with its label.
  mutating func cite(_ link: WebLink, label: String) {
    let place = place(of: link)
    if !entries[place].isCited {
      entries[place].isCited = true
      cited.append(place)
    }
    if entries[place].title == nil { entries[place].title = link.title }
    let name = votes.cast(label, for: link.url)
    if entries[place].citedName == nil { entries[place].citedName = name?.name }
  }

  /// Takes note of an entry of the list of sources: the text before its link, and its label.
  mutating func list(_ link: WebLink, prefix: String, label: String) {
    let place = place(of: link)
    let before = SourceTable.words(prefix)
    let words = SourceTable.words(label)
    let name =
      before.flatMap { OutletName.listed($0, of: link.url) }
      ?? words.flatMap { OutletName.cited($0, of: link.url)?.name }
    if let name { _ = votes.cast(name, for: link.url) }
    if entries[place].listName == nil { entries[place].listName = name }
    if entries[place].title == nil {
      entries[place].title =
        link.title ?? [words, before].lazy.compactMap { $0 }.first { $0 != name }
    }
  }

  /// The words of a prefix or label without marks and numbering; nil where it is an address.
  private static func words(_ text: String) -> String? {
    let words = OutletName.trimmed(withoutNumber(text))
    let says = words.unicodeScalars.contains(where: \.isLetter) && !OutletName.isAddress(words)
    return says && !OutletName.isGeneric(words) ? words : nil
  }

  /// Without `[1]` or `1.` at the start.
  private static func withoutNumber(_ text: String) -> String {
    let rest = text.drop { $0.isWhitespace || $0 == "[" || $0 == "【" }
    let digits = rest.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 3 else { return text }
    let after = rest.dropFirst(digits.count)
    guard let mark = after.first, "].)】:、".contains(mark) else { return text }
    return String(after.dropFirst())
  }

  /// All sources, numbered, and for each canonical URL its index in them.
  func finished(today: CalendarDate) -> (sources: [Source], index: [String: Int]) {
    let order = cited + entries.indices.filter { !entries[$0].isCited }
    var index: [String: Int] = [:]
    let names = votes.counted()
    let sources = order.enumerated().map { number, place in
      let entry = entries[place]
      index[entry.url.canonical] = number
      return Source(
        number: number + 1, url: entry.url,
        outlet: SourceTable.outlet(of: entry, names[entry.url.host]), title: entry.title,
        date: URLDate.date(of: entry.url, today: today))
    }
    return (sources, index)
  }

  /// Who published a source: the label in the list; the name that is used most for its host; the
  /// table of outlets; a name that is less certain; the registrable domain.
  ///
  /// Behind a host that hides the outlet there are many, so that only the source's own label counts.
  private static func outlet(of entry: Entry, _ vote: OutletVotes.Vote?) -> String {
    if let name = entry.listName { return name }
    if OutletName.hides(entry.url) {
      let known = entry.citedName ?? OutletTable.row(of: entry.url)?.name ?? entry.url.host
      return OutletTable.row(host: known)?.name ?? known
    }
    if let vote, vote.name.isCertain { return vote.name.name }
    if let row = OutletTable.row(of: entry.url) { return row.name }
    if let name = entry.citedName { return name }
    if let vote, vote.count > 1 { return vote.name.name }
    return OutletTable.unnamed(entry.url)
  }
}
