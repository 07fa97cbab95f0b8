import BriefModel

/// `<!-- broadsheet: ignore RULE, RULE -->`: a comment that silences rules at one place.
///
/// Beside other text it silences its own line; alone on its line, what follows it up to the next
/// blank line. It counts where Markdown sees a comment, so not in code.
struct IgnoreComment {
  static let ruleName = "unused-ignore"

  /// The bytes of the comment.
  let range: Range<Int>
  /// What is ignored, with the bytes of each name.
  let names: [(name: String, range: Range<Int>)]

  /// All comments of a manuscript that speak to the program, in the order of the file.
  static func all(in manuscript: Manuscript) -> [IgnoreComment] {
    manuscript.text.withUnsafeBufferPointer { text in
      manuscript.outline.pieces.filter { $0.kind == .html }.flatMap { comments(text, $0.range) }
    }
  }

  private static func comments(_ text: Bytes, _ piece: Range<Int>) -> [IgnoreComment] {
    var comments: [IgnoreComment] = []
    let bytes = text.slice(0..<piece.upperBound)
    var index = piece.lowerBound
    while let open = bytes.firstIndex(of: 0x3C, from: index) {
      index = open + 1
      guard bytes.has("<!--", at: open) else { continue }
      guard let end = end(bytes, from: open + 4) else { break }
      if let comment = IgnoreComment(bytes, open..<end) { comments.append(comment) }
      index = end
    }
    return comments
  }

  private static func end(_ bytes: Bytes, from start: Int) -> Int? {
    var index = start
    while let dash = bytes.firstIndex(of: 0x2D, from: index) {
      if bytes.has("-->", at: dash) { return dash + 3 }
      index = dash + 1
    }
    return nil
  }

  /// Reads a comment with its marks; nil where it does not speak to the program.
  private init?(_ bytes: Bytes, _ range: Range<Int>) {
    var words: [(name: String, range: Range<Int>)] = []
    var index = range.lowerBound + 4
    let end = range.upperBound - 3
    while index < end {
      let start = index
      while index < end, !bytes[index].isWhitespace, bytes[index] != 0x2C { index += 1 }
      if index > start {
        words.append((Sanitizer.line(bytes.slice(start..<index).text), start..<index))
      }
      index += 1
    }
    guard words.first?.name == "broadsheet:" else { return nil }
    self.range = range
    names = words.count > 1 && words[1].name == "ignore" ? Array(words.dropFirst(2)) : []
  }
}
