import Testing

@testable import BriefModel

@Suite("Numbers and names of lists")
struct ListCountTests {
  @Test("Items that are all written with one number are counted on")
  func counting() throws {
    let text = "# T\n\nTin fell[1]. Iron fell[2]. Zinc fell[3].\n\n## Sources\n\n"
    for (list, expected) in [
      ("1. https://a.org\n1. https://b.org\n1. https://c.org\n", ["a.org", "b.org", "c.org"]),
      ("3. https://a.org\n1. https://b.org\n2. https://c.org\n", ["b.org", "c.org", "a.org"]),
      ("1) https://a.org\n\n1) https://b.org\n\n1) https://c.org\n", ["a.org", "b.org", "c.org"]),
    ] {
      #expect(try cited(text + list) == expected, "\(list)")
    }
  }

  @Test("Names of footnotes are the same in small and capital letters, and the first one counts")
  func footnotes() throws {
    let text = """
      # T

      Tin fell.[^A] Iron fell.[^stra\u{DF}e] Zinc fell.[^2]

      [^a]: https://a.org
      [^A]: https://dup.org
      [^STRASSE]: https://b.org
      [^2]: https://c.org

      """
    #expect(try cited(text) == ["a.org", "b.org", "c.org"])
  }

  @Test("New footnotes have no name that is that of another one in capital letters")
  func newNames() throws {
    let text = "# T\n\nTin[^S1] fell, [iron](https://b.org) rose.\n\n[^S1]: https://a.org\n"
    let written = try WritingTests.write(text, .footnotes)
    #expect(written.hasPrefix("# T\n\nTin[^S1] fell, iron[^ss1] rose.\n"), "\(written)")
  }

  @Test("A list whose items have several links is the brief's own")
  func severalLinks() throws {
    let text = """
      # T

      Tin [fell](https://a.org/1) and iron [rose](https://b.org/2), says [Zed](https://c.org/3).

      ## Sources

      * [One](https://a.org/1), [Two](https://b.org/2)
      * [Three](https://c.org/3)

      """
    let written = try WritingTests.write(text, .numbered)
    #expect(written.ranges(of: "## Sources").count == 1, "\(written)")
    #expect(written.contains("\n* [One](https://a.org/1), [Two](https://b.org/2)\n"))
    #expect(written.contains("\n* [3] [Three](https://c.org/3)\n"), "\(written)")
    #expect(written.contains("\n* [1] [One](https://a.org/1) — a.org\n"), "\(written)")
    #expect(try cited(written) == ["a.org", "b.org", "c.org"])
  }

  @Test(
    "On a platform a publisher is its account, or a host of its own below the domain",
    arguments: [
      ("https://developers.facebook.com/tools", "developers.facebook.com"),
      ("https://someone.medium.com/a-story-1", "someone.medium.com"),
      ("https://uk.linkedin.com/in/someone", "in/someone"),
      ("https://de-de.facebook.com/someone", "someone"),
      ("https://gist.github.com/someone/1", "someone"),
      ("https://old.reddit.com/r/tin/comments/1", "r/tin"),
      ("https://space.bilibili.com/1234", "1234"), ("https://github.com/someone/tin", "someone"),
    ])
  func publishers(address: String, account: String) throws {
    let source = Source(number: 1, url: try #require(SourceURL(address)), outlet: "Platform")
    #expect(Publisher.of(source) == "Platform (\(account))")
  }

  @Test("A word of hosts is no outlet behind a host that hides it")
  func hostWords() throws {
    let address = "https://vertexaisearch.cloud.google.com/grounding-api-redirect/a"
    for word in ["www", "m", "wap"] {
      let brief = try parse("# T\n\nTin fell [\(word)](\(address)).\n")
      #expect(brief.sources[0].outlet == "vertexaisearch.cloud.google.com")
    }
  }

  /// The domains of what is cited, in the order of the text.
  private func cited(_ text: String) throws -> [String?] {
    let brief = try parse(text)
    return brief.citations.map { $0.source.map { brief.sources[$0].url.domain } }
  }

  private func parse(_ text: String) throws -> Brief {
    try BriefParser.parse(
      bytes: Array(text.utf8), path: "brief.md", modified: nil, today: RealBriefs.today)
  }
}
