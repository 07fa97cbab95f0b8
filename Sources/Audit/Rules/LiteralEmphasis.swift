import BriefModel

/// `**` that marks nothing and is shown.
enum LiteralEmphasis {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    var block = -1
    return manuscript.text.withUnsafeBufferPointer { text in
      manuscript.outline.pieces.compactMap { piece -> Remark? in
        guard piece.kind == .text, piece.block != block,
          let (place, reason) = first(in: piece.range, of: text)
        else { return nil }
        block = piece.block  // one in a block: the others follow from it
        return Remark(place, reason)
      }
    }
  }

  private static func first(
    in range: Range<Int>, of text: Bytes
  ) -> (place: Range<Int>, reason: String)? {
    let piece = text.slice(0..<range.upperBound)
    var index = range.lowerBound
    while let start = piece.firstIndex(of: 0x2A, from: index) {
      var end = start + 1
      while end < range.upperBound, piece[end] == 0x2A { end += 1 }
      index = end
      guard end - start == 2, let reason = reason(text, start..<end) else { continue }
      return (start..<end, reason)
    }
    return nil
  }

  /// What is wrong with two asterisks that are shown; nil where they may be meant as such.
  private static func reason(_ text: Bytes, _ mark: Range<Int>) -> String? {
    let before = mark.lowerBound > 0 ? text[mark.lowerBound - 1] : 0x0A
    let after = mark.upperBound < text.count ? text[mark.upperBound] : 0x0A
    guard before != 0x5C else { return nil }
    let opens = isWord(after) || after == 0x5B || after == 0x22
    let closes =
      isWord(before) || [0x21, 0x22, 0x29, 0x2C, 0x2E, 0x3A, 0x3F, 0x5D].contains(before)
    switch (opens, closes) {
    case (true, false):
      return before == 0x28 || before == 0x2C || isKeyword(text, mark.upperBound)
        ? nil : "these ** open bold text that is never closed; close it, or remove them"
    case (false, true) where after.isWhitespace || [0x2C, 0x2E, 0x29, 0x3A, 0x3B].contains(after):
      return "these ** close bold text that was never opened; open it, or remove them"
    case (true, true), (false, true), (false, false): return nil
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }

  /// Arguments of Python, as in `**kwargs`.
  private static func isKeyword(_ text: Bytes, _ index: Int) -> Bool {
    ["kwargs", "args", "opt", "extra"].contains { (word: StaticString) in text.has(word, at: index)
    }
  }
}
