import Foundation
import Testing

@testable import Cells

@Suite("Text in nothing but ASCII") struct ASCIIFormTests {
  private static func written(_ text: String, as form: ASCIIForm) -> String {
    String(decoding: form.bytes(of: Array(text.utf8)), as: UTF8.self)
  }

  @Test("has no byte of any character that a terminal could take for a control, and its columns")
  func twins() {
    var faults: [UInt32] = []
    for scalar in (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    where !ASCIISpelling.spells(scalar) {
      let bytes = ASCIIForm.twins.bytes(of: Array(String(Character(scalar)).utf8))
      let isRight =
        scalar.isASCII
        ? bytes == [UInt8(scalar.value)]
        : bytes.count == max(0, DisplayWidth.of(scalar))
          && bytes.allSatisfy { (0x20...0x7E).contains($0) }
      if !isRight { faults.append(scalar.value) }
    }
    #expect(faults == [])
    #expect(Self.written("Café – 丛5n\u{9B}5n\n", as: .twins) == "Cafe - ??5n5n\n")
    #expect(Self.written("e\u{301} “x”…", as: .twins) == "e \"x\"...")
  }

  @Test(
    "spells out what would be another figure in one column",
    arguments: [
      ("≥ 5, ≤5, ±2, a ≠ b", ">= 5, <=5, +-2, a != b"), ("10² and 10⁻¹² m", "10^2 and 10^-12 m"),
      ("3½ or ½", "3 1/2 or 1/2"), ("Tin™ Zinc® ©", "Tin(TM) Zinc(R) (C)"),
      ("5 → 7, 3‰ …", "5 -> 7, 3 per mille ..."), ("plain", "plain"), ("“x” × 丛", "\"x\" x ??"),
      ("€5bn, 5€, 5 €, €m, £5, ¥5", "EUR 5bn, 5 EUR, 5 EUR, EURm, GBP 5, JPY 5"),
      ("−€5–€7, €½, €€", "-EUR 5-EUR 7, EUR 1/2, EUR EUR"), ("￥5", "JPY 5"),
      ("Straße, STRAẞE, Ærø, Œuvre, æ, œ, Þór", "Strasse, STRASSE, AEro, OEuvre, ae, oe, Thor"),
      ("ﬁve ﬂags, oﬃce, ₹5, ₩5", "five flags, office, INR 5, KRW 5"),
    ])
  func spelled(text: String, shown: String) {
    #expect(Self.written(text, as: .twins) == shown)
    let letters = ASCIISpelling.of(text).unicodeScalars
    #expect(letters.allSatisfy { !ASCIISpelling.spells($0) })
  }

  @Test("leaves the letter of a unit of money behind letters that tell whose it is")
  func sharedUnits() {
    #expect(Self.written("CN¥5 or E£5, and 5kr€", as: .twins) == "CNY 5 or EL 5, and 5krEUR")
  }

  @Test("says the same in JSON and in HTML")
  func escapes() throws {
    let text = "é丛\u{9B}😀\u{202E} ASCII"
    let json = Self.written("{\"a\": \"\(text)\"}", as: .json)
    #expect(json == "{\"a\": \"\\u00e9\\u4e1b\\u009b\\ud83d\\ude00\\u202e ASCII\"}")
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(read == ["a": text])
    #expect(Self.written("<p>é丛😀</p>", as: .html) == "<p>&#xe9;&#x4e1b;&#x1f600;</p>")
  }
}
