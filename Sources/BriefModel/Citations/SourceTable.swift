/// The sources of a brief while they are gathered, joined by their canonical URL.
struct SourceTable {
  /// What is known of one source so far.
  private struct Entry {
    let url: SourceURL
    var isListed = false
    var isCited = false
    var listName: String?
    var citedName: String?
    var title: String?
  }

  private var entries: [Entry] = []
  private var places: [String: Int] = [:]
  /// Places in the order of first citation.
  private var cited: [Int] = []

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
    if entries[place].citedName == nil {
      entries[place].citedName = OutletName.name(in: label, of: link.url)
    }
  }

  /// Takes note of an entry of the list of sources: the text before its link, and its label.
  mutating func list(_ link: WebLink, prefix: String, label: String) {
    let place = place(of: link)
    entries[place].isListed = true
    let words = SourceTable.words(prefix, label, link)
    if entries[place].listName == nil {
      entries[place].listName =
        words.lazy.compactMap { OutletName.name(in: $0, of: link.url) }.first
    }
    guard entries[place].title == nil else { return }
    entries[place].title =
      link.title ?? words.first { OutletName.name(in: $0, of: link.url) == nil }
  }

  /// Prefix and label without marks and numbering, where they say more than the address.
  private static func words(_ prefix: String, _ label: String, _ link: WebLink) -> [String] {
    [prefix, label].map { OutletName.trimmed(withoutNumber($0)) }.filter {
      $0.contains(where: \.isLetter) && !$0.contains("://")
    }
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
    let sources = order.enumerated().map { number, place in
      let entry = entries[place]
      index[entry.url.canonical] = number
      return Source(
        number: number + 1, url: entry.url,
        outlet: entry.listName ?? entry.citedName ?? entry.url.host, title: entry.title,
        date: URLDate.date(of: entry.url, today: today), isListed: entry.isListed)
    }
    return (sources, index)
  }
}
