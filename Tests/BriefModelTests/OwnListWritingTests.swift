import Testing

@testable import BriefModel

@Suite("A brief's own list when it is written back")
struct OwnListWritingTests {
  /// What comes of a text; that it says the same, and is the same when it is written again.
  private static func written(_ text: String, _ style: CitationStyle) throws -> String {
    let result = try WritingTests.write(text, style)
    #expect(try WritingTests.differences(Array(text.utf8), Array(result.utf8)).isEmpty)
    #expect(try WritingTests.write(result, style) == result)
    return result
  }

  @Test("becomes definitions of footnotes, whose bullets give way to the names")
  func bullets() throws {
    let text = """
      # T

      The [Tin Post](https://tin.example/a) says so, and [Iron News](https://iron.example/b) too.

      ## Sources

      * **Tin Post:** [https://tin.example/a](https://tin.example/a)
      * **Iron News:** [https://iron.example/b](https://iron.example/b)
        with a second line
      * **Zinc Daily:** [https://zinc.example/c](https://zinc.example/c)

      """
    #expect(
      try Self.written(text, .footnotes) == """
        # T

        The Tin Post[^1] says so, and Iron News[^2] too.

        ## Sources

        [^1]: **Tin Post:** [https://tin.example/a](https://tin.example/a)
        [^2]: **Iron News:** [https://iron.example/b](https://iron.example/b)
          with a second line
        [^3]: **Zinc Daily:** [https://zinc.example/c](https://zinc.example/c)

        """)
  }

  @Test(
    "keeps its numbers as the names of footnotes",
    arguments: ["%. ", "%) ", "[%] ", "\\[%] ", "- [%] ", "[%]: "])
  func numbers(_ form: String) throws {
    func list(_ form: String) -> String {
      (1...3).map { number in
        form.replacing("%", with: "\(number)") + "https://a\(number).example/x\n"
          + (form.hasSuffix("[%] ") ? "\n" : "")
      }.joined()
    }
    let text = "# T\n\nTin fell[3]. Iron rose[1].\n\n## Sources\n\n"
    let result = try Self.written(text + list(form), .footnotes)
    #expect(result.hasPrefix("# T\n\nTin fell[^3]. Iron rose[^1].\n\n## Sources\n\n[^1]: https"))
    #expect(result.contains("\n[^2]: https://a2.example/x\n"), "\(result)")
    #expect(!result.contains("[^4]"), "\(result)")
  }

  @Test("comes of definitions of footnotes, whose numbers are kept")
  func notes() throws {
    let text = """
      # T

      Tin fell.[^1] Iron rose.[^3] Zinc stood.[^2]

      [^1]: https://a1.example/x
      [^2]: [Zinc Daily](https://zincdaily.example/x)
      [^3]: https://a3.example/x

      """
    #expect(
      try Self.written(text, .numbered) == """
        # T

        Tin fell.[1] Iron rose.[3] Zinc stood.[2]

        ## Sources

        1. https://a1.example/x
        2. [Zinc Daily](https://zincdaily.example/x)
        3. https://a3.example/x

        """)
  }

  @Test("stays where an entry has several sources, a title in its text, or stands in another")
  func kept() throws {
    let text = "# T\n\n[Tin](https://tin.example/a) fell, [iron](https://iron.example/b) rose.\n\n"
    for list in [
      "- [Tin](https://tin.example/a), [Iron](https://iron.example/b)\n",
      "1. How tin fell. https://tin.example/a\n2. How iron rose. https://iron.example/b\n",
      "- Metals\n  - [Tin](https://tin.example/a)\n  - [Iron](https://iron.example/b)\n",
    ] {
      let result = try Self.written(text + "## Sources\n\n" + list, .footnotes)
      #expect(result.contains("## Sources\n\n" + list), "\(result)")
      #expect(result.contains("\n[^"), "\(result)")
    }
  }

  @Test("tells that a numbered list stays beside the definitions of footnotes")
  func doubled() throws {
    let text = "# T\n\nTin [fell](https://tin.example/a).\n\n## Sources\n\n"
    let titled = "1. [Tin](https://tin.example/a), [Iron](https://iron.example/b)\n"
    let told = try WritingTests.write(Array((text + titled).utf8), .footnotes).notices
    #expect(told.count == 1 && told[0].place.line == 7, "\(told)")
    #expect(told.first?.text.contains("stays beside the definitions") == true)
    for (list, style) in [
      ("1. https://tin.example/a\n", CitationStyle.footnotes), (titled, .numbered),
    ] {
      #expect(try WritingTests.write(Array((text + list).utf8), style).notices.isEmpty)
    }
  }

  @Test(
    "names the outlet that only a label told, where an entry has a title",
    arguments: [
      ("1. How tin fell. https://tinpost.example/a", "1. How tin fell - The Tin Post. https:"),
      ("1. How tin fell: <https://tinpost.example/a>", "1. How tin fell - The Tin Post: <https:"),
      ("[1] [How tin fell](https://tinpost.example/a)", "example/a) — The Tin Post\n"),
      ("- [How tin fell](https://tinpost.example/a)  ", "example/a) — The Tin Post  \n"),
    ])
  func titledOutlets(_ entry: String, _ written: String) throws {
    let text = "# T\n\nTin fell. ([The Tin Post](https://tinpost.example/a))\n\n"
    let result = try Self.written(text + "## Sources\n\n\(entry)\n", .numbered)
    #expect(result.contains("Tin fell. [1]\n") && result.contains(written), "\(result)")
    let source = try #require(try brief(result).sources.first)
    #expect(source.outlet == "The Tin Post" && source.title == "How tin fell", "\(result)")
  }

  @Test("names no outlet where that would be read as something else")
  func noName() throws {
    let text = "# T\n\nTin fell. ([The Tin Post](https://tinpost.example/a))\n\n## Sources\n\n"
    let entry = "1. How tin fell, by Zed. https://tinpost.example/a (PDF)\n"
    let result = try Self.written(text + entry, .numbered)
    #expect(result.contains("Tin fell. [1]\n"))
    #expect(try brief(result).sources.map(\.title) == brief(text + entry).sources.map(\.title))
  }

  @Test("A line that tells the day of the brief tells it after writing, too")
  func day() throws {
    let day = "2026-02-24 [1]"
    let list = "## Sources\n\n1. **The Metropolitan Quarterly of Harwich:** https://tin.example/a\n"
    let text = "# T\n\n\(day)\n\nTin fell.[1]\n\n\(list)"
    let result = try Self.written(text, .inline)
    #expect(try brief(text).date?.origin == .text)
    #expect(try brief(result).date == brief(text).date, "\(result)")
    #expect(result.contains("\n\(day)\n"), "\(result)")
  }

  @Test(
    "names the outlet that only a label told, where an entry is an address alone",
    arguments: [
      ("1. ", CitationStyle.numbered, "1. "), ("- ", .numbered, "1. "),
      ("- ", .footnotes, "[^1]: "), ("[^1]: ", .numbered, "1. "),
    ])
  func outlets(_ mark: String, _ style: CitationStyle, _ written: String) throws {
    let text = """
      # T

      Tin fell. ([The Tin Post](https://tinpost.example/a))

      ## Sources

      \(mark)https://tinpost.example/a

      """
    let result = try Self.written(text, style)
    #expect(
      result.contains("\n\(written)**The Tin Post:** https://tinpost.example/a\n"), "\(result)")
    #expect(try brief(result).sources.map(\.outlet) == ["The Tin Post"])
  }

  @Test(
    "keeps the addresses that stand within the brackets of a name",
    arguments: [CitationStyle.inline, .numbered, .footnotes])
  func addressesInBrackets(style: CitationStyle) throws {
    let text = """
      # T

      It rose ([Tin Post](https://tin.example/a)). It fell ([Iron News](https://iron.example/b)).

      ## Sources

      - [^1: https://tin.example/a]: The paper
      - [^2 https://iron.example/b]: The other

      """
    let written = try Self.written(text, style)
    #expect(written.contains("https://tin.example/a") && written.contains("https://iron.example/b"))
  }
}
