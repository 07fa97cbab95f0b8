/// Raised numbers.
extension MarkScanner {
  /// `¹`, `¹²`, `¹,²`, `¹⁻³`, `⁽¹⁾`; a raised sign, which belongs to a number or an ion, makes text
  /// of all of it.
  func superscripts(at start: Int) -> Found? {
    guard !continuesRaised(before: start) else { return nil }
    let isBracketed = text.has("⁽", at: start)
    let first = isBracketed ? start + 3 : start
    guard first < end, let (parts, close) = raisedParts(from: first) else { return nil }
    if isBracketed {
      return text.has("⁾", at: close) ? MarkScanner.sharing(start..<close + 3, parts) : nil
    }
    return isRaisedSign(at: close) ? nil : parts
  }

  /// The numbers from an index on, and the offset after them; nil for a range that counts down.
  private func raisedParts(from start: Int) -> (Found, end: Int)? {
    var parts: Found = []
    var index = start
    var close = start
    var rangeStart: Int?
    while let (number, next) = superscript(from: index) {
      if let first = rangeStart {
        guard number > first, number - first < NumberGroup.rangeLimit else { return nil }
        for between in first + 1..<number {
          parts.append((.superscript(between), close..<index))
          close = index
        }
      }
      parts.append((.superscript(number), close..<next))
      close = next
      guard let (length, isDash) = raisedSeparator(at: close), rangeStart == nil || !isDash else {
        break
      }
      index = close + length
      rangeStart = isDash ? number : nil
    }
    return parts.isEmpty ? nil : (parts, close)
  }

  private func raisedSeparator(at index: Int) -> (length: Int, isDash: Bool)? {
    if text.has(",", at: index) { return (1, false) }
    if text.has("˒", at: index) { return (2, false) }
    if text.has("⁻", at: index) { return (3, true) }
    return NumberGroup.dash(text, at: index).map { ($0, true) }
  }

  /// `⁻` or `⁺`.
  private func isRaisedSign(at index: Int) -> Bool {
    text.has("⁻", at: index) || text.has("⁺", at: index)
  }

  /// Whether a raised digit, sign or bracket before an index was read with what follows it.
  private func continuesRaised(before index: Int) -> Bool {
    if index >= 2, text[index - 2] == 0xC2, superscriptDigit(index - 2) != nil { return true }
    guard index >= 3, text[index - 3] == 0xE2 else { return false }
    return superscriptDigit(index - 3) != nil || isRaisedSign(at: index - 3)
      || text.has("⁽", at: index - 3)
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

  /// `^1^`, `^1,2^`, `^[1]^`: what some dialects of Markdown raise.
  func carets(at start: Int) -> Found? {
    let limit = min(end, start + 24)
    guard let last = text.slice(0..<limit).firstIndex(of: 0x5E, from: start + 1), last > start + 1
    else { return nil }
    let whole = start..<last + 1
    if text[start + 1] == 0x5B, text[last - 1] == 0x5D, start + 2 < last - 1 {
      return numbers(text, inner: start + 2..<last - 1, whole: whole)
    }
    guard let parts = NumberGroup.parts(of: text, start + 1..<last) else { return nil }
    return MarkScanner.sharing(whole, parts.map { (.superscript($0.number), $0.range) })
  }
}
