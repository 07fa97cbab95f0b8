/// What an entry of a list of sources says in fields: `Title: …`, `Publisher: …`, `Date: …` on lines
/// of their own, or the columns of a table.
struct EntryFields {
  private(set) var title: String?
  private(set) var outlet: String?
  private(set) var date: CalendarDate?
  /// Whether the link is called an address, so that its words are no title: `URL: [here](…)`.
  private(set) var callAddress = false

  /// The most bytes of the name of a field, with what goes before it on its line.
  private static let nameLimit = 40

  /// Takes over the value of a field, unless it has one.
  mutating func add(_ field: EntryField, _ value: String, of url: SourceURL) {
    let whole = Sanitizer.prose(value)
    let value = OutletName.trimmed(whole)
    if field == .address { callAddress = true }
    guard value.utf8.contains(where: { $0 >= 0x80 || $0.isLetter || $0.isDigit }) else { return }
    switch field {
    case .title: addTitle(value)
    case .outlet: if outlet == nil { outlet = OutletName.stated(value, of: url) }
    case .source:
      if addQuoted(whole, of: url) { return }
      let name = OutletName.listed(value, of: url)
      if outlet == nil { outlet = name }
      if name == nil { addTitle(value) }
    case .date: if date == nil { date = TextDate.first(in: value) }
    case .number, .address, .access: break
    }
  }

  /// Takes over `Reuters, "Tin rises" (Feb 7, 2025)`; false where no title is quoted.
  private mutating func addQuoted(_ value: String, of url: SourceURL) -> Bool {
    guard let quoted = QuotedTitle(value, of: url) else { return false }
    (title, outlet) = (title ?? quoted.title, outlet ?? quoted.outlet)
    date = date ?? quoted.date
    return true
  }

  private mutating func addTitle(_ value: String) {
    let isTitle = value.unicodeScalars.contains(where: \.isLetter) && !OutletName.isAddress(value)
    if title == nil, isTitle { title = value }
  }

  /// Takes over what stands beside a link.
  mutating func add(_ notes: [EntryNote], of url: SourceURL) {
    for note in notes {
      if let field = note.field {
        add(field, note.text, of: url)
      } else {
        _ = take(from: note.text, of: url)
      }
    }
  }

  /// Takes the fields out of the lines of a text; returns the rest.
  mutating func take(from text: String, of url: SourceURL) -> String {
    guard text.utf8.contains(where: { $0 == 0x3A || $0 == 0xEF }) else { return text }
    var rest: [String] = []
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      var open: (field: EntryField, value: String)?
      var before = ""
      for part in EntryFields.parts(Substring(line)) {
        if let field = EntryFields.field(part, of: url) {
          if let open { add(open.field, open.value, of: url) }
          open = field
        } else if open != nil {
          open?.value += part
        } else {
          before += part
        }
      }
      rest.append(EntryFields.withoutAddress(before))
      if let open { add(open.field, open.value, of: url) }
    }
    return rest.joined(separator: "\n")
  }

  /// The parts of a line that may be fields, each with the mark before it.
  private static func parts(_ line: Substring) -> [Substring] {
    let bytes = line.utf8
    guard bytes.contains(where: { $0 == 0x7C || $0 == 0x3B || $0 == 0xC2 || $0 == 0xE2 }) else {
      return [line]
    }
    var parts: [Substring] = []
    var start = bytes.startIndex
    var isAfterSpace = false
    for index in bytes.indices {
      let byte = bytes[index]
      let rest = bytes[index...]
      let isMark = byte == 0x3B || isAfterSpace && marks.contains { rest.starts(with: $0) }
      isAfterSpace = byte == 0x20
      guard isMark, index > start else { continue }
      parts.append(line[start..<index])
      start = index
    }
    return parts + [line[start...]]
  }

  /// What stands between two fields behind a space; a semicolon does without.
  private static let marks: [[UInt8]] = ["|", "·", "•"].map { Array($0.utf8) }

  /// The field that a part of a line is; none where its name is also that of the host.
  private static func field(
    _ part: Substring, of url: SourceURL
  ) -> (field: EntryField, value: String)? {
    let head = part.utf8.prefix(nameLimit + 1)
    guard let colon = head.indices.first(where: { isColon(head[$0...]) }) else { return nil }
    let name = OutletName.trimmed(String(part[..<colon]))
    guard let field = EntryField(named: name),
      !OutletLikeness.areSame(name, String(url.domain.prefix { $0 != "." }))
    else { return nil }
    return (field, String(part[colon...].dropFirst()))
  }

  /// Whether bytes start with a colon: `:` or `：`.
  private static func isColon(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
    bytes.first == 0x3A || bytes.starts(with: [0xEF, 0xBC, 0x9A])
  }

  /// Without what only announces the address at the end of a line: `Wheat rises. Available at:`.
  private static func withoutAddress(_ line: String) -> String {
    guard let last = line.utf8.last(where: { $0 != 0x20 }), last == 0x3A || last == 0x9A,
      let colon = line.lastIndex(where: { $0 == ":" || $0 == "：" }),
      line[colon...].dropFirst().allSatisfy(\.isWhitespace),
      let mark = line[..<colon].lastIndex(where: { ".,-–—([。，（".contains($0) }),
      case .address? = EntryField(named: String(line[line.index(after: mark)..<colon]))
    else { return line }
    return String(line[..<mark])
  }
}
