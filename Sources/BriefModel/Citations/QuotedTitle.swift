/// Takes text apart that quotes a title: `"Title", Reuters, 12 March 2025,` or `Reuters. "Title".`
///
/// What stands beside the title is parted by commas, stops, dashes and brackets; a part that is a
/// date is the date, and one that is a name the outlet. What goes before the title may name people,
/// and is an outlet only where it is one part and nothing after the title is a name. A quote within
/// a headline is no title: `The "Wind" Rises`.
struct QuotedTitle {
  let title: String
  private(set) var outlet: String?
  private(set) var date: CalendarDate?

  /// The most bytes that may stand beside a title, so that no sentence is taken apart that quotes.
  private static let besideLimit = 120
  private static let pairs: [(opening: Unicode.Scalar, closing: Unicode.Scalar)] = [
    ("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("『", "』"), ("《", "》"),
  ]

  /// A date may be parted by its comma: `March 12`, `2025`.
  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Nil for text without a quoted title.
  init?(_ text: String, of url: SourceURL) {
    let scalars = text.unicodeScalars
    guard let open = scalars.firstIndex(where: { QuotedTitle.closing(of: $0) != nil }),
      let mark = QuotedTitle.closing(of: scalars[open]),
      let close = scalars[open...].dropFirst().firstIndex(of: mark)
    else { return nil }
    let before = String(scalars[..<open])
    let after = String(scalars[close...].dropFirst())
    let quoted = String(scalars[scalars.index(after: open)..<close])
    title = OutletName.trimmed(quoted)
    guard title.unicodeScalars.contains(where: \.isLetter),
      QuotedTitle.isOver(before) || QuotedTitle.isName(before, after, of: url),
      QuotedTitle.isOver(quoted) || QuotedTitle.startsAnew(after),
      before.utf8.count + after.utf8.count <= QuotedTitle.besideLimit
    else { return nil }
    let first = QuotedTitle.parts(before)
    let last = QuotedTitle.parts(after)
    date = last.isEmpty && first.isEmpty ? nil : TextDate.first(in: after + " " + before)
    outlet = QuotedTitle.name(in: last, of: url)
    if outlet == nil { outlet = QuotedTitle.name(in: first.count == 1 ? first : [], of: url) }
  }

  /// Whether what comes next is apart from a text: there is none, or a mark ends it.
  private static func isOver(_ text: String) -> Bool {
    let last = text.unicodeScalars.last { $0 != " " }
    return last.map { !$0.isLetter && $0.properties.numericType == nil } ?? true
  }

  /// Whether a title that nothing goes on after stands right behind a name: `財經網《銅價》`.
  private static func isName(_ before: String, _ after: String, of url: SourceURL) -> Bool {
    guard !after.unicodeScalars.contains(where: \.isLetter),
      let name = OutletName.listed(before, of: url)
    else { return false }
    return name.isWide || OutletName.isKnown(name, for: url)
  }

  /// Whether a text starts with a mark.
  private static func startsAnew(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { $0 != " " }
    return first.map { !$0.isLetter } ?? true
  }

  private static func closing(of opening: Unicode.Scalar) -> Unicode.Scalar? {
    pairs.first { $0.opening == opening }?.closing
  }

  /// The parts of what stands beside a title, dates and the like among them.
  private static func parts(_ text: String) -> [String] {
    let marks: Set<Character> = [",", ";", "(", ")", "|", "·", "—", "–", "，", "。", "、", "（", "）"]
    var parts: [String] = []
    for piece in text.split(whereSeparator: { marks.contains($0) }) {
      for part in piece.split(separator: ". ") {
        let trimmed = OutletName.trimmed(String(part))
        if !trimmed.isEmpty { parts.append(trimmed) }
      }
    }
    return parts
  }

  private static func name(in parts: [String], of url: SourceURL) -> String? {
    let names = parts.lazy.filter {
      TextDate.first(in: $0) == nil && $0.unicodeScalars.contains(where: \.isLetter)
        && !($0.utf8.contains(where: \.isDigit)
          && months.contains(String($0.prefix(3)).lowercased()))
    }
    return names.compactMap { OutletName.listed($0, of: url) }.first
  }
}
