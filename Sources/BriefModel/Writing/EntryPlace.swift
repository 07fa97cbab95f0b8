/// The place of an entry of a brief's own list that is to get a number or a name.
struct EntryPlace {
  enum Kind {
    /// An item of a list of bullets.
    case item
    /// A definition of a footnote.
    case note
    /// A line of a paragraph, or all of it.
    case line
  }

  let kind: Kind
  /// An index into `Brief.sources`.
  let source: Int
  /// From the start of its line to the end of its text, without the end of that line.
  let range: Range<Int>
  /// What gives way to a number or a name: the bullet, the name of a definition; empty in a line.
  let head: Range<Int>
  /// Whether it has further lines.
  let goesOn: Bool

  /// The place of an entry that starts on a line; of a definition its first line.
  init(_ kind: Kind, source: Int, head: Range<Int>, from start: Int, in text: [UInt8]) {
    self.kind = kind
    self.source = source
    self.head = head
    let first = EntryPlace.lineEnd(head.upperBound, text)
    let end = kind == .line ? first : EntryPlace.end(after: first, kind, from: start, text)
    goesOn = end > first
    range = start..<end
  }

  /// The bytes between the start of its line and what gives way.
  var indent: Range<Int> { range.lowerBound..<head.lowerBound }

  private static func lineEnd(_ start: Int, _ text: [UInt8]) -> Int {
    let end = text[start...].firstIndex(of: 0x0A) ?? text.count
    return end > start && text[end - 1] == 0x0D ? end - 1 : end
  }

  /// The end of the lines that go on behind the first: those that are indented more, of a definition
  /// also such behind an empty line.
  private static func end(after first: Int, _ kind: Kind, from start: Int, _ text: [UInt8]) -> Int {
    let indent = text[start...].prefix { $0 == 0x20 || $0 == 0x3E }.count
    var end = first
    var line = end
    while let next = text[line...].firstIndex(of: 0x0A).map({ $0 + 1 }), next < text.count {
      let lineEnd = lineEnd(next, text)
      let content = text[next..<lineEnd].prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
      if content.endIndex == lineEnd {
        guard kind == .note else { break }
      } else {
        let isIndented = content.count > indent || content.contains(0x09)
        guard isIndented, line == end || content.count >= indent + 4 else { break }
        end = lineEnd
      }
      line = lineEnd
    }
    return end
  }
}
