/// Brackets other than those around plain numbers.
extension MarkScanner {
  /// `[^1]`, `[^1, ^2]`; `[^]` has an empty name, and `[^1^]` is a number.
  func footnotes(_ range: Range<Int>) -> Found? {
    var parts: Found = []
    var start = range.lowerBound + 1
    let close = range.upperBound - 1
    while start <= close {
      let comma = text.slice(0..<close).firstIndex(of: 0x2C, from: start) ?? close
      var lower = start
      while lower < comma, text[lower] == 0x20 { lower += 1 }
      guard lower < close, text[lower] == 0x5E, let kind = note(lower + 1..<comma) else {
        return nil
      }
      parts.append((kind, (parts.last?.range.upperBound ?? start)..<comma))
      start = comma + 1
    }
    return parts.isEmpty ? nil : MarkScanner.sharing(range, parts)
  }

  /// A name, or a number between carets.
  private func note(_ range: Range<Int>) -> Mark.Kind? {
    if let last = range.last, text[last] == 0x5E,
      let (number, end) = NumberGroup.number(text, from: range.lowerBound, to: last), end == last
    {
      return .number(number)
    }
    return name(range).map { .footnote($0) }
  }

  /// The name of a footnote: no spaces, no brackets.
  private func name(_ range: Range<Int>) -> String? {
    let bytes = text.slice(range)
    guard bytes.count <= 64, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x5B && $0 != 0x5E }) else {
      return nil
    }
    return Sanitizer.clean(bytes, for: .prose)
  }

  /// `【1】`, `［1］`, `【111†source】`.
  func wideBracket(at start: Int, _ opening: StaticString, _ closing: StaticString) -> Found? {
    guard text.has(opening, at: start), start + 3 < end else { return nil }
    var close = start + 3
    let limit = min(end, start + 100)
    while close < limit, !text.has(closing, at: close) {
      if text.has(opening, at: close) { return nil }
      close += 1
    }
    guard close < limit, close + 3 <= end else { return nil }
    let inner = start + 3..<close
    let whole = start..<close + 3
    if text.has("oaicite:", at: start + 3) || isDagger(inner) { return [(.leak, whole)] }
    let skipped = text.has("citation:", at: start + 3) ? 9 : 0
    return numbers(text, inner: min(close, start + 3 + skipped)..<close, whole: whole)
  }
}
