/// Finds in a run of text what may be a citation though it is no link.
///
/// It goes byte by byte through a table and looks closer only where a mark may start.
struct MarkScanner {
  /// A mark, or several that share out the bytes of a group.
  typealias Found = [(kind: Mark.Kind, range: Range<Int>)]

  /// The longest mark that is looked for: machines leave long ones.
  static let reach = 400

  let text: Bytes
  private var index: Int
  let end: Int

  init(_ text: Bytes, _ range: Range<Int>) {
    self.text = text
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next mark, or the marks of the next group.
  mutating func next() -> Found? {
    while index < end {
      let start = index
      index += 1
      guard MarkScanner.opens[Int(text[start])], let found = read(at: start),
        let last = found.last, last.range.upperBound <= end
      else { continue }
      index = max(index, last.range.upperBound)
      return found
    }
    return nil
  }

  private func read(at start: Int) -> Found? {
    switch text[start] {
    case 0x5B: bracket(at: start)
    case 0x3A: contentReference(at: start)
    case 0x3C: rendering(at: start)
    case 0x30...0x39: digits(at: start)
    case 0xC2, 0xE2: superscripts(at: start)
    case 0xE3: wideBracket(at: start)
    default: privateUse(at: start)
    }
  }

  /// The bytes with which a mark may start.
  private static let opens: [Bool] = {
    var opens = [Bool](repeating: false, count: 256)
    for byte in [0x3A, 0x3C, 0x5B, 0xC2, 0xE2, 0xE3, 0xEE] + Array(0x30...0x39) {
      opens[byte] = true
    }
    return opens
  }()
}

// MARK: - Brackets

extension MarkScanner {
  private func bracket(at start: Int) -> Found? {
    guard start + 2 < end else { return nil }
    let next = text[start + 1]
    if next == 0x5B { return doubleBracket(at: start) }
    guard next.isDigit || next == 0x5E || next.isLetter || next == 0x20,
      let close = close(0x5D, from: start + 1)
    else { return nil }
    let range = start..<close + 1
    if next == 0x5E { return footnotes(range) }
    if next.isLetter { return word(range) }
    return numbers(text, inner: start + 1..<close, whole: range)
      ?? (isDagger(start + 1..<close) ? [(.leak, range)] : nil)
  }

  /// `[[1]]`.
  private func doubleBracket(at start: Int) -> Found? {
    guard text[start + 2].isDigit, let close = close(0x5D, from: start + 2),
      text.has("]]", at: close), close + 2 <= end
    else { return nil }
    return numbers(text, inner: start + 2..<close, whole: start..<close + 2)
  }

  private func numbers(_ text: Bytes, inner: Range<Int>, whole: Range<Int>) -> Found? {
    guard let parts = NumberGroup.parts(of: text, inner) else { return nil }
    return MarkScanner.sharing(whole, parts.map { (.number($0.number), $0.range) })
  }

  /// Gives the first of a group the bytes before it, and the last those after it.
  static func sharing(_ whole: Range<Int>, _ parts: Found) -> Found {
    var parts = parts
    guard let last = parts.indices.last else { return [] }
    parts[0].range = whole.lowerBound..<parts[0].range.upperBound
    parts[last].range = parts[last].range.lowerBound..<whole.upperBound
    return parts
  }

  /// `[^1]`, `[^1, ^2]`; `[^]` has an empty name.
  private func footnotes(_ range: Range<Int>) -> Found? {
    var parts: Found = []
    var start = range.lowerBound + 1
    let close = range.upperBound - 1
    while start <= close {
      let comma = text.slice(0..<close).firstIndex(of: 0x2C, from: start) ?? close
      var lower = start
      while lower < comma, text[lower] == 0x20 { lower += 1 }
      guard lower < close, text[lower] == 0x5E, let name = name(lower + 1..<comma) else {
        return nil
      }
      parts.append((.footnote(name), (parts.last?.range.upperBound ?? start)..<comma))
      start = comma + 1
    }
    return parts.isEmpty ? nil : MarkScanner.sharing(range, parts)
  }

  /// The name of a footnote: no spaces, no brackets.
  private func name(_ range: Range<Int>) -> String? {
    let bytes = text.slice(range)
    guard bytes.count <= 64, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x5B && $0 != 0x5E }) else {
      return nil
    }
    return Sanitizer.clean(bytes, for: .prose)
  }

  /// What machines write in brackets: `[cite: 1, 16]`, `[oaicite:0]`, `[citation:3]`.
  private func word(_ range: Range<Int>) -> Found? {
    let start = range.lowerBound + 1
    let close = range.upperBound - 1
    if text.has("citation:", at: start) {
      return numbers(text, inner: start + 9..<close, whole: range)
    }
    if text.has("cite_start]", at: start) { return [(.leakStart, range)] }
    let isLeak =
      text.has("cite_", at: start) || text.has("cite:", at: start)
      || text.has("oaicite:", at: start) || text.has("oai_citation:", at: start)
      || text.has("web:", at: start) && close > start + 4
        && text[start + 4..<close].allSatisfy(\.isDigit)
    return isLeak ? [(.leak, range)] : nil
  }

  /// `12†source`, with colons and dashes among its numbers.
  private func isDagger(_ range: Range<Int>) -> Bool {
    guard let first = range.first, text[first].isDigit else { return false }
    let rest = text[range].drop { $0.isDigit || $0 == 0x3A || $0 == 0x2D }
    return rest.starts(with: "†".utf8)
  }

  /// `【1】`, `【111†source】`.
  private func wideBracket(at start: Int) -> Found? {
    guard text.has("【", at: start), start + 3 < end else { return nil }
    var close = start + 3
    let limit = min(end, start + 100)
    while close < limit, !text.has("】", at: close) {
      if text[close] == 0xE3, text.has("【", at: close) { return nil }
      close += 1
    }
    guard close < limit, close + 3 <= end else { return nil }
    let inner = start + 3..<close
    let whole = start..<close + 3
    if text.has("oaicite:", at: start + 3) || isDagger(inner) { return [(.leak, whole)] }
    let skipped = text.has("citation:", at: start + 3) ? 9 : 0
    return numbers(text, inner: min(close, start + 3 + skipped)..<close, whole: whole)
  }

  /// The index of a closing bracket that no line end and no other bracket goes before.
  func close(_ bracket: UInt8, from start: Int) -> Int? {
    let limit = min(end, start + MarkScanner.reach)
    var index = start
    while index < limit {
      let byte = text[index]
      if byte == bracket { return index }
      if byte == 0x5B || byte == 0x0A { return nil }
      index += 1
    }
    return nil
  }
}
