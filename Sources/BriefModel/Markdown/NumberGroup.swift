/// Reads the numbers between two brackets: `1`, `1, 3`, `1-3`; the digits may be full-width ones.
enum NumberGroup {
  /// The most digits of a number: years are none, unless a list goes as far.
  static let digitLimit = 3
  /// The largest number of so many digits.
  static let numberLimit = 999
  /// The most numbers that a range stands for.
  static let rangeLimit = 100

  /// The numbers with their bytes, which share out the whole range; nil where all is not numbers, and
  /// for a color such as `[255, 255, 255]`. A number that stands again is part of what stands before.
  static func parts(
    of text: Bytes, _ range: Range<Int>, digits: Int = digitLimit
  ) -> [(number: Int, range: Range<Int>)]? {
    var parts: [(number: Int, range: Range<Int>)] = []
    var index = range.lowerBound
    var lower = range.lowerBound
    var hasRange = false
    while true {
      index = spaces(text, index, range.upperBound)
      guard let (number, end) = number(text, from: index, to: range.upperBound, digits: digits)
      else { return nil }
      parts.append((number, lower..<end))
      lower = end
      index = spaces(text, end, range.upperBound)
      if let length = dash(text, at: index) {
        index = spaces(text, index + length, range.upperBound)
        guard
          let (last, end) = self.number(text, from: index, to: range.upperBound, digits: digits),
          last > number, last - number < rangeLimit
        else { return nil }
        hasRange = true
        // The dash stands for the numbers between.
        for between in number + 1..<last {
          parts.append((between, lower..<index))
          lower = index
        }
        parts.append((last, lower..<end))
        lower = end
        index = spaces(text, end, range.upperBound)
      }
      if index == range.upperBound { break }
      guard let length = separator(text, at: index) else { return nil }
      index = spaces(text, index + length, range.upperBound)
      // A separator that nothing follows, `[1,]`, is a slip.
      if index == range.upperBound { break }
    }
    parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<range.upperBound
    let different = withoutRepeats(parts)
    // Nobody cites a source twice in a group of three, and colors and points often are such.
    return different.count < parts.count && parts.count > 2 && !hasRange ? nil : different
  }

  /// Keeps the first of equal numbers; what stands before one that is left out takes its bytes.
  private static func withoutRepeats(
    _ parts: [(number: Int, range: Range<Int>)]
  ) -> [(number: Int, range: Range<Int>)] {
    var known: Set<Int> = []
    var kept: [(number: Int, range: Range<Int>)] = []
    for part in parts {
      if known.insert(part.number).inserted {
        kept.append(part)
      } else {
        kept[kept.count - 1].range = kept[kept.count - 1].range.lowerBound..<part.range.upperBound
      }
    }
    return kept
  }

  /// A number of at most so many digits, and the offset after it.
  static func number(
    _ text: Bytes, from start: Int, to limit: Int, digits: Int = digitLimit
  ) -> (value: Int, end: Int)? {
    var index = start
    var value = 0
    var count = 0
    while index < limit, let (digit, length) = digit(text, at: index) {
      guard count < digits else { return nil }
      value = value * 10 + digit
      index += length
      count += 1
    }
    return count > 0 ? (value, index) : nil
  }

  /// A digit or a full-width one, and the number of its bytes.
  private static func digit(_ text: Bytes, at index: Int) -> (value: Int, length: Int)? {
    if text[index].isDigit { return (Int(text[index] - 0x30), 1) }
    guard text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC,
      (0x90...0x99).contains(text[index + 2])
    else { return nil }
    return (Int(text[index + 2] - 0x90), 3)
  }

  private static func spaces(_ text: Bytes, _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, text[index] == 0x20 { index += 1 }
    return index
  }

  /// The length of a hyphen, a dash or what stands for one, where ranges are written with it.
  static func dash(_ text: Bytes, at index: Int) -> Int? {
    if text.has("-", at: index) || text.has("~", at: index) { return 1 }
    let dashes: [StaticString] = ["–", "—", "‐", "‑", "‒", "−", "－", "～"]
    return dashes.contains { text.has($0, at: index) } ? 3 : nil
  }

  /// The length of what joins two numbers in brackets of their own; a long dash parts clauses.
  static func hyphen(_ text: Bytes, at index: Int) -> Int? {
    text.has("—", at: index) || text.has("~", at: index) ? nil : dash(text, at: index)
  }

  private static func separator(_ text: Bytes, at index: Int) -> Int? {
    if text.has(",", at: index) || text.has(";", at: index) { return 1 }
    let marks: [StaticString] = ["，", "、", "；"]
    return marks.contains { text.has($0, at: index) } ? 3 : nil
  }
}
