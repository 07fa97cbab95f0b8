/// The line of an entry in a list of sources, as far as a number may be put before it.
struct ListedLine {
  /// What goes before the entry: white space, marks of quotes, a bullet.
  let prefix: Range<Int>
  /// The bytes of the line after the prefix, without its end.
  let content: Range<Int>
  /// Whether the prefix ends in a bullet.
  let isItem: Bool

  /// The line of an offset; of a line that goes on an item, that of the item's bullet.
  /// Nil for rows of tables and for headings.
  init?(of offset: Int, in text: [UInt8]) {
    var line = ListedLine.line(of: offset, in: text)
    for _ in 0..<8 {
      let (prefix, isItem) = ListedLine.prefix(of: line, in: text)
      let isContinued = !isItem && prefix > line.lowerBound && line.lowerBound > 0
      guard isContinued else { break }
      let before = ListedLine.line(of: line.lowerBound - 1, in: text)
      guard text[before].contains(where: { !$0.isWhitespace }) else { break }
      line = before
    }
    let (end, isItem) = ListedLine.prefix(of: line, in: text)
    guard end < line.upperBound, text[end] != 0x7C, text[end] != 0x23 else { return nil }
    prefix = line.lowerBound..<end
    content = end..<line.upperBound
    self.isItem = isItem
  }

  private static func line(of offset: Int, in text: [UInt8]) -> Range<Int> {
    var start = offset
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    var end = offset
    while end < text.count, text[end] != 0x0A { end += 1 }
    if end > start, text[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// Where the content starts, and whether a bullet goes before it.
  private static func prefix(of line: Range<Int>, in text: [UInt8]) -> (end: Int, isItem: Bool) {
    var index = line.lowerBound
    var isItem = false
    while index < line.upperBound {
      switch text[index] {
      case 0x20, 0x09, 0x3E: index += 1
      case 0x2A, 0x2B, 0x2D:
        guard !isItem, index + 1 < line.upperBound, text[index + 1].isWhitespace else {
          return (index, isItem)
        }
        isItem = true
        index += 2
      default: return (index, isItem)
      }
    }
    return (index, isItem)
  }
}
