import Testing

@testable import BriefModel

@Suite("A brief written back")
struct WritingTests {
  /// Fixtures in all styles; real briefs take their turns, as each is read eight times:
  /// `Tests/Coverage/styles.py` tries all of them in all styles.
  @Test("says the same in every style, and is the same when it is written again")
  func everyBrief() throws {
    for (index, path) in AllBriefs.paths.enumerated() {
      let bytes = RealBriefs.bytes(path)
      let isReal = RealBriefs.paths.contains(path)
      for (turn, style) in CitationStyle.allCases.enumerated() where !isReal || index % 3 == turn {
        let written = try Self.write(bytes, style)
        if written.bytes == bytes { continue }
        for problem in try Self.differences(bytes, written.bytes) {
          Issue.record("\(path), \(style): \(problem)")
        }
        #expect(try Self.write(written.bytes, style).bytes == written.bytes, "\(path), \(style)")
      }
    }
  }

  @Test("keeps the words that a sentence needs, and drops labels in groups")
  func words() throws {
    let text = """
      # T

      [Reuters](https://reuters.com/a) reports that [it fell](https://cnn.com/b) \
      ([CNBC](https://cnbc.com/c), [NPR](https://npr.org/d)).

      | a |
      |---|
      | [Bloomberg](https://bloomberg.com/e) |

      `[x](https://code.com)` and [ref][].

      [ref]: https://r.com/f
      """
    #expect(
      try Self.write(text, .numbered) == """
        # T

        Reuters[1] reports that it fell[2] [3][4].

        | a |
        |---|
        | Bloomberg[5] |

        `[x](https://code.com)` and ref[6].



        ## Sources

        1. [Reuters](https://reuters.com/a)
        2. [CNN](https://cnn.com/b)
        3. [CNBC](https://cnbc.com/c)
        4. [NPR](https://npr.org/d)
        5. [Bloomberg](https://bloomberg.com/e)
        6. [r.com](https://r.com/f)

        """)
  }

  @Test("gives the brief's own list numbers, and entries for what it lacks")
  func ownList() throws {
    let text =
      "# T\r\n\r\n[AP](https://a.com/) and [Bee](https://b.com/x(y) \"z\").\r\n\r\n## Sources\r\n\r\n"
      + "* **AP:** [https://a.com/](https://a.com/)\r\n"
    #expect(
      try Self.write(text, .numbered)
        == "# T\r\n\r\nAP[1] and Bee[2].\r\n\r\n## Sources\r\n\r\n"
        + "1. **AP:** [https://a.com/](https://a.com/)\r\n"
        + "2. [z](https://b.com/x(y)) — b.com\r\n")
  }

  @Test("writes a file that ends within a tag", arguments: CitationStyle.allCases)
  func endingInTag(style: CitationStyle) throws {
    let text = "# T\n\n<div><a href=\"https://a.example/\">x</a"
    #expect(try Self.write(text, style).contains("https://a.example/"))
  }

  @Test("gives no source a number that digits in the text would then cite")
  func takenNumbers() throws {
    let text =
      "# T\n\nIt reached the capital.1 Hotels were full.3 Trains [fell](https://a.com/x).\n"
    #expect(
      try Self.write(text, .numbered)
        == "# T\n\nIt reached the capital.1 Hotels were full.3 Trains fell[2].\n\n## Sources\n\n"
        + "2. [a.com](https://a.com/x)\n")
  }

  @Test("writes marks in headings where their words, and so their anchors, stay")
  func headings() throws {
    let text = """
      # The [title](https://t.com/x)

      ## The [fall](https://a.com/x) of it

      Rain.

      ## https://b.com/x

      Wind.

      """
    for (style, mark) in [(CitationStyle.numbered, ""), (.footnotes, "^")] {
      let written = try Self.write(text, style)
      #expect(
        written.hasPrefix(
          "# The title[\(mark)1]\n\n## The fall[\(mark)2] of it\n\nRain.\n\n## https://b.com/x\n"))
    }
  }

  /// What a text becomes with numbers and with footnotes, up to the list at its end.
  private func marked(_ text: String) throws -> [String] {
    try [CitationStyle.numbered, .footnotes].map { style in
      let written = try Self.write("# T\n\n" + text, style).replacing("[^", with: "[")
      let end = written.range(of: "\n## Sources")?.lowerBound ?? written.endIndex
      return String(written[..<end].dropFirst(5))
    }
  }

  @Test(
    "finds words and places for marks where the first choice would change what is said",
    arguments: [
      (
        "links that touch", "[One](https://a.com/1)[two](https://a.com/2)[3D](https://a.com/3)\n",
        "One[1] two[2] 3D[3]\n"
      ),
      (
        "addresses alone in their lines", "https://a.com/1\nhttps://b.com/2\n",
        "a.com[1]\nb.com[2]\n"
      ),
      (
        "a link above dashes", "[Read on](https://a.com/1)\n---\nRain.\n",
        "Read on[1]\n\n---\nRain.\n"
      ),
      (
        "words after a full stop", "- Tin rose. [The log](https://a.com/1)\n",
        "- Tin rose. (The log[1])\n"
      ),
      (
        "words in brackets after a full stop", "Tin rose. ([The log](https://a.com/1))\n",
        "Tin rose. (The log[1])\n"
      ),
      (
        "a label before a colon", "[Tin](https://a.com/1): it rose.\n", "Tin[1]: it rose.\n"
      ),
    ])
  func placesForMarks(what: String, text: String, expected: String) throws {
    #expect(try marked(text) == [expected, expected], "\(what)")
  }

  @Test("names new footnotes by letters beside such as have words for names, so that none is first")
  func namedNotes() throws {
    let text =
      "# T\n\n| a |\n|---|\n| It [fell](https://a.com/1) fast[^note] |\n\n[^note]: https://c.com/1\n"
    #expect(
      try Self.write(text, .footnotes).hasPrefix(
        "# T\n\n| a |\n|---|\n| It fell[^s1] fast[^note] |\n\n[^note]: https://c.com/1\n"))
  }

  @Test("writes each mark of a sentence of ten thousand bytes")
  func longSentences() throws {
    let text = (1...300).map { "word [name](https://a.com/\($0)) " }.joined() + "\n"
    let written = try #require(try marked(text).first)
    for number in 1...300 { #expect(written.contains("word name[\(number)] ")) }
  }

  @Test("tells of what is left why")
  func reasons() throws {
    let text = "# T (https://t.com/x)\n\n[a](https://a.com/1) and ![](https://a.com/2)\n"
    let written = try Self.write(Array(text.utf8), .numbered)
    #expect(
      written.notices.map(\.description) == [
        "1:6: https://t.com/x: This citation is left as it is: as a number, its heading, and the "
          + "anchor of it, would change."
      ])
    // The `[5]` that leads nowhere makes a gap.
    let links = (1...996).map { "Tin [rose](https://a.com/\($0)).\n" }.joined()
    let gone =
      "This citation is left as it is: as a number, no number is left for it that would be read as "
      + "one."
    #expect(
      try Self.write(Array(("Tin sank.[5]\n\n" + links).utf8), .numbered).notices.map(\.text)
        .filter { $0 == gone }.count == 2)
  }

  @Test("writes more than 999 numbers where none before them is missing")
  func manyNumbers() throws {
    let links = (1...1001).map { "Tin [rose](https://a.com/\($0)).\n\n" }.joined()
    let written = try Self.write(Array(links.utf8), .numbered)
    #expect(written.notices.isEmpty)
    #expect(String(decoding: written.bytes, as: UTF8.self).contains("Tin rose[1001].\n"))
    #expect(try Self.write(written.bytes, .inline).notices.isEmpty)
  }

  @Test("tells the line of the file of what is left, and not that of the text as written")
  func linesOfFile() throws {
    let text = "# T\n\n[a](https://a.org/1)\n---\n\n## Part (https://t.com/x)\n\nTin.\n"
    let written = try Self.write(Array(text.utf8), .numbered)
    let result = String(decoding: written.bytes, as: UTF8.self)
    #expect(result.contains("a [1]\n\n---\n\n## Part (https://t.com/x)\n"), "\(result)")
    #expect(written.notices.map(\.place.line) == [6])
  }

  @Test("takes a link of HTML for an inline one where Markdown would be none")
  func linksOfHTML() throws {
    let text = "# T\n\n<div><a href=\"https://a.com/1\">Tin</a></div>\n"
    let written = try Self.write(Array(text.utf8), .inline)
    #expect(written.bytes == Array(text.utf8) && written.notices == [])
  }

  @Test("finds all marks at once that must be written in another way")
  func manyRetreats() throws {
    let text =
      "# T\n\n" + (1...80).map { "Part [b](https://b.com/\($0)) rose.\n\n" }.joined()
    let written = try Self.write(text, .numbered)
    for number in 1...80 { #expect(written.contains("Part b [\(number)] rose.")) }
  }

  @Test("knows where each place of a patched text comes from")
  func origins() {
    let text = PatchedText(
      Array("abcdef".utf8), [Patch(4..<4, "-"), Patch(1..<2, "XYZ"), Patch(1..<3, "lost")])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "aXYZcd-ef")
    let places = [(0, 0), (1, 1), (1, 3), (2, 4), (3, 5), (4, 7), (5, 8)]
    for (before, after) in places {
      #expect(text.origin(before: before) == text.origin(after: after))
    }
    #expect(text.origin(after: 6) == .patch(1))
  }

  @Test("writes numbers and footnotes as links to the outlet")
  func links() throws {
    let text =
      "# T\n\nIt fell[1]. It rose.[^a]\n\n[^a]: https://b.com/x\n\n## Sources\n\n1. https://cnn.com/a\n"
    let written = try Self.write(text, .inline)
    #expect(
      written.contains("It fell ([CNN](https://cnn.com/a)). It rose. ([b.com](https://b.com/x))"))
  }

  @Test("leaves what leads nowhere as it is, and says where")
  func broken() throws {
    let text = "# T\n\nIt fell.[7] [A](https://a.com/)\n\n## Sources\n\n1. https://b.com/a\n"
    let written = try Self.write(Array(text.utf8), .inline)
    #expect(written.bytes == Array(text.utf8))
    #expect(written.notices.map(\.place.line) == [3])
  }

  @Test("without a style has the bytes that it had")
  func bytesAlone() throws {
    for path in AllBriefs.paths {
      let bytes = RealBriefs.bytes(path)
      #expect(try Self.write(bytes, nil).bytes == bytes, "\(path)")
    }
  }

  static func write(_ bytes: [UInt8], _ style: CitationStyle?) throws -> WrittenBrief {
    try BriefWriter.write(bytes: bytes, path: "brief.md", style: style, today: RealBriefs.today)
  }

  static func write(_ text: String, _ style: CitationStyle) throws -> String {
    String(decoding: try write(Array(text.utf8), style).bytes, as: UTF8.self)
  }
}
