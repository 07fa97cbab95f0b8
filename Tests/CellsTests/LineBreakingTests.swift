import Testing

@testable import Cells

@Suite struct LineBreakingTests {
  let lines = LineBreaking()

  func pieces(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var cuts = lines.opportunities(in: bytes)
    cuts.append(bytes.count)
    var start = 0
    return cuts.map { end in
      defer { start = end }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  @Test func wordsBreakAfterTheSpaces() {
    #expect(pieces("a quiet day, said  he") == ["a ", "quiet ", "day, ", "said  ", "he"])
  }

  @Test func hyphensAndSlashesBreakInsideWords() {
    #expect(pieces("well-known x/y") == ["well-", "known ", "x/", "y"])
  }

  @Test func chineseBreaksBetweenCharactersButNotBeforeAStop() {
    #expect(pieces("新闻。好") == ["新", "闻。", "好"])
  }

  @Test func theShortWayForASCIIAgreesWithUnicode() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("abZ09  ,.;:!?'\"()[]{}-/%$|&#@*_=+<>~`^\\")
    for _ in 0..<3000 {
      let text = String(
        (0..<Int.random(in: 1...24, using: &random)).map { _ in
          alphabet.randomElement(using: &random) ?? " "
        })
      // A trailing wide character sends the whole text through ICU.
      let whole = pieces(text + " 漢").dropLast()
      let short = pieces(text + " z").dropLast()
      #expect(Array(short) == Array(whole), "\(text.debugDescription)")
    }
  }
}
