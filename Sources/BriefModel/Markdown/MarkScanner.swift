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
  /// The most digits of a number in brackets.
  private let digits: Int

  init(_ text: Bytes, _ range: Range<Int>, digits: Int = NumberGroup.digitLimit) {
    self.text = text
    self.digits = digits
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
    case 0x5E: carets(at: start)
    case 0xC2, 0xE2: superscripts(at: start)
    case 0xE3: wideBracket(at: start, "【", "】")
    case 0xEF: wideBracket(at: start, "［", "］")
    default: privateUse(at: start)
    }
  }

  /// The bytes with which a mark may start.
  private static let opens: [Bool] = {
    var opens = [Bool](repeating: false, count: 256)
    for byte in [0x3A, 0x3C, 0x5B, 0x5E, 0xC2, 0xE2, 0xE3, 0xEE, 0xEF] + Array(0x30...0x39) {
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
    guard next.isDigit || next == 0x5E || next.isLetter || next == 0x20 || next == 0xEF,
      let close = close(0x5D, from: start + 1)
    else { return nil }
    let range = start..<close + 1
    if next == 0x5E { return footnotes(range) }
    if next.isLetter { return word(range) }
    return joined(range) ?? numbers(text, inner: start + 1..<close, whole: range)
      ?? (isDagger(start + 1..<close) ? [(.leak, range)] : nil)
  }

  /// `[1]–[3]`, which cites 2 as well, in the bytes of the dash.
  private func joined(_ first: Range<Int>) -> Found? {
    guard let length = NumberGroup.hyphen(text, at: first.upperBound) else { return nil }
    let opening = first.upperBound + length
    guard opening + 2 < end, text[opening] == 0x5B, let close = close(0x5D, from: opening + 1),
      let start = number(first.lowerBound + 1..<first.upperBound - 1),
      let last = number(opening + 1..<close), last > start,
      last - start < NumberGroup.rangeLimit
    else { return nil }
    let between = (start + 1..<last).enumerated().map { place, number in
      (Mark.Kind.number(number), place == 0 ? first.upperBound..<opening : opening..<opening)
    }
    let rest = between.last?.1.upperBound ?? first.upperBound
    return [(.number(start), first)] + between + [(.number(last), rest..<close + 1)]
  }

  /// The number that is all of a range.
  private func number(_ range: Range<Int>) -> Int? {
    NumberGroup.number(text, from: range.lowerBound, to: range.upperBound, digits: digits)
      .flatMap { $0.end == range.upperBound ? $0.value : nil }
  }

  /// `[[1]]`.
  private func doubleBracket(at start: Int) -> Found? {
    guard text[start + 2].isDigit, let close = close(0x5D, from: start + 2),
      text.has("]]", at: close), close + 2 <= end
    else { return nil }
    return numbers(text, inner: start + 2..<close, whole: start..<close + 2)
  }

  func numbers(_ text: Bytes, inner: Range<Int>, whole: Range<Int>) -> Found? {
    guard let parts = NumberGroup.parts(of: text, inner, digits: digits) else { return nil }
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
      || isNumberedResult(start..<close)
    return isLeak ? [(.leak, range)] : nil
  }

  /// What a search found, by its kind and number: `web:1`, `attached_file:2`.
  private func isNumberedResult(_ range: Range<Int>) -> Bool {
    let kinds: [StaticString] = [
      "web:", "file:", "attached_file:", "code_file:", "generated_image:", "memory:",
      "conversation_history:",
    ]
    guard let kind = kinds.first(where: { text.has($0, at: range.lowerBound) }) else {
      return false
    }
    let number = text[range].dropFirst(kind.utf8CodeUnitCount)
    return !number.isEmpty && number.allSatisfy(\.isDigit)
  }

  /// `12†source`, with colons and dashes among its numbers.
  func isDagger(_ range: Range<Int>) -> Bool {
    guard let first = range.first, text[first].isDigit else { return false }
    let rest = text[range].drop { $0.isDigit || $0 == 0x3A || $0 == 0x2D }
    return rest.starts(with: "†".utf8)
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
