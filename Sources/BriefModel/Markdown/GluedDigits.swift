/// Tells the numbers of works cited that stick to the end of a sentence from decimals, versions and
/// numbered things: `capital.3` is one, `Windows 3.1`, `No.1` and `1,000` are none.
enum GluedDigits {
  /// Whether digits after this byte may be such a number.
  static func mayPrecede(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x21, 0x3F, 0x2C, 0x29, 0x22, 0x27, 0x82, 0x81, 0x9F, 0x9D, 0x99: true
    default: false
    }
  }

  /// The numbers that start at an index, of a text that ends at `end`.
  static func read(_ text: Bytes, at start: Int, to end: Int) -> MarkScanner.Found? {
    guard endsSentence(text, before: start) else { return nil }
    var parts: MarkScanner.Found = []
    var index = start
    while let (number, close) = NumberGroup.number(text, from: index, to: end) {
      parts.append((.digits(number), (parts.last?.range.upperBound ?? start)..<close))
      guard text.has(",", at: close), close + 1 < end, text[close + 1].isDigit else { break }
      index = close + 1
    }
    guard let last = parts.last,
      number(
        text, mayEndAt: last.range.upperBound, end, isAfterComma: text[start - 1] == 0x2C)
    else {
      return nil
    }
    return parts
  }

  private static func number(
    _ text: Bytes, mayEndAt index: Int, _ end: Int, isAfterComma: Bool
  ) -> Bool {
    guard index < end else { return true }
    switch text[index] {
    case 0x20: return isAfterComma || startsSentence(text, after: index, end)
    case 0x0A, 0x29, 0x22, 0x5D: return true
    case 0x2C, 0x2E, 0x3B, 0x3A: return index + 1 >= end || text[index + 1] == 0x20
    default: return text.has("”", at: index) || text.has("—", at: index)
    }
  }

  /// Whether what follows the spaces may start a sentence: `paid.5 million` is a decimal, and
  /// `July.4 was` a day.
  private static func startsSentence(_ text: Bytes, after space: Int, _ end: Int) -> Bool {
    var index = space
    while index < end, text[index] == 0x20 { index += 1 }
    return index >= end || !(0x61...0x7A).contains(text[index])
  }

  /// Whether a word, and a stop with or without closing marks, go before.
  private static func endsSentence(_ text: Bytes, before start: Int) -> Bool {
    var index = start
    var stops = 0
    while index > 0, start - index < 12 {
      if let (length, isStop) = mark(text, before: index) {
        index -= length
        if isStop { stops += 1 }
      } else {
        break
      }
    }
    guard stops == 1, index > 0 else { return false }
    if text[index - 1] >= 0x80 || text[index - 1] == 0x25 { return true }
    return text[index - 1].isLetter && isWord(text, endingAt: index)
  }

  /// How far back the word before digits is looked at.
  private static let wordReach = 64

  /// Whether digits that end a cell of a table are part of a version, `v0.35.0-preview.1`: what
  /// stands before their dot is no sentence, as the word has a digit, or is all of the cell. `start` is
  /// where the cell's text starts, nil where more stands before it.
  static func isVersion(_ text: Bytes, at digits: Int, from start: Int?) -> Bool {
    guard digits > 1, text[digits - 1] == 0x2E else { return false }
    var index = digits - 1
    while index > 0, digits - index < wordReach, !text[index - 1].isWhitespace {
      index -= 1
      if text[index].isDigit { return true }
    }
    return index == start
  }

  /// The length of the stop or closing mark before an index, and whether it is a stop.
  private static func mark(_ text: Bytes, before index: Int) -> (Int, Bool)? {
    switch text[index - 1] {
    case 0x2E, 0x21, 0x3F, 0x2C: return (1, true)
    case 0x29, 0x22, 0x27: return (1, false)
    default: break
    }
    if ["。", "！", "？"].contains(where: { text.has($0, at: index - 3) }) { return (3, true) }
    if ["”", "’"].contains(where: { text.has($0, at: index - 3) }) { return (3, false) }
    return nil
  }

  /// Whether the letters before an index are a word and not the short form of one that numbers.
  private static func isWord(_ text: Bytes, endingAt end: Int) -> Bool {
    var start = end
    while start > 0, text[start - 1].isLetter, end - start < 8 { start -= 1 }
    guard end - start > 2 else { return false }
    // A comma within a sentence stands after a small word: `On Monday,12 May` has none.
    if text[end] == 0x2C, text[start] < 0x61 { return false }
    if start > 0, text[start - 1] == 0x2E || text[start - 1].isDigit { return false }
    let word = String(decoding: text[start..<end].map(\.lowered), as: UTF8.self)
    return !abbreviations.contains(word)
  }

  private static let abbreviations: Set<String> = [
    "app", "approx", "apr", "art", "aug", "ave", "blvd", "capt", "chap", "chapter", "col", "corp",
    "dec", "eqn", "est", "etc", "exod", "exp", "feb", "fig", "figs", "file", "fol", "gen", "inc",
    "index", "item", "jan", "jul", "jun", "lit", "luke", "mar", "matt", "max", "min", "nos", "nov",
    "num", "oct", "page", "par", "para", "prof", "ref", "refs", "release", "rev", "sec", "sect",
    "section", "sep", "sept", "step", "tab", "tel", "ver", "vol", "vols",
  ]
}
