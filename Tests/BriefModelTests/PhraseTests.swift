import Foundation
import Testing

@testable import BriefModel

@Suite("Phrases that are sought")
struct PhraseTests {
  @Test(
    "are found as whole words in either case",
    arguments: [
      ("rail", "Rail, railway and RAIL", ["Rail", "RAIL"]),
      ("night train", "A night-train; the night\ntrain", ["night-train", "night\ntrain"]),
      ("港", "日本の港が", ["港"]), ("日本", "全日本語", ["日本"]), ("!", "a ! b", []),
      ("GPT4", "GPT4の力", ["GPT4"]), ("été", "L’été passé", ["été"]),
    ])
  func words(_ words: String, _ text: String, _ expected: [String]) {
    #expect(found([SoughtPhrase(words)], in: text) == expected)
  }

  @Test(
    "are found whatever the accents and the form in which they are written",
    arguments: [
      ("zurich", "Zürich, Zu\u{308}rich; ZÜRICH", ["Zürich", "Zu\u{308}rich", "ZÜRICH"]),
      ("Zu\u{308}rich", "Zurich", ["Zurich"]), ("été", "Ete\u{301}s ete", ["ete"]),
      ("cafe", "cafe\u{301} cafés", ["cafe\u{301}"]), ("viet nam", "Việt Nam", ["Việt Nam"]),
      ("ΟΔΟΣ", "οδος, οδός", ["οδος"]), ("istanbul", "İstanbul", ["İstanbul"]),
      ("\u{301}", "e\u{301} \u{301}", []),
      ("naive", "na\u{308}\u{301}ive", ["na\u{308}\u{301}ive"]), ("naive", "naïve", ["naïve"]),
      ("й", "и", []), ("が", "か", []), ("strasse", "Straße, STRAẞE", ["Straße", "STRAẞE"]),
      ("straße", "Strasse Straße", ["Strasse", "Straße"]), ("stras", "Straße", []),
      ("masse", "Maße Mase", ["Maße"]), ("spas", "Spaß", []), ("ss", "ß", ["ß"]),
    ])
  func accents(_ words: String, _ text: String, _ expected: [String]) {
    // Strings that differ in their form alone are equal, so scalars are compared.
    let found = found([SoughtPhrase(words)], in: text)
    #expect(found.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test(
    "are found where letters have strokes, and are no accents",
    arguments: [
      ("oresund", "Øresund, øresund", ["Øresund", "øresund"]), ("Øresund", "Oresund", ["Oresund"]),
      ("lodz", "Łódź, Ło\u{301}dz\u{301}", ["Łódź", "Ło\u{301}dz\u{301}"]),
      ("dorde", "Đorđe", ["Đorđe"]), ("hamrun", "Ħamrun", ["Ħamrun"]), ("ŧ", "Ŧ t", ["Ŧ", "t"]),
      ("diyarbakir", "Diyarbakır", ["Diyarbakır"]), ("david", "Davíð", ["Davíð"]),
      ("o", "\u{1FF} ǿ", ["\u{1FF}", "ǿ"]), ("thor", "þor", []),
    ])
  func strokes(_ words: String, _ text: String, _ expected: [String]) {
    let found = found([SoughtPhrase(words)], in: text)
    #expect(found.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
  }

  @Test(
    "are found in either width",
    arguments: [
      ("カタカナ", "半角ｶﾀｶﾅで", ["ｶﾀｶﾅ"]), ("ｶﾀｶﾅ", "カタカナ", ["カタカナ"]),
      ("ABC123", "ＡＢＣ１２３ abc123x", ["ＡＢＣ１２３"]), ("ａｂｃ", "ABC", ["ABC"]),
      ("データ", "ﾃﾞｰﾀと", ["ﾃﾞｰﾀ"]), ("ﾊﾟﾘ", "パリ、バリ", ["パリ"]), ("テータ", "ﾃﾞｰﾀ", []),
      ("ガ", "ｶﾞ", ["ｶﾞ"]), ("ヴ", "ｳﾞ", ["ｳﾞ"]), ("カ", "ｶﾞ", []),
    ])
  func widths(_ words: String, _ text: String, _ expected: [String]) {
    #expect(found([SoughtPhrase(words)], in: text) == expected)
  }

  @Test("have each narrow kana with its mark as Unicode composes it") func marks() throws {
    for scalar in UInt32(0xFF66)...0xFF9D {
      for mark in ["ﾞ", "ﾟ"] {
        let letter = String(try #require(Unicode.Scalar(scalar)))
        let wide = WidthFold.fold((letter + mark).unicodeScalars)
        let base = WidthFold.fold(letter.unicodeScalars)
        let composed = base + (mark == "ﾞ" ? "\u{3099}" : "\u{309A}")
        #expect(wide == composed, "equal where their normal forms are")
        let count = composed.precomposedStringWithCanonicalMapping.unicodeScalars.count
        #expect(wide.unicodeScalars.count == count, "\(letter)\(mark)")
      }
    }
  }

  @Test("may go on where they are beginnings") func prefixes() {
    #expect(
      found([SoughtPhrase("rai", isPrefix: true)], in: "rail, rais; brail") == ["rail", "rais"])
  }

  @Test("give the paragraph with the most of them") func passage() throws {
    let text = "# T\n\nOne night.\n\n## S\n\nThe night train runs again.\n"
    let brief = try BriefParser.parse(
      bytes: Array(text.utf8), path: "a.md", modified: nil,
      today: try #require(CalendarDate(year: 2026, month: 1, day: 1)))
    let passage = try #require(Passage([SoughtPhrase("night"), SoughtPhrase("train")], in: brief))
    #expect(passage.runs.map(\.text) == ["The ", "night", " ", "train", " runs again."])
    #expect(passage.runs.map(\.isMatch) == [false, true, false, true, false])
    #expect(Passage([SoughtPhrase("bus")], in: brief) == nil)
  }

  private func found(_ phrases: [SoughtPhrase], in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return PhraseMatcher(phrases).matches(in: scalars.map(PhraseMatcher.fold)).map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
  }

  @Test(
    "that may go on end between the letters of a sign",
    arguments: [
      ("stras", "Straßen und Strasse"), ("strass", "Straßen und Strasse"),
      ("straß", "Straßen und Strasse"),
    ])
  func halfOfASign(_ words: String, _ text: String) {
    #expect(found([SoughtPhrase(words, isPrefix: true)], in: text) == ["Straßen", "Strasse"])
  }
}
