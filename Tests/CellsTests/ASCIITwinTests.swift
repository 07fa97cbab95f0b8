import Testing

@testable import Cells

@Suite struct ASCIITwinTests {
  private func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let twin = Unicode.Scalar(ASCIITwin.of(scalar.value)) { scalars.append(twin) }
    }
    return String(scalars)
  }

  @Test func everyCharacterHasOneThatCanBePrinted() {
    for value in UInt32(0)...0x10FFFF where Unicode.Scalar(value) != nil {
      let twin = ASCIITwin.of(value)
      #expect((0x20...0x7E).contains(twin), "U+\(String(value, radix: 16)): \(twin)")
    }
    for value in UInt32(0x20)...0x7E { #expect(ASCIITwin.of(value) == value) }
  }

  @Test(arguments: [
    ("“It’s” – she said – ‘over’…", "\"It's\" - she said - 'over'."),
    ("Żółć, Ångström, naïve, ÉTÉ, Straße", "Zolc, Angstrom, naive, ETE, Strase"),
    ("Øresund, Łódź, đ Ð ð, Ħħ, Ŧŧ, ı, Ŋŋ, Æœ", "Oresund, Lodz, d D d, Hh, Tt, i, Nn, Ao"),
    ("Nguyễn Đình · São Tomé", "Nguyen Dinh - Sao Tome"),
    ("5 × 3 − 1 ≥ 2", "5 x 3 - 1 > 2"), ("€5 £6 §7 ™", "E5 L6 S7  "),
    ("ＡＢＣ１２", "ABC12"), ("─│┌█", "-|+#"), ("東京 서울 שלום", "?? ?? ????"),
    ("Москва, Київ, Ћуприја; СЪЕЗД", "Moskva, Kiiv, Cuprija; S\"EZD"),
    ("Αθήνα, Θεσσαλονίκη, ψυχή", "Atina, Tessaloniki, pyci"),

  ])
  func whatCanBeReadIsRead(text: String, shown: String) {
    #expect(plain(text) == shown)
  }

  @Test(arguments: [
    ("とうきょう", "tou kiyou "), ("ニュース", "niyu- su"), ("がっこう、ほん。", "ga' kou , hon . "),
    ("サッカー・ヴァ", "sa' ka- . vua "), ("漢字かな", "????kana"), ("한글", "????"),
  ])
  func aWideCharacterHasTwoColumnsToBeReadIn(text: String, shown: String) {
    let columns = text.unicodeScalars.flatMap { scalar in
      [ASCIITwin.of(scalar.value), ASCIITwin.second(of: scalar.value)]
    }
    let letters = columns.compactMap(Unicode.Scalar.init)
    #expect(String(String.UnicodeScalarView(letters)) == shown)
    #expect(columns.allSatisfy { (0x20...0x7E).contains($0) })
  }
}
