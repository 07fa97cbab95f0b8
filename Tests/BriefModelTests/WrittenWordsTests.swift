import Testing

@testable import BriefModel

@Suite("Words and names in a brief written back")
struct WrittenWordsTests {
  @Test("keeps digits that the sentence needs, and drops the numbers of sources")
  func digits() throws {
    let text = """
      # T

      Sales at [163](https://163.com/x) rose, says [36氪](https://36kr.com/p/1) of \
      [2024](https://a.org/x) and [50](https://b.org/3)% of users. In [1984](https://o.org).

      """
    for (style, mark) in [(CitationStyle.numbered, ""), (.footnotes, "^")] {
      let written = try WritingTests.write(text, style)
      #expect(
        written.hasPrefix(
          "# T\n\nSales at 163[\(mark)1] rose, says 36氪[\(mark)2] of 2024[\(mark)3] and "
            + "50[\(mark)4]% of users. In 1984[\(mark)5].\n"))
    }
    let counted = "# T\n\nTin fell [1](https://a.org/1), iron rose [[2]](https://a.org/2).\n"
    #expect(
      try WritingTests.write(counted, .numbered).hasPrefix(
        "# T\n\nTin fell [1], iron rose [2].\n"))
  }

  @Test("writes what looks like an entity as the words that it is, whatever sign joins its start")
  func entities() {
    for (title, written) in [
      ("a &lt; b", "a &amp;lt; b"), ("\u{600}&lt; b", "\u{600}&amp;lt; b"),
      ("R&D; x", "R&amp;D; x"),
      ("\u{600}&#60\u{600};", "\u{600}&#60\u{600};"), ("a & b;", "a & b;"),
    ] {
      let text = MarkdownEscaping.title(title)
      #expect(text.unicodeScalars.elementsEqual(" \"\(written)\"".unicodeScalars), "\(text)")
    }
  }

  @Test("takes a text that lacks a label for another one")
  func lostLabels() throws {
    let text = Array("# T\n\nIn [1984](https://o.org/1) tin [fell](https://o.org/2).\n".utf8)
    let lost = PatchedText(text, [Patch(8..<31, "[1]"), Patch(text.count..<text.count, Self.list)])
    let kept = PatchedText(
      text, [Patch(8..<31, "1984[1]"), Patch(text.count..<text.count, Self.list)])
    let (brief, forms) = (try Self.parse(text), [Citation.Form.number, .link])
    for (patched, isPerfect) in [(lost, false), (kept, true)] {
      let likeness = Likeness(
        brief, try Self.parse(patched.bytes), of: patched, forms: forms, added: [])
      #expect(likeness.isPerfect == isPerfect)
    }
  }

  private static let list = "\n## Sources\n\n1. https://o.org/1\n"

  @Test("keeps the only name of a publisher, where that is digits of a domain, and takes no others")
  func digitNames() throws {
    let text =
      "# T\n\nTin fell [163](https://vertexaisearch.cloud.google.com/grounding-api-redirect/a), "
      + "iron rose [Reuters](https://vertexaisearch.cloud.google.com/grounding-api-redirect/b).\n"
    for style in [CitationStyle.numbered, .footnotes] {
      let brief = try Self.parse(Array(try WritingTests.write(text, style).utf8))
      #expect(brief.sources.map(\.outlet) == ["网易", "Reuters"])
    }
    let titled =
      "# T\n\nTin[^a].\n\n[^a]: [Tin falls to the lowest price of all the years]"
      + "(https://msn.com/x) — 163\n"
    #expect(try Self.parse(Array(titled.utf8)).sources.map(\.outlet) == ["网易"])
    let unnumbered =
      "# T\n\n## Sources\n\n- [163](https://msn.com/x)\n- [Reuters](https://msn.com/y)\n"
    #expect(
      try Self.parse(Array(unnumbered.utf8)).sources.map(\.outlet) == ["网易", "Reuters"])
    let others =
      "# T\n\nTin fell in [24](https://t.co/a) of [2024](https://t.co/b).\n\n## Sources\n\n"
      + "- [50](https://t.co/c)\n- [Tin is dear, they say](https://t.co/d) — 77\n"
    #expect(
      try Self.parse(Array(others.utf8)).sources.map(\.outlet)
        == Array(repeating: "t.co", count: 4))
  }

  @Test(
    "writes entries that are read as the outlet and the title of their source",
    arguments: [
      ("https://l.org/q", "l.org", nil), ("https://x.com/a", "X", nil),
      ("https://x.com/a", "X", "Tin falls"), ("https://quoted.example/1", "Quoted", nil),
      ("https://quoted.example/1", "quoted.example", "Quoted"),
      ("https://news.google.com/a", "Reuters", "Tin falls"), ("https://msn.com/a", "网易", "Tin"),
      ("https://example.org/a", "Ferry Post", nil), ("https://cnn.com/a", "CNN", "A *b* \"c\""),
    ])
  func entries(address: String, outlet: String, title: String?) throws {
    let url = try #require(SourceURL(address))
    let source = Source(number: 1, url: url, outlet: outlet, title: title, date: nil)
    for (mark, isNote) in [("1. ", false), ("[^1]: ", true), ("* [1] ", false)] {
      let entry = mark + ListedEntry.markdown(of: source, isNote: isNote)
      let cited = isNote ? "[^1]" : "[1]"
      let text = "# T\n\nTin fell\(cited).\n\n## Sources\n\n\(entry)\n"
      let read = try #require(Self.parse(Array(text.utf8)).sources.first)
      #expect(read.outlet == outlet && read.title == title, "\(entry)")
    }
  }

  @Test(
    "lets labels between sentences cite the one before them, with no word in the one behind",
    arguments: [
      (
        "[Reuters](https://reuters.com/a) [AP](https://apnews.com/b) Zinc rose.",
        "[1] [2] Zinc rose."
      ),
      ("[Reuters](https://reuters.com/a) Zinc rose.", "[1] Zinc rose."),
      (
        "[Report one](https://a.org/1); [report two](https://b.org/2). Zinc rose.",
        "(Report one[1]; report two[2]). Zinc rose."
      ),
      ("[Reuters](https://reuters.com/a) reports a rise.", "Reuters[1] reports a rise."),
    ])
  func betweenSentences(behind: String, expected: String) throws {
    for (style, mark) in [(CitationStyle.numbered, "["), (.footnotes, "[^")] {
      let written = try WritingTests.write("# T\n\nTin fell. \(behind)\n", style)
      let line = written.split(separator: "\n")[1]
      #expect(line == "Tin fell. " + expected.replacing("[", with: mark))
    }
  }

  @Test("gives a source without a title none")
  func titles() throws {
    let text = "# T\n\nIron fell [says it](https://l.org/q), [tin](https://x.com/a/status/1).\n"
    for style in CitationStyle.allCases {
      let brief = try Self.parse(Array(try WritingTests.write(text, style).utf8))
      #expect(brief.sources.map(\.title) == [nil, nil])
      #expect(brief.sources.map(\.outlet) == ["l.org", "X"])
    }
  }

  @Test("writes the title of a definition into the link")
  func definedTitles() throws {
    let text =
      "# T\n\nA [shortcut] was found.\n\n[shortcut]: https://c.org/s 'The \"real\" &amp;amp; *title*'\n"
    let written = try WritingTests.write(text, .inline)
    #expect(
      written.contains(
        #"A [shortcut](https://c.org/s "The \"real\" &amp;amp; \*title\*") was found."#))
    #expect(try Self.parse(Array(written.utf8)).sources[0].title == "The \"real\" &amp; *title*")
  }

  private static func parse(_ bytes: [UInt8]) throws -> Brief {
    try BriefParser.parse(bytes: bytes, path: "brief.md", modified: nil, today: RealBriefs.today)
  }
}
