/// Digits that stand in the text without brackets.
extension MarkScanner {
  func digits(at start: Int) -> Found? {
    guard start > 0 else { return nil }
    if text[start - 1] == 0x6E { return turn(at: start) }
    guard GluedDigits.mayPrecede(text[start - 1]) else { return nil }
    return GluedDigits.read(text, at: start, to: end)
  }

  /// `citeturn0search1` without the characters that would hide it.
  private func turn(at start: Int) -> Found? {
    guard text.has("turn", at: start - 4) else { return nil }
    var index = start
    while index < end, text[index].isDigit { index += 1 }
    let word = index
    while index < end, text[index].isLetter { index += 1 }
    guard index > word, index < end, text[index].isDigit else { return nil }
    while index < end, text[index].isDigit || text[index].isLetter { index += 1 }
    var first = start - 4
    if text.has("cite", at: first - 4) { first -= 4 }
    guard first == 0 || !text[first - 1].isDigit else { return nil }
    return [(.leak, first..<index)]
  }

  /// `¹`, `¹²`, `¹,²`.
  func superscripts(at start: Int) -> Found? {
    var parts: Found = []
    var index = start
    while let (number, close) = superscript(from: index) {
      parts.append((.superscript(number), (parts.last?.range.upperBound ?? start)..<close))
      index = close
      if text.has(",", at: index) { index += 1 } else if text.has("˒", at: index) { index += 2 }
      guard index > close else { break }
    }
    return parts.isEmpty ? nil : parts
  }

  private func superscript(from start: Int) -> (Int, Int)? {
    var index = start
    var value = 0
    while index < end, let (digit, length) = superscriptDigit(index) {
      guard value < 100 else { return nil }
      value = value * 10 + digit
      index += length
    }
    return index > start ? (value, index) : nil
  }

  private func superscriptDigit(_ index: Int) -> (Int, Int)? {
    if index + 2 <= end, text[index] == 0xC2 {
      switch text[index + 1] {
      case 0xB9: return (1, 2)
      case 0xB2: return (2, 2)
      case 0xB3: return (3, 2)
      default: return nil
      }
    }
    guard index + 3 <= end, text[index] == 0xE2, text[index + 1] == 0x81 else { return nil }
    let last = text[index + 2]
    return last == 0xB0 || (0xB4...0xB9).contains(last) ? (Int(last) - 0xB0, 3) : nil
  }
}
