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
  /// Each has the room of the longest that may come to stand in its place, so that none of those
  /// takes another line.
  init(_ words: [String], longest: [String], after end: Int, width: Int) {
    guard !words.isEmpty else { return }
    var (line, column, kept) = (0, end, end)
    func append(_ text: String, _ room: String) {
      pieces.append(Piece(line: line, column: column, text: text))
      column += DisplayWidth.of(text)
      kept += DisplayWidth.of(room)
    }
    if end > 0 { append(",", ",") }
    for (index, (word, longest)) in zip(words, longest).enumerated() {
      let comma = index < words.count - 1 ? "," : ""
      let gap = column > 0 ? " " : ""
      if kept + DisplayWidth.of(gap + longest + comma) <= width {
        append(gap + word + comma, gap + longest + comma)
      } else {
        (line, column, kept) = (line + 1, 0, 0)
        append(word + comma, longest + comma)
      }
    }
  }

  /// Lines that they take below the heading's own.
  var moreLines: Int { pieces.last?.line ?? 0 }
}
