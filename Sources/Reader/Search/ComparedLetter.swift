import BriefModel

/// A character as a search in the text compares it.
enum ComparedLetter {
  /// Set where a letter is a capital; above all of Unicode.
  static let capital: UInt32 = 1 << 31

  /// The letter without case and accents, and whether it is a capital; nil for an accent alone.
  static func value(_ scalar: Unicode.Scalar) -> UInt32? {
    if scalar.isASCII {
      let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5A
      return isCapital ? (scalar.value | 0x20) | capital : scalar.value
    }
    if let plain = plain(scalar) { return plain }
    let folded = PhraseMatcher.fold(scalar)
    guard folded != 0 else { return nil }
    let properties = scalar.properties
    let isCapital = properties.isUppercase || properties.generalCategory == .titlecaseLetter
    return isCapital ? folded | capital : folded
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
