import Testing

@testable import BriefLibrary

@Suite("Spellings with ß and ss")
struct SharpSTests {
  static func spellings(_ word: String, isOpen: Bool = false) -> [String] {
    Array(word.utf8).withUnsafeBytes { SharpS.spellings(of: $0, isOpen: isOpen) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("strasse", ["straße"]), ("straße", ["strasse"]), ("haus", []), ("ß", ["ss"]), ("", []),
      ("fußgasse", ["fussgasse", "fussgaße", "fußgaße"]), ("sss", ["ßs"]),
    ])
  func ofAWord(_ word: String, _ expected: [String]) {
    #expect(Self.spellings(word).sorted() == expected.sorted())
  }

  @Test func ofAWordThatMayGoOn() {
    #expect(Self.spellings("stras", isOpen: true) == ["straß"])
    #expect(Self.spellings("stras") == [])
  }

  @Test func areFewHoweverLongTheWord() {
    #expect(Self.spellings(String(repeating: "ss", count: 40)).count == 15)
  }
}
