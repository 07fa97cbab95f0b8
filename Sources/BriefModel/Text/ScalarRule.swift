/// One row of the table of the characters that strangers' text must not bring to a screen.
struct ScalarRule: Sendable {
  enum Treatment: Sendable {
    /// Left out: nothing is seen where it stood.
    case drop
    /// Becomes a space: it parted words.
    case space
    /// Becomes U+FFFD: a byte was there and the reader should see so.
    case replace
  }

  let range: ClosedRange<UInt32>
  let treatment: Treatment
  /// Why the character is not let through.
  let reason: String

  init(_ range: ClosedRange<UInt32>, _ treatment: Treatment, _ reason: String) {
    self.range = range
    self.treatment = treatment
    self.reason = reason
  }
}

extension ScalarRule {
  /// All rules, sorted by range; `Sanitizer` has no other.
  ///
  /// What Unicode calls ignorable, a format or a noncharacter is in it, but for the signs that
  /// enclose numbers, which are drawn. Two rules depend on what stands before and are in `Rewriting`:
  /// the fifth and later combining mark of a base, and a skin tone after an emoji, are dropped.
  static let all: [ScalarRule] = (ranges + endsOfPlanes).sorted {
    $0.range.lowerBound < $1.range.lowerBound
  }

  private static let ranges: [ScalarRule] = [
    .init(0x00...0x00, .replace, "NUL, as CommonMark says"),
    .init(0x01...0x08, .drop, "C0: terminals obey these"),
    .init(0x09...0x0D, .space, "TAB and line ends; code keeps TAB"),
    .init(0x0E...0x1F, .drop, "C0, with ESC: terminals obey these"),
    .init(0x7F...0x9F, .drop, "DEL and C1: VTE, kitty and screen obey C1 in UTF-8"),
    .init(0xAD...0xAD, .drop, "soft hyphen: drawn by some terminals, not by others"),
    .init(0x34F...0x34F, .drop, "combining grapheme joiner: not seen"),
    .init(0x61C...0x61C, .drop, "Arabic letter mark: bidi control"),
    .init(0x115F...0x1160, .drop, "Hangul fillers: letters that are not seen"),
    .init(0x17B4...0x17B5, .drop, "inherent vowels of Khmer: not seen"),
    .init(0x180B...0x180F, .drop, "Mongolian variation selectors and vowel separator: not seen"),
    .init(0x200B...0x200F, .drop, "zero width space and joiners, bidi marks"),
    .init(0x2028...0x2029, .space, "line and paragraph separators"),
    .init(0x202A...0x202E, .drop, "bidi embeddings and overrides: reorder the line"),
    .init(0x2060...0x206F, .drop, "word joiner, invisible operators, bidi isolates"),
    .init(0x20E3...0x20E3, .drop, "keycap: terminals disagree on its width"),
    .init(0x3164...0x3164, .drop, "Hangul filler: a letter that is not seen"),
    .init(0xFDD0...0xFDEF, .drop, "noncharacters"),
    .init(0xFE00...0xFE0F, .drop, "variation selectors: terminals disagree on the width"),
    .init(0xFEFF...0xFEFF, .drop, "byte order mark inside text: not seen"),
    .init(0xFFA0...0xFFA0, .drop, "halfwidth Hangul filler: not seen"),
    .init(0xFFF0...0xFFFB, .drop, "unassigned specials and interlinear annotation: not seen"),
    .init(0xFFFE...0xFFFF, .drop, "noncharacters"),
    .init(0x13430...0x1343F, .drop, "joiners of hieroglyphs: terminals stack none"),
    .init(0x1BCA0...0x1BCA3, .drop, "format controls of shorthand: not seen"),
    .init(0x1D173...0x1D17A, .drop, "format controls of music: not seen"),
    .init(0xE0000...0xE0FFF, .drop, "tags and variation selectors: hidden text"),
  ]

  private static let endsOfPlanes = (1...16).map { plane in
    ScalarRule(UInt32(plane << 16 | 0xFFFE)...UInt32(plane << 16 | 0xFFFF), .drop, "noncharacters")
  }

  /// The rule for a scalar, where there is one.
  static func of(_ scalar: UInt32) -> ScalarRule? {
    if scalar >= 0x10000 {
      guard scalar >= 0xE0000 || scalar & 0xFFFE == 0xFFFE || formats.contains(scalar) else {
        return nil
      }
    } else if bits[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 0 {
      return nil
    }
    return all.first { $0.range.contains(scalar) }
  }

  /// Where the rules between U+10000 and plane 14 are: most that is above is emoji, without a rule.
  private static let formats: ClosedRange<UInt32> = 0x13430...0x1D17A

  /// One bit for each scalar below U+10000 that has a rule.
  static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for rule in all where rule.range.upperBound < 0x10000 {
      for scalar in rule.range { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) }
    }
    return bits
  }()
}
