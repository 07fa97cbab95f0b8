/// Signs that one column cannot say in ASCII, spelled out: a `>` in the place of `≥` would be another
/// figure, as would an `E` in that of `€`.
///
/// A text is spelled before it is laid out, as it takes more columns then; what has a likeness of one
/// column is left to `ASCIITwin`.
package struct ASCIISpelling {
  private var follows = Before.other

  /// What stands before a sign, as far as its spelling asks.
  private enum Before { case digit, letter, raised, unit, other }

  /// The text with such signs spelled out.
  package static func of(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var spelling = ASCIISpelling()
    var spelled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let words = spelling.take(scalar) {
        spelled += words.unicodeScalars
      } else {
        spelled.append(scalar)
      }
    }
    return String(spelled)
  }

  /// Whether a character is spelled out.
  package static func spells(_ scalar: Unicode.Scalar) -> Bool {
    [signs, fractions, raised, units].contains { $0[scalar.value] != nil }
  }

  /// How the next character is written; nil where it stays.
  private mutating func take(_ scalar: Unicode.Scalar) -> String? {
    let before = follows
    follows = .other
    if scalar.isASCII { return take(ascii: scalar, after: before) }
    if Self.units[scalar.value] != nil {
      follows = .unit
      return spelling(ofUnit: scalar, after: before)
    }
    if let power = Self.raised[scalar.value] {
      follows = .raised
      return before == .raised ? power : "^" + power
    }
    if let fraction = Self.fractions[scalar.value] {
      return before == .digit || before == .unit ? " " + fraction : fraction
    }
    return Self.signs[scalar.value]
  }

  /// A unit of money stands off from its figure.
  private mutating func take(ascii scalar: Unicode.Scalar, after before: Before) -> String? {
    if ("0"..."9").contains(scalar) {
      follows = .digit
      return before == .unit ? " \(scalar)" : nil
    }
    if scalar.properties.isAlphabetic { follows = .letter }
    return nil
  }

  /// The code of a unit of money; nil where letters before a sign that several countries have tell
  /// whose it is, as `CN¥` is no yen.
  private func spelling(ofUnit sign: Unicode.Scalar, after before: Before) -> String? {
    guard let code = Self.units[sign.value] else { return nil }
    switch before {
    case .letter: return Self.sharedUnits.contains(sign) ? nil : code
    case .digit, .unit: return " " + code
    case .raised, .other: return code
    }
  }

  private static let signs = table([
    ("≥", ">="), ("≤", "<="), ("⩾", ">="), ("⩽", "<="), ("≠", "!="), ("±", "+-"), ("≡", "=="),
    ("≪", "<<"), ("≫", ">>"), ("→", "->"), ("←", "<-"), ("↔", "<->"), ("⇒", "=>"), ("⇔", "<=>"),
    ("…", "..."), ("™", "(TM)"), ("℠", "(SM)"), ("®", "(R)"), ("©", "(C)"), ("℗", "(P)"),
    ("‰", " per mille"), ("‱", " per 10000"),
    ("ß", "ss"), ("ẞ", "SS"), ("æ", "ae"), ("Æ", "AE"), ("œ", "oe"), ("Œ", "OE"), ("þ", "th"),
    ("Þ", "Th"), ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"),
  ])
  /// Units of money, by the codes of ISO 4217.
  private static let units = table([
    ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("￡", "GBP"), ("￥", "JPY"), ("₩", "KRW"),
    ("₹", "INR"), ("₽", "RUB"), ("₺", "TRY"), ("₴", "UAH"), ("₪", "ILS"), ("₫", "VND"),
    ("₦", "NGN"), ("₱", "PHP"), ("฿", "THB"), ("₸", "KZT"), ("₿", "BTC"),
  ])
  private static let sharedUnits: Set<Unicode.Scalar> = ["£", "¥", "￡", "￥"]
  private static let fractions = table([
    ("½", "1/2"), ("⅓", "1/3"), ("⅔", "2/3"), ("¼", "1/4"), ("¾", "3/4"), ("⅕", "1/5"),
    ("⅖", "2/5"),
    ("⅗", "3/5"), ("⅘", "4/5"), ("⅙", "1/6"), ("⅚", "5/6"), ("⅐", "1/7"), ("⅛", "1/8"),
    ("⅜", "3/8"),
    ("⅝", "5/8"), ("⅞", "7/8"), ("⅑", "1/9"), ("⅒", "1/10"), ("↉", "0/3"),
  ])
  private static let raised = table([
    ("⁰", "0"), ("¹", "1"), ("²", "2"), ("³", "3"), ("⁴", "4"), ("⁵", "5"), ("⁶", "6"), ("⁷", "7"),
    ("⁸", "8"), ("⁹", "9"), ("⁺", "+"), ("⁻", "-"),
  ])

  private static func table(_ rows: [(Unicode.Scalar, String)]) -> [UInt32: String] {
    Dictionary(rows.map { ($0.value, $1) }) { first, _ in first }
  }
}
