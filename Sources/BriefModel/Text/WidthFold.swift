/// Letters that Chinese, Japanese and Korean texts have in two widths, as the ones that are usual.
package enum WidthFold {
  /// The marks that make `ガ` of `カ` and `パ` of `ハ`, where they are put on the letter before them.
  private static let voiced: UInt32 = 0x3099
  private static let halfVoiced: UInt32 = 0x309A

  /// What the narrow kana from U+FF66 on are in their usual width.
  private static let kana =
    Array("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン".unicodeScalars).map(\.value)
    + [voiced, halfVoiced]

  /// Whether a scalar may have another width than the usual one.
  package static func isAffected(_ scalar: UInt32) -> Bool { (0xFF01...0xFF9F).contains(scalar) }

  /// A wide sign of ASCII as the plain one, and a narrow kana as the wide one.
  package static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0xFF66...0xFF9F: kana[Int(scalar - 0xFF66)]
    default: scalar
    }
  }

  /// Folded scalars in which the kana before a mark have it; in the place of the mark is `rest`.
  package static func joiningMarks(_ scalars: [UInt32], rest: UInt32) -> [UInt32] {
    guard scalars.contains(where: { $0 == voiced || $0 == halfVoiced }) else { return scalars }
    var scalars = scalars
    for index in scalars.indices.dropFirst() {
      guard let letter = marked(scalars[index - 1], with: scalars[index]) else { continue }
      scalars[index - 1] = letter
      scalars[index] = rest
    }
    return scalars
  }

  /// A text as the index has it.
  package static func fold(_ text: some Sequence<Unicode.Scalar>) -> String {
    let folded = joiningMarks(text.map { fold($0.value) }, rest: 0)
    return String(
      String.UnicodeScalarView(folded.lazy.filter { $0 != 0 }.compactMap(Unicode.Scalar.init)))
  }

  private static func marked(_ letter: UInt32, with mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x30A6, voiced): 0x30F4
    case (0x30AB...0x30C1, voiced) where letter % 2 == 1: letter + 1
    case (0x30C4, voiced), (0x30C6, voiced), (0x30C8, voiced): letter + 1
    case (0x30CF...0x30DB, voiced) where letter % 3 == 0: letter + 1
    case (0x30CF...0x30DB, halfVoiced) where letter % 3 == 0: letter + 2
    case (0x30EF, voiced): 0x30F7
    case (0x30F2, voiced): 0x30FA
    default: nil
    }
  }
}
