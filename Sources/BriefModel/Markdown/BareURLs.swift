/// Finds web addresses that stand in the text without any markup.
enum BareURLs {
  /// An address, and whether it lacks its scheme: `www.example.org`.
  typealias Found = (range: Range<Int>, lacksScheme: Bool)

  /// The addresses in a run of text, in order.
  static func all(in text: Bytes) -> [Found] {
    let whole = ranges(in: text).map { Found($0, false) }
    guard nextWWW(in: text, from: 0) != nil else { return whole }
    return (whole + withoutScheme(in: text, beside: whole))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What starts with `www.` outside of other addresses; whether its domain is one is not looked at.
  private static func withoutScheme(in text: Bytes, beside whole: [Found]) -> [Found] {
    var found: [Found] = []
    var others = whole[...]
    var index = 0
    while let start = nextWWW(in: text, from: index) {
      index = start + 4
      others = others.drop { $0.range.upperBound <= start }
      guard isFree(text, start), others.first.map({ start < $0.range.lowerBound }) ?? true else {
        continue
      }
      let limit = others.first?.range.lowerBound ?? text.count
      let end = min(limit, trimmedEnd(text, start..<reach(of: text, from: index)))
      guard end > index else { continue }
      found.append((start..<end, true))
      index = end
    }
    return found
  }

  /// Where the next `www.` starts.
  private static func nextWWW(in text: Bytes, from start: Int) -> Int? {
    var index = start
    while let dot = text.firstIndex(of: 0x2E, from: index) {
      index = dot + 1
      if dot >= start + 3, text.has("www", at: dot - 3) { return dot - 3 }
    }
    return nil
  }

  /// Whether nothing before an address without a scheme makes it a part of something longer, such
  /// as an e-mail address or a path.
  private static func isFree(_ text: Bytes, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    switch text[start - 1] {
    case 0x09, 0x0A, 0x20, 0x22, 0x27, 0x28, 0x2A, 0x2C, 0x3A, 0x3B, 0x3C, 0x5B, 0x7C, 0x7E,
      0x80...:
      return true
    default: return false
    }
  }

  /// The ranges of the addresses with a scheme in a run of text, in order.
  static func ranges(in text: Bytes) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 0
    while let colon = text.firstIndex(of: 0x3A, from: index) {
      index = colon + 1
      guard text.has("://", at: colon), let start = schemeStart(text, before: colon) else {
        continue
      }
      let end = trimmedEnd(text, start..<reach(of: text, from: colon + 3))
      guard end > colon + 3 else { continue }
      ranges.append(start..<end)
      index = end
    }
    return ranges
  }

  /// Where `http` or `https` before the colon starts, when no letter or digit stands before it.
  private static func schemeStart(_ text: Bytes, before colon: Int) -> Int? {
    for length in [5, 4] where colon >= length {
      let start = colon - length
      let candidate = text.slice(start..<text.count)
      guard AddressParts.afterScheme(candidate) == length + 3 else { continue }
      let isFree = start == 0 || !(text[start - 1].isLetter || text[start - 1].isDigit)
      return isFree ? start : nil
    }
    return nil
  }

  /// Where the address ends at the latest: at a space, a quote, an unopened bracket, or where
  /// Chinese, Japanese or Korean text goes on without a space.
  private static func reach(of text: Bytes, from start: Int) -> Int {
    var index = start
    var brackets = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x60, 0x7F: return index
      case 0x5B: brackets += 1
      case 0x5D:
        brackets -= 1
        if brackets < 0 { return index }
      case 0x80...:
        let scalar = DecodedScalar(text, at: index)
        guard let value = scalar.value, mayContinue(value) else { return index }
        index += scalar.length - 1
      default: break
      }
      index += 1
    }
    return index
  }

  /// Letters of scripts that part words by spaces; not CJK, punctuation, symbols or emoji.
  private static func mayContinue(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0x10FF, 0x1200...0x1FFF: ScalarRule.of(scalar) == nil
    default: false
    }
  }

  /// GitHub's rule: closing punctuation is not part of the address, nor a parenthesis that was
  /// not opened in it, nor an entity at its end.
  private static func trimmedEnd(_ text: Bytes, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    let body = text[range]
    var unopened = body.count { $0 == 0x29 } - body.count { $0 == 0x28 }
    while end > range.lowerBound {
      switch text[end - 1] {
      case 0x21, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0x7C, 0x7E: end -= 1
      case 0x29 where unopened > 0:
        unopened -= 1
        end -= 1
      default: return end
      }
    }
    return end
  }
}
