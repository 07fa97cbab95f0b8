import Cells

/// The words for the marks of a section, behind its whole heading and as it in as many lines as they
/// need.
struct HeadingWords {
  /// Some of them, so many lines below the last of the heading.
  struct Piece: Equatable {
    var line: Int
    var column: Int
    var text: String
  }

  private(set) var pieces: [Piece] = []

  /// Puts words behind a heading whose last line ends before a column, which leaves room for a comma.
  init(_ words: [String], after end: Int, width: Int) {
    guard !words.isEmpty else { return }
    var (line, column) = (0, end)
    if end > 0 { column = append(",", line, end) }
    for (index, word) in words.enumerated() {
      let text = word + (index < words.count - 1 ? "," : "")
      let gap = column > 0 ? " " : ""
      if column + DisplayWidth.of(gap + text) <= width {
        column = append(gap + text, line, column)
      } else {
        line += 1
        column = append(text, line, 0)
      }
    }
  }

  /// Lines that they take below the heading's own.
  var moreLines: Int { pieces.last?.line ?? 0 }

  private mutating func append(_ text: String, _ line: Int, _ column: Int) -> Int {
    pieces.append(Piece(line: line, column: column, text: text))
    return column + DisplayWidth.of(text)
  }
}
