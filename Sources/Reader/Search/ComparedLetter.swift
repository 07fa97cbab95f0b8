import BriefModel

/// A character as a search in the text compares it.
enum ComparedLetter {
  /// Set where a letter is a capital; above all of Unicode.
  static let capital: UInt32 = 1 << 31
  /// Set in the second of two letters that stand for one sign.
  static let second: UInt32 = 1 << 30

  /// The letter without case and accents, and whether it is a capital; nil for an accent alone.
  ///
  /// Of a sign that is written with two letters, too, the first of these.
  static func value(_ scalar: Unicode.Scalar) -> UInt32? {
    if scalar.isASCII { return ascii(scalar.value) }
    if let pair = pair(scalar) { return ascii(pair.first) }
    if let plain = plain(scalar) { return plain }
    let folded = PhraseMatcher.fold(scalar)
    guard folded != 0 else { return nil }
    let properties = scalar.properties
    let isCapital = properties.isUppercase || properties.generalCategory == .titlecaseLetter
    return isCapital ? folded | capital : folded
  }

  /// The other letter of a sign that is written with two, too.
  static func second(_ scalar: Unicode.Scalar) -> UInt32? {
    scalar.isASCII ? nil : pair(scalar).map { ascii($0.second) | second }
  }

  /// All letters of a text that is sought.
  static func values(_ text: String) -> [UInt32] {
    text.unicodeScalars.flatMap { [value($0), second($0)].compactMap(\.self) }
  }

  private static func ascii(_ value: UInt32) -> UInt32 {
    value >= 0x41 && value <= 0x5A ? (value | 0x20) | capital : value
  }

  /// The two letters that are typed for one sign where a keyboard has it not.
  private static func pair(_ scalar: Unicode.Scalar) -> (first: UInt32, second: UInt32)? {
    switch scalar.value {
    case 0xDF: (0x73, 0x73)
    case 0x1E9E: (0x53, 0x53)
    case 0xE6, 0x1E3, 0x1FD: (0x61, 0x65)
    case 0xC6, 0x1E2, 0x1FC: (0x41, 0x45)
    case 0x153: (0x6F, 0x65)
    case 0x152: (0x4F, 0x45)
    case 0x132: (0x49, 0x4A)
    case 0x133: (0x69, 0x6A)
    case 0xFB00: (0x66, 0x66)
    case 0xFB01: (0x66, 0x69)
    case 0xFB02: (0x66, 0x6C)
    default: nil
    }
  }

  /// What a keyboard types for a sign of typography.
  private static func plain(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0x2018...0x201B, 0x2BC, 0x2032: 0x27
    case 0x201C...0x201F, 0x2033: 0x22
    default: nil
    }
  }
}
