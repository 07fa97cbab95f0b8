import BriefModel

/// Links that are shown with their brackets.
enum LiteralLink {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let literal = manuscript.text.withUnsafeBufferPointer { text in
      manuscript.outline.pieces.flatMap { piece in
        piece.kind == .text ? remarks(piece.range, text) : []
      }
    }
    return literal + doubled(manuscript)
  }

  private static func remarks(_ range: Range<Int>, _ text: Bytes) -> [Remark] {
    let piece = text.slice(0..<range.upperBound)
    var remarks: [Remark] = []
    var index = range.lowerBound
    while let colon = piece.firstIndex(of: 0x3A, from: index) {
      index = colon + 1
      guard piece.has("://", at: colon), let start = schemeStart(piece, colon), start > 1 else {
        continue
      }
      if let reason = reason(text, address: start) { remarks.append(Remark(start..<index, reason)) }
    }
    return remarks
  }

  private static func schemeStart(_ text: Bytes, _ colon: Int) -> Int? {
    if text.has("https", at: colon - 5) { return colon - 5 }
    return text.has("http", at: colon - 4) ? colon - 4 : nil
  }

  /// What is wrong with the brackets before an address that is text.
  private static func reason(_ text: Bytes, address start: Int) -> String? {
    switch (text[start - 2], text[start - 1]) {
    case (0x5D, 0x28):
      return isClosed(text, start)
        ? "this is no link, as its address has a space in it or its brackets do not match; "
          + "write %20 for the space, or close the brackets"
        : "this is no link, as its address is never closed; add )"
    case (0x29, 0x5B):
      return "this is no link, as its brackets are the wrong way round; write [label](address)"
    case (0x5B, 0x28) where start > 3 && isWord(text[start - 3]):
      return "this is no link, as [ ends its label; write [label](address)"
    case (0x20, 0x28) where start > 2 && text[start - 3] == 0x5D && hasLetter(text, start - 4):
      return "this is no link, as a space parts label and address; remove the space"
    default: return nil
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80
  }

  /// Links that have another in the place of their address, `[label]([url](url))`, which lead where
  /// that one does.
  private static func doubled(_ manuscript: Manuscript) -> [Remark] {
    manuscript.text.withUnsafeBufferPointer { text in
      manuscript.brief.citations.compactMap { citation in
        guard citation.form == .link, hasLinkAsAddress(text.slice(citation.range)) else {
          return nil
        }
        return Remark(
          citation.range,
          "this link has another one in the place of its address; write [label](address)")
      }
    }
  }

  private static func hasLinkAsAddress(_ link: Bytes) -> Bool {
    var index = 0
    while let close = link.firstIndex(of: 0x5D, from: index) {
      if link.has("]([http", at: close) { return true }
      index = close + 1
    }
    return false
  }

  private static func isClosed(_ text: Bytes, _ start: Int) -> Bool {
    var index = start
    while index < min(text.count, start + SourceURL.lengthLimit), text[index] != 0x0A {
      if text[index] == 0x29 { return true }
      index += 1
    }
    return false
  }

  /// Whether the label that ends at an index is more than a number.
  private static func hasLetter(_ text: Bytes, _ end: Int) -> Bool {
    var index = end
    while index >= 0, end - index < 200, text[index] != 0x5B, text[index] != 0x0A {
      if text[index].isLetter || text[index] >= 0x80 { return true }
      index -= 1
    }
    return false
  }
}
