import Testing

@testable import BriefModel

@Suite("Where marks stand in a brief written back")
struct MarkPlaceTests {
  /// What a text becomes with numbers, up to the list at its end.
  private static func numbered(_ text: String) throws -> String {
    let written = try WritingTests.write("# T\n\n" + text, .numbered)
    let end = written.range(of: "\n## ")?.lowerBound ?? written.endIndex
    return String(written[..<end].dropFirst(5))
  }

  @Test("leaves links and numbers in blocks of HTML, where no mark is read, and tells it")
  func markup() throws {
    let link = "<summary><a href=\"https://a.example/1\">Tin Post</a> [2]</summary>"
    let text =
      "# T\n\n<details>\n\(link)\n</details>\n\nTin [fell](https://b.example/1) there.[2]\n\n"
      + "[2] https://c.example/1\n"
    for style in CitationStyle.allCases {
      let written = try WritingTests.write(Array(text.utf8), style)
      let result = String(decoding: written.bytes, as: UTF8.self)
      #expect(result.contains("\n\(link)\n"), "\(result)")
      let told = written.notices.filter { $0.text.contains("in a block of HTML no mark is read") }
      #expect(Set(told.map(\.place.line)) == [4], "\(written.notices)")
      let isMarked = result.contains("Tin fell[")
      #expect(isMarked == (style != .inline), "\(result)")
    }
  }

  @Test(
    "keeps each label beside its mark, in brackets where it would start a sentence",
    arguments: [
      (
        "锡价下跌。[同名节点](https://a.example/1)、[深拷贝](https://a.example/2)\n",
        "锡价下跌。（同名节点[1]、深拷贝[2]）\n"
      ),
      (
        "Tin fell. [The first story](https://a.example/1), [the other](https://a.example/2)\n",
        "Tin fell. (The first story[1], the other[2])\n"
      ),
      ("Tin fell. [The log](https://a.example/1)\n", "Tin fell. (The log[1])\n"),
      (
        "Tin fell. ([A story](https://a.example/1), [another](https://a.example/2))\n",
        "Tin fell. (A story[1], another[2])\n"
      ),
    ])
  func labels(text: String, expected: String) throws {
    #expect(try Self.numbered(text) == expected)
  }

  @Test(
    "drops words that only say that there is something to read, and names in a row behind a claim",
    arguments: [
      ("锡价下跌。[原文](https://a.example/1)\n", "锡价下跌。[1]\n"),
      ("锡价下跌。[发布页](https://a.example/1)\n", "锡价下跌。[1]\n"),
      ("Tin fell ([link](https://a.example/1)).\n", "Tin fell [1].\n"),
      ("See the [report](https://a.example/1) on tin.\n", "See the report[1] on tin.\n"),
      (
        "锡价下跌 [163](https://163.com/1) [sina](https://sina.cn/2)。\n", "锡价下跌 [1] [2]。\n"
      ),
      (
        "Tin fell [mofcom](https://mofcom.gov.cn/1) [china](https://china.com/2)\n",
        "Tin fell [1] [2]\n"
      ),
      (
        "锡价下跌，用的是 [vim](https://vim.org/1)。\n", "锡价下跌，用的是 vim[1]。\n"
      ),
      (
        "- [163](https://163.com/1) [sina](https://sina.cn/2)\n", "- 163[1] sina[2]\n"
      ),
      (
        "1. [Reuters](https://reuters.com/1)\n2. [AP](https://apnews.com/2)\n",
        "1. Reuters[1]\n2. AP[2]\n"
      ),
    ])
  func needless(text: String, expected: String) throws {
    #expect(try Self.numbered(text) == expected)
  }

  @Test("drops a single such name where the brief cites so")
  func habit() throws {
    let rows = (1...3).map {
      "锡价下跌 [163](https://163.com/\($0)) [sina](https://sina.cn/\($0))。\n\n"
    }
    #expect(
      try Self.numbered(rows.joined() + "锌价上涨 [163](https://163.com/9)。\n")
        .hasSuffix("锌价上涨 [7]。\n"))
  }

  @Test("keeps the host of an address that is the subject of its sentence")
  func subjects() throws {
    let text = """
      https://a.example/1 has more.

      Tin fell. https://b.example/1 says why, and https://c.example/1 says when.

      """
    #expect(
      try Self.numbered(text) == """
        a.example[1] has more.

        Tin fell. b.example[2] says why, and [3] says when.

        """)
  }
}
