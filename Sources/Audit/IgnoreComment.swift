import BriefModel

/// `<!-- broadsheet: ignore RULE, RULE -->`: a comment that silences rules at one place, or with
/// `ignore-file` in the whole file.
///
/// Beside other text it silences its own line; alone on its line, what follows it up to the next
/// blank line. It counts where Markdown sees a comment, so not in code; in the front matter, which
/// is YAML or TOML, it is written behind a `#`.
struct IgnoreComment {
  static let ruleName = "unused-ignore"

  /// The bytes of the comment.
  let range: Range<Int>
  /// What is ignored, with the bytes of each name.
  let names: [(name: String, range: Range<Int>)]
  /// Whether it silences them in the whole file.
  let isForFile: Bool
  /// What it asks for, where that is neither `ignore` nor `ignore-file`.
  let unknown: String?

  /// All comments of a manuscript that speak to the program, in the order of the file.
  static func all(in manuscript: Manuscript) -> [IgnoreComment] {
    manuscript.text.withUnsafeBufferPointer { text in
      frontMatterComments(text.slice(0..<manuscript.outline.start))
        + manuscript.outline.pieces.filter { $0.kind == .html }.flatMap { comments(text, $0.range) }
    }
  }

  /// The comments of front matter: from a `#` that starts a line or follows a space to the line's end.
  private static func frontMatterComments(_ bytes: Bytes) -> [IgnoreComment] {
    var comments: [IgnoreComment] = []
    var index = 0
    while let mark = bytes.firstIndex(of: 0x23, from: index) {
      index = mark + 1
      guard mark == 0 || bytes[mark - 1].isWhitespace else { continue }
      var end = bytes.firstIndex(of: 0x0A, from: mark) ?? bytes.count
      index = end
      while end > mark + 1, bytes[end - 1].isWhitespace { end -= 1 }
      if let comment = IgnoreComment(bytes, mark..<end, says: mark + 1..<end) {
        comments.append(comment)
      }
    }
    return comments
  }

  private static func comments(_ text: Bytes, _ piece: Range<Int>) -> [IgnoreComment] {
    var comments: [IgnoreComment] = []
    let bytes = text.slice(0..<piece.upperBound)
    var index = piece.lowerBound
    while let open = bytes.firstIndex(of: 0x3C, from: index) {
      index = open + 1
      guard bytes.has("<!--", at: open) else { continue }
      guard let end = end(bytes, from: open + 4) else { break }
      let words = open + 4..<end - 3
      if let comment = IgnoreComment(bytes, open..<end, says: words) { comments.append(comment) }
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

  /// Reads a comment with its marks, of which a part is words; nil where it does not speak to the
  /// program.
  private init?(_ bytes: Bytes, _ range: Range<Int>, says text: Range<Int>) {
    var words: [(name: String, range: Range<Int>)] = []
    var index = text.lowerBound
    let end = text.upperBound
    while index < end {
      let start = index
      while index < end, !bytes[index].isWhitespace, bytes[index] != 0x2C { index += 1 }
      if index > start {
        words.append((Sanitizer.line(bytes.slice(start..<index).text), start..<index))
      }
      index += 1
    }
    guard let verb = IgnoreComment.takeVerb(&words) else { return nil }
    self.range = range
    isForFile = verb == "ignore-file"
    let isKnown = isForFile || verb == "ignore"
    unknown = isKnown || verb.isEmpty ? nil : verb
    names = isKnown ? IgnoreComment.names(of: words) : []
  }

  /// The names of rules before the reason, which follows `--`, a dash, a colon or a bracket.
  private static func names(
    of words: [(name: String, range: Range<Int>)]
  ) -> [(name: String, range: Range<Int>)] {
    var names: [(name: String, range: Range<Int>)] = []
    for (word, range) in words {
      let end = ["--", "—", "–", ":", "("].compactMap { word.firstRange(of: $0)?.lowerBound }.min()
      let name = String(word[..<(end ?? word.endIndex)])
      if !name.isEmpty {
        names.append((name, range.lowerBound..<range.lowerBound + name.utf8.count))
      }
      if end != nil { break }
    }
    return names
  }

  /// Takes `broadsheet: ignore` from the words, also without a space or a colon; nil where
  /// something else is said to somebody else.
  private static func takeVerb(_ words: inout [(name: String, range: Range<Int>)]) -> String? {
    guard let first = words.first?.name.lowercased(), first.hasPrefix("broadsheet") else {
      return nil
    }
    let rest = first.dropFirst("broadsheet".count)
    words.removeFirst()
    if rest.isEmpty {
      guard let next = words.first?.name.lowercased(),
        next.hasPrefix(":") || next.hasPrefix("ignore")
      else { return nil }
      words.removeFirst()
      if next != ":" { return next.hasPrefix(":") ? String(next.dropFirst()) : next }
    } else {
      guard rest.hasPrefix(":") else { return nil }
      if rest.count > 1 { return String(rest.dropFirst()) }
    }
    return words.isEmpty ? "" : words.removeFirst().name.lowercased()
  }
}
