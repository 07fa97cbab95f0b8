/// Tells outlet, title and date out of an entry of a list of sources.
struct EntryNaming {
  private(set) var outlet: String?
  private(set) var title: String?
  private(set) var date: CalendarDate?

  init(_ entry: EntryText, of link: WebLink) {
    let prefix = EntryNaming.withoutAccess(Sanitizer.prose(entry.prefix))
    let before = EntryNaming.words(prefix)
    let words = EntryNaming.words(entry.label)
    let label = words.flatMap { OutletName.listed($0, of: link.url) }
    if !entry.isNote, words == nil || label != nil,
      let quoted = QuotedTitle(EntryNaming.withoutNumber(prefix), of: link.url)
    {
      (title, outlet, date) = (quoted.title, label ?? quoted.outlet, quoted.date)
    } else if entry.number != nil, words == nil, let before {
      (title, outlet) = EntryNaming.titled(before, entry, link.url)
    } else {
      outlet =
        before.flatMap { OutletName.listed($0, of: link.url) }
        ?? words.flatMap { OutletName.cited($0, of: link.url)?.name }
      title = [words, entry.isNote ? nil : before].lazy.compactMap { $0 }.first { $0 != outlet }
    }
    if outlet == nil, entry.number != nil || entry.isNote {
      outlet = OutletName.digits(entry.label, of: link.url, number: entry.number)
    }
    readSuffix(
      Sanitizer.prose(entry.suffix), isTitled: words != nil && title == words, of: link.url)
    let field = TitleField.read(entry.suffix) ?? TitleField.read(entry.prefix)
    if words == nil, let field { title = field }
    if let written = link.title { title = written }
    if let own = title, OutletName.isHost(own, of: link.url) { title = nil }
  }

  /// `— Reuters, 2026-10-09` behind a titled link; `"Title"` or `- Title` behind an address.
  private mutating func readSuffix(_ suffix: String, isTitled: Bool, of url: SourceURL) {
    let trimmed = suffix.drop(while: \.isWhitespace)
    guard let mark = trimmed.first else { return }
    if mark == "\"" || mark == "'", title == nil {
      title = EntryNaming.words(String(trimmed.dropFirst().prefix { $0 != mark }))
      return
    }
    let rest = String(trimmed.dropFirst())
    let stated = EntryNaming.date(in: rest, after: mark)
    if date == nil { date = stated }
    guard isTitled && stated != nil || ["(", "（", "—", "–", "-", "|", "·", ":", "："].contains(mark)
    else { return }
    guard isTitled else {
      if title == nil { title = EntryNaming.words(rest) }
      return
    }
    let parts = rest.split { $0 == "," || $0 == "，" || $0 == "(" || $0 == "·" || $0 == "|" }
    guard let first = parts.first, rest.utf8.count <= 120 else { return }
    if TextDate.first(in: String(first)) == nil {
      outlet =
        OutletName.listed(String(first), of: url)
        ?? OutletName.digits(String(first), of: url, number: nil) ?? outlet
    }
    date = TextDate.first(in: rest) ?? date
  }

  /// The date behind a link that is neither that of an access nor in a sentence: `, 12 March 2025`.
  private static func date(in suffix: String, after mark: Character) -> CalendarDate? {
    guard mark == "," || mark == "(", suffix.utf8.count <= 80,
      !accessWords.contains(where: { suffix.lowercased().contains($0) })
    else { return nil }
    return TextDate.first(in: suffix)
  }

  private static let accessWords = ["accessed", "retrieved", "visited"]

  /// What the text before the address of a numbered entry is: its title, unless it is bold or like
  /// the host, and a name.
  private static func titled(
    _ before: String, _ entry: EntryText, _ url: SourceURL
  ) -> (title: String?, outlet: String?) {
    // A title and a publisher may together look like a name: `Profits Rise - Reuters`.
    let parts = parted(before, url)
    if !entry.isStrong, parts.outlet != nil { return parts }
    if let name = OutletName.listed(before, of: url),
      entry.isStrong || OutletLikeness.holds(between: name, and: url)
    {
      return (nil, name)
    }
    return parts
  }

  /// Without `, accessed June 1, 2025,` at the end.
  private static func withoutAccess(_ prefix: String) -> String {
    for word in [", accessed ", ", Accessed ", ". Accessed "] where prefix.holds(word) {
      let parts = prefix.split(separator: word, omittingEmptySubsequences: false)
      return parts.dropLast().joined(separator: word)
    }
    return prefix
  }

  /// `Title - Publisher`, where what stands behind the last dash is a name.
  private static func parted(_ text: String, _ url: SourceURL) -> (title: String, outlet: String?) {
    for dash in [" - ", " – ", " — ", " | "] where text.holds(dash) {
      let parts = text.split(separator: dash)
      guard parts.count > 1, let last = parts.last,
        let outlet = OutletName.listed(String(last), of: url)
      else { continue }
      return (parts.dropLast().joined(separator: dash), outlet)
    }
    return (text, nil)
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
}
