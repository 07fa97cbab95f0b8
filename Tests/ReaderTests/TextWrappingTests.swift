import Cells
import Testing

@testable import Reader

@Suite struct TextWrappingTests {
  let wrapping = TextWrapping(breaking: LineBreaking())

  func lines(_ text: String, _ width: Int) -> [String] {
    var flow = TextFlow()
    flow.append(text, role: .text)
    return wrapping.pieces(of: flow, width: width).map { piece in
      flow.runs(of: piece, column: 0).map(\.text).joined()
    }
  }

  @Test func linesAreFilledAndTheSpaceAtTheEndIsDropped() {
    #expect(lines("the quick brown fox", 10) == ["the quick", "brown fox"])
  }

  @Test func aLineMayBeExactlyAsWideAsTheMeasure() {
    #expect(lines("abcde fghij", 5) == ["abcde", "fghij"])
  }

  @Test func aWordThatIsTooLongIsCut() {
    #expect(lines("a incomprehensibility b", 8) == ["a", "incompre", "hensibil", "ity b"])
  }

  @Test func aWordThatIsTooLongIsCutAfterSpacesToo() {
    var flow = TextFlow()
    flow.append("  abcdefgh", role: .code, isCode: true)
    #expect(wrapping.pieces(of: flow, width: 5).map { $0.end - $0.start } == [5, 5])
  }

  @Test func wideCharactersAreNeverHalved() {
    #expect(lines("新聞記事", 5) == ["新聞", "記事"])
  }

  @Test func emptyTextIsOneEmptyLine() {
    #expect(lines("", 10) == [""])
  }

  @Test func aForcedBreakEndsTheLine() {
    var flow = TextFlow()
    flow.append("one", role: .text)
    flow.breakLine()
    flow.append("two", role: .text)
    #expect(wrapping.pieces(of: flow, width: 20).count == 2)
  }

  @Test func noLineIsEverWiderThanTheMeasureAndNoLetterIsLost() {
    let words = [
      "a", "storm-tossed", "(1912)", "新聞", "naïve", "https://x.example/a/b?c=d", "—", "é",
      "“quoted”",
    ]
    var seed: UInt64 = 7
    for _ in 0..<400 {
      let text = (0..<12).map { _ -> String in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(seed >> 33) % words.count]
      }.joined(separator: " ")
      let width = Int(seed >> 40) % 30 + 2
      let result = lines(text, width)
      for line in result { #expect(DisplayWidth.of(line) <= width, "\(line)") }
      #expect(result.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}

extension TextWrappingTests {
  @Test func severalSpacesCountAsOneButNotInCode() {
    var flow = TextFlow()
    flow.append("  Sloppy  spacing. ", role: .text)
    flow.append("  More", role: .strong)
    flow.append(" a  b", role: .code, isCode: true)
    #expect(String(decoding: flow.bytes, as: UTF8.self) == "Sloppy spacing. More a  b")
  }
}
