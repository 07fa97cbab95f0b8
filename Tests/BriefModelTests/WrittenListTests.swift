import Testing

@testable import BriefModel

@Suite("The lists of a brief written back")
struct WrittenListTests {
  /// What comes of a text; that it cites the same, and is the same when it is written again.
  private static func written(_ text: String, _ style: CitationStyle) throws -> String {
    let result = try WritingTests.write(text, style)
    #expect(try WritingTests.write(result, style) == result)
    let (first, second) = (try brief(text), try brief(result))
    #expect(first.sources.map(\.url.canonical) == second.sources.map(\.url.canonical))
    #expect(first.citations.map(\.source) == second.citations.map(\.source))
    return result
  }

  private static func brief(_ text: String) throws -> Brief {
    try BriefParser.parse(
      bytes: Array(text.utf8), path: "brief.md", modified: nil, today: RealBriefs.today)
  }

  @Test(
    "are in the order of their numbers, what is new among them",
    arguments: [(CitationStyle.numbered, "%. "), (.footnotes, "[^%]: ")])
  func order(style: CitationStyle, head: String) throws {
    let text = """
      # T

      [Tin](https://tin.example/a) fell, [iron](https://iron.example/b) and \
      [zinc](https://zinc.example/c) rose.

      ## Sources

      * **Zinc Daily:** https://zinc.example/c
      * **Copper:** https://copper.example/d
      * **Tin Post:** https://tin.example/a
      """
    let entries = [
      "**Tin Post:** https://tin.example/a", "[iron](https://iron.example/b)",
      "**Zinc Daily:** https://zinc.example/c", "**Copper:** https://copper.example/d",
    ]
    let list = entries.enumerated().map { head.replacing("%", with: "\($0 + 1)") + $1 }
    #expect(
      try Self.written(text, style).hasSuffix("## Sources\n\n" + list.joined(separator: "\n")))
  }

  @Test("keep their order where they have numbers or what stands between is no entry")
  func kept() throws {
    let text = "# T\n\nIt [fell](https://tin.example/a) and [rose](https://zinc.example/c).\n\n"
    let parted =
      "## Sources\n\n### A\n\n- %https://zinc.example/c\n\n### B\n\n- ~https://tin.example/a\n"
    #expect(
      try Self.written(text + parted.replacing("%", with: "").replacing("~", with: ""), .numbered)
        .hasSuffix(parted.replacing("- %", with: "2. ").replacing("- ~", with: "1. ")))
    let numbered = "## Sources\n\n2. https://zinc.example/c\n1. https://tin.example/a\n"
    #expect(try Self.written(text + numbered, .numbered).hasSuffix(numbered))
  }

  @Test("come of all definitions of footnotes, be they named, of paragraphs or cited by nothing")
  func notes() throws {
    let text = """
      # T

      Tin fell.[^1] Iron rose.[^union] A word.[^nd] Zinc stood.[^study]

      [^1]: [Tin Post](https://tin.example/a)
      [^union]: Iron Union, press release, https://union.example/2026-11-23
      [^nd]: A word for it.
      [^study]: Smith et al., Wages on rails.
          Second line of it.

          A second paragraph with [a link](https://study.example/x).
      [^6]: https://never.example/cited

      """
    #expect(
      try Self.written(text, .numbered) == """
        # T

        Tin fell.[1] Iron rose.[3] A word.[^nd] Zinc stood.[4]

        ## Sources

        1. [Tin Post](https://tin.example/a)
        2. https://never.example/cited
        [^nd]: A word for it.

        3. Iron Union, press release, https://union.example/2026-11-23
        4. Smith et al., Wages on rails.
            Second line of it.

            A second paragraph with [a link](https://study.example/x).

        """)
  }

  @Test("part entries in brackets that were definitions, as they would be one paragraph")
  func parted() throws {
    let text =
      "# T\n\nTin fell.[^a] Iron rose.[^b] Zinc stood.[^c]\n\n[^a]: https://a.example/1\n"
      + "[^b]: https://b.example/2\n[^c]: https://a.example/1\n"
    #expect(
      try Self.written(text, .numbered).hasSuffix(
        "## Sources\n\n[1] https://a.example/1\n\n[1] https://a.example/1\n\n"
          + "[2] https://b.example/2\n"))
  }

  @Test(
    "have a heading in the language of the brief",
    arguments: [
      ("锡价在[伦敦](https://a.example/1)下跌，来自这里。", "来源"),
      ("錫價在[倫敦](https://a.example/1)下跌，來自這裡。", "來源"),
      ("錫の価格は[ロンドン](https://a.example/1)で下落した。", "出典"),
      ("주석 가격은 [런던](https://a.example/1)에서 하락했다.", "출처"),
      (
        "Der Preis für Zinn ist in [London](https://a.example/1) auf den Stand der Woche gefallen, und "
          + "die Händler rechnen nicht mit einer Erholung.", "Quellen"
      ),
      (
        "El precio del estaño cayó en [Londres](https://a.example/1) y los operadores no esperan que "
          + "se recupere en la semana, como las minas.", "Fuentes"
      ),
      ("The price of tin fell in [London](https://a.example/1), as the traders said.", "Sources"),
    ])
  func headings(text: String, heading: String) throws {
    for style in [CitationStyle.numbered, .footnotes] {
      let result = try Self.written("# 1\n\n\(text)\n", style)
      #expect(result.contains("\n\n## \(heading)\n\n"), "\(result)")
    }
  }

  @Test("of references lose all definitions of a name that nothing needs any more")
  func repeatedDefinitions() throws {
    let text =
      "# T\n\nThe rules [were published][rule].\n\n[rule]: https://a.example/x\n"
      + "[RULE]: https://b.example/x\n"
    for style in CitationStyle.allCases {
      let result = try Self.written(text, style)
      #expect(!result.contains("https://b.example/x"), "\(result)")
    }
  }

  @Test("tell of each mark that is left which it is, where it stands and which is to blame")
  func notices() throws {
    let text =
      "# T\n\nTin fell [1]. Iron rose [9]. Zinc stood [12-14].\n\n## Sources\n\n1. https://a.example/1\n"
    let told = try WritingTests.write(Array(text.utf8), .inline).notices
    #expect(
      told.map(\.description)
        == ["[9]", "[12-14]"].enumerated().map { index, mark in
          "3:\(index == 0 ? 25 : 41): \(mark): This citation leads to no source, and is left as it is."
        })
    var notice = WritingNotice(
      "Left.", at: .init(line: 3, column: 4),
      mark: Array("[a](\(String(repeating: "x", count: 90)))".utf8)[...])
    notice.blamed = .init(line: 7, column: 8)
    #expect(notice.mark.count == 40 && notice.mark.hasSuffix("…"))
    #expect(notice.description.hasSuffix(": Left. It is in line 7, column 8."))
  }
}
