import Testing

@testable import BriefModel

@Suite("The sanitiser")
struct SanitizerTests {
  @Test(
    "takes away what a terminal obeys or a reader cannot see",
    arguments: [
      ("a\u{1B}[31mb", "a[31mb"), ("bell\u{7}", "bell"), ("c1\u{9B}31m", "c131m"),
      ("del\u{7F}", "del"),
      ("\u{202E}evil", "evil"), ("zero\u{200B}width", "zerowidth"),
      ("soft\u{AD}hyphen", "softhyphen"),
      ("tag\u{E0041}\u{E007F}", "tag"), ("heart❤\u{FE0F}", "heart❤"), ("1\u{20E3}", "1"),
      ("👩\u{200D}🚀", "👩🚀"), ("👍🏽 🏽", "👍 🏽"), ("nul\u{0}", "nul\u{FFFD}"), ("a\u{FFFF}b", "ab"),
      ("filler\u{3164}\u{115F}\u{FFA0}", "filler"), ("two\nlines\u{2028}three", "two lines three"),
      ("a\tb\u{B}c", "a b c"), ("\u{1F}\u{80}", ""), ("한국어 新聞、“漢字”", "한국어 新聞、“漢字”"),
    ])
  func prose(_ dirty: String, _ clean: String) {
    #expect(Sanitizer.prose(dirty) == clean)
  }

  @Test("counts vowels and finals of Hangul that are written apart as marks")
  func hangul() {
    #expect(Sanitizer.prose("\u{1112}\u{1161}\u{11AB}").unicodeScalars.count == 3)
    for scalar: Unicode.Scalar in ["\u{1161}", "\u{11A8}", "\u{D7B0}", "\u{D7CB}"] {
      let flood = "\u{1100}" + String(repeating: String(scalar), count: 3000)
      #expect(Sanitizer.prose(flood).unicodeScalars.count == 5)
      #expect(Sanitizer.prose(flood + "a").unicodeScalars.count == 6)
    }
  }

  @Test("leaves four marks on a base and drops the rest")
  func marks() {
    let marks = String(repeating: "\u{301}", count: 50)
    let clean = Sanitizer.prose("a\(marks)b\u{302}")
    #expect(clean.unicodeScalars.count == 1 + 4 + 1 + 1)
    #expect(Sanitizer.isClean(clean))
    let later = String(repeating: "\u{1AD2}", count: 9)
    #expect(Sanitizer.prose("a\(later)").unicodeScalars.count == 5, "marks that ICU does not know")
  }

  @Test("keeps tabs in code, and shows in addresses what cannot be seen")
  func modes() {
    #expect(Sanitizer.code("\tlet a\u{1B}") == "\tlet a")
    #expect(
      Sanitizer.address("https://a.b/\u{202E}cod\u{200B}\t")
        == "https://a.b/<U+202E>cod<U+200B><U+0009>")
  }

  @Test("puts one U+FFFD in the place of each maximal part of ill-formed UTF-8")
  func illFormed() {
    let cases: [([UInt8], String)] = [
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b"), ([0xE2, 0x80], "\u{FFFD}"),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"), ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x9F, 0x98, 0x41], "\u{FFFD}A"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xE5, 0xAD, 0x97, 0x80], "字\u{FFFD}"),
    ]
    for (bytes, expected) in cases {
      let text = bytes.withUnsafeBufferPointer { Sanitizer.clean($0, for: .prose) }
      #expect(text == expected, "\(bytes)")
      #expect(
        text == Sanitizer.prose(String(decoding: bytes, as: UTF8.self)), "as the standard library")
    }
  }

  @Test("has its rules in order, apart, and each with a reason")
  func table() {
    for (rule, next) in zip(ScalarRule.all, ScalarRule.all.dropFirst()) {
      #expect(rule.range.upperBound < next.range.lowerBound)
    }
    #expect(ScalarRule.all.map(\.reason).filter(\.isEmpty) == [])
  }

  @Test("agrees with the table on every scalar there is")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "x" + String(scalar) + "y"
      let isClean = Sanitizer.isClean(text)
      if isClean != (ScalarRule.of(value) == nil || value == 0x09) {
        Issue.record("U+\(String(value, radix: 16)): \(isClean)")
      }
    }
  }
}
