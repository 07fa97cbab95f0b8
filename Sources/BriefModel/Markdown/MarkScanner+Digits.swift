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
}
