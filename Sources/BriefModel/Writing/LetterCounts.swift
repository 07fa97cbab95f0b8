/// How often each letter and digit occurs in bytes of text.
struct LetterCounts {
  /// By their bytes; most text has no others.
  private var ascii = [Int](repeating: 0, count: 128)
  private var others: [UInt32: Int] = [:]

  init(_ bytes: some Sequence<UInt8>) {
    var wide: [UInt8] = []
    for byte in bytes {
      if byte >= 0x80 {
        wide.append(byte)
      } else if byte.isLetter || byte.isDigit {
        ascii[Int(byte)] += 1
      }
    }
    for scalar in String(decoding: wide, as: UTF8.self).unicodeScalars
    where scalar.isLetter || scalar.properties.numericType != nil {
      others[scalar.value, default: 0] += 1
    }
  }

  /// Whether each of them occurs as often in two other texts together.
  func isWithin(_ first: LetterCounts, _ second: LetterCounts? = nil) -> Bool {
    ascii.indices.allSatisfy { ascii[$0] <= first.ascii[$0] + (second?.ascii[$0] ?? 0) }
      && others.allSatisfy { $1 <= first.others[$0, default: 0] + (second?.others[$0] ?? 0) }
  }
}
