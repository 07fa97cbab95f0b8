/// Tells outlet, title and date out of an entry of a list of sources.
struct EntryNaming {
  private(set) var outlet: String?
  private(set) var title: String?
  private(set) var date: CalendarDate?

  init(_ entry: EntryText, of link: WebLink) {
    var fields = EntryFields()
    let suffix = fields.take(from: entry.suffix, of: link.url)
    let prefix = EntryNaming.withoutAccess(
      Sanitizer.prose(fields.take(from: entry.prefix, of: link.url)))
    fields.add(entry.notes, of: link.url)
    let before = EntryNaming.words(prefix)
    let isAddress = fields.callAddress && !entry.heading.isEmpty
    let words = isAddress ? nil : EntryNaming.words(entry.label)
    let label = words.flatMap { OutletName.listed($0, of: link.url) }
    if !entry.isNote, words == nil || label != nil,
      let quoted = QuotedTitle(EntryNaming.withoutNumber(prefix), of: link.url)
    {
      (title, outlet, date) = (quoted.title, label ?? quoted.outlet, quoted.date)
    } else if entry.number != nil, words == nil, let before {
      (title, outlet, date) = EntryNaming.titled(before, entry, link.url)
    } else if words == nil, let before, case let parts = EntryNaming.parted(before, link.url),
      let name = parts.outlet, OutletName.isKnown(name, for: link.url)
    {
      (title, outlet, date) = parts
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
      Sanitizer.prose(suffix), isTitled: words != nil && title == words, of: link.url)
    if !entry.heading.isEmpty { readHeading(entry.heading, of: link.url) }
    (title, outlet, date) = (fields.title ?? title, fields.outlet ?? outlet, fields.date ?? date)
    if let written = link.title { title = written }
    if let own = title, OutletName.isHost(own, of: link.url) { title = nil }
  }

  /// What stands above the line of a link: the outlet where it is like the host, else the title
  /// where the link has none, and the outlet behind a dash.
  private mutating func readHeading(_ heading: String, of url: SourceURL) {
    guard let words = EntryNaming.words(EntryNaming.withoutAccess(Sanitizer.prose(heading))) else {
      return
    }
    if let name = OutletName.listed(words, of: url), OutletName.isKnown(name, for: url) {
      outlet = outlet ?? name
    } else if title == nil {
      let parts = EntryNaming.parted(words, url)
      (title, outlet, date) = (parts.title, outlet ?? parts.outlet, date ?? parts.date)
    }
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
  ) -> (title: String?, outlet: String?, date: CalendarDate?) {
    // A title and a publisher may together look like a name: `Profits Rise - Reuters`.
    let parts = parted(before, url)
    if !entry.isStrong, parts.outlet != nil { return parts }
    if let name = OutletName.listed(before, of: url),
      entry.isStrong || OutletLikeness.holds(between: name, and: url)
    {
      return (nil, name, nil)
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

  /// `Title - Publisher`, where what stands behind the last dash is a name, with a date or without;
  /// `Publisher - Title` or `Publisher: Title`, where the name is that of the host.
  private static func parted(
    _ text: String, _ url: SourceURL
  ) -> (title: String, outlet: String?, date: CalendarDate?) {
    for dash in OutletInTitle.dashes where text.holds(dash) {
      let parts = text.split(separator: dash)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      let end = EntryNaming.published(last, url)
      if end.map({ OutletName.isKnown($0.outlet, for: url) }) != true,
        let name = EntryNaming.known(first, url)
      {
        return (parts.dropFirst().joined(separator: dash), name, nil)
      }
      guard let end else { continue }
      return (parts.dropLast().joined(separator: dash), end.outlet, end.date)
    }
    for colon in OutletInTitle.colons where text.holds(colon) {
      let parts = text.split(separator: colon, maxSplits: 1)
      // One word may be what the title is about: `Yeast: a short history`, at yeast.example.
      if parts.count == 2, let name = EntryNaming.known(parts[0], url),
        name.utf8.contains(0x20) || OutletName.isTold(name, for: url)
      {
        return (String(parts[1]), name, nil)
      }
    }
    return (text, nil, nil)
  }

  /// The name of the outlet before a title, where it is known.
  private static func known(_ text: Substring, _ url: SourceURL) -> String? {
    OutletName.listed(String(text), of: url).flatMap {
      OutletName.isKnown($0, for: url) ? $0 : nil
    }
  }

  /// `Reuters`, or `Reuters, 5 March 2025`.
  private static func published(
    _ text: Substring, _ url: SourceURL
  ) -> (outlet: String, date: CalendarDate?)? {
    if let outlet = OutletName.listed(String(text), of: url) { return (outlet, nil) }
    let parts = text.split(maxSplits: 1) { $0 == "," || $0 == "，" }
    guard parts.count == 2, text.utf8.count <= 80, let date = TextDate.first(in: String(parts[1])),
      let outlet = OutletName.listed(String(parts[0]), of: url)
    else { return nil }
    return (outlet, date)
  }

  /// The words of a prefix or label without marks and numbering; nil where it is an address.
  static func words(_ text: String) -> String? {
    let words = OutletName.trimmed(withoutNumber(text))
    let says = words.unicodeScalars.contains(where: \.isLetter) && !OutletName.isAddress(words)
    return says && !OutletName.isGeneric(words) ? words : nil
  }

  /// Without `[1]` or `1.` at the start.
  private static func withoutNumber(_ text: String) -> String {
    if text.utf8.first?.isLetter ?? true { return text }
    let rest = text.drop { $0.isWhitespace || $0 == "[" || $0 == "【" }
    let digits = rest.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 3 else { return text }
    let after = rest.dropFirst(digits.count)
    guard let mark = after.first, "].)】:、".contains(mark) else { return text }
    return String(after.dropFirst())
  }
}
