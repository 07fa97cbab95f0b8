import Testing

@testable import BriefModel

/// What strangers can write that once crashed the program or took it too long.
@Suite("Bounds")
struct BoundTests {
  @Test(
    "a mark after a label that ends in a space leaves the places of both in order",
    arguments: [
      "[x ](https://a.example)[cite: 1]. b",
      "Fell <a href=\"https://a.example\">Reuters </a>【1†source】.",
      "It fell <a href=\"https://a.example\"> </a>[^1]: x",
    ])
  func spaces(_ text: String) throws {
    #expect(!BriefJSON.encode(try brief(text)).isEmpty)
  }

  @Test("the sentences of very many citations are short, so that all of them can be given")
  func sentences() throws {
    let text =
      "# T\n\n" + String(repeating: "a [1] ", count: 60_000)
      + "\n\n## Sources\n\n1. [A](https://a.example/x)"
    let sentences = Sentences().all(in: try brief(text))
    #expect(sentences.count == 60_000)
    #expect(sentences.reduce(0) { $0 + $1.utf8.count } < 24 << 20)
  }

  @Test("too many brackets in one block are no links, and its numbers still are citations")
  func brackets() throws {
    let lines = String(repeating: "[a](https://a.example/b) words[1].\n", count: 33_000)
    let brief = try brief(
      "\(lines)\n\n[after](https://b.example/c)\n\n## Sources\n\n1. [A](https://a.example/x)")
    #expect(brief.notices.contains { $0.text.hasPrefix("So many brackets") && $0.line == 1 })
    #expect(!brief.citations.contains { $0.form == .link && $0.label == "a" })
    #expect(brief.citations.contains { $0.label == "after" })
    #expect(brief.citations.contains { $0.form == .number })
  }

  @Test(
    "digits after a stop are citations only where a sentence ends",
    arguments: [
      ("It grew in the capital.3 The rest", 1), ("It grew.3", 1), ("He paid.5 million", 0),
      ("On Monday,12 May", 0), ("Section.3 says", 0), ("approx.3 Million", 0), ("成長した。3 次は", 1),
    ])
  func digits(_ text: String, count: Int) throws {
    let list = (1...12).map { "\($0). Title \($0). https://a.example/\($0)" }.joined(
      separator: "\n")
    let brief = try brief("# T\n\n\(text)\n\n## Works cited\n\n\(list)")
    #expect(brief.citations.count { $0.form == .digits } == count)
  }

  @Test(
    "digits that end a cell are citations only behind a sentence",
    arguments: [
      ("v0.35.0-preview.1", 0), ("Up year-on-year.1", 1), ("preview-a.1", 0), ("preview.1", 0),
      ("alpha.2", 0), ("**preview.1**", 0),
      ("Since v0.35.0-preview.1", 0), ("It grew.1", 1), ("It **grew.1**", 1), ("成長した。1", 1),
    ])
  func cells(_ cell: String, count: Int) throws {
    let brief = try brief(
      "# T\n\n| a | b |\n|---|---|\n| \(cell) | x |\n| y | \(cell) |\n\n## Works cited\n\n"
        + "1. One. https://a.example/1\n2. Two. https://a.example/2\n")
    #expect(brief.citations.count { $0.form == .digits } == 2 * count)
  }

  @Test("a color is no group of citations")
  func colors() throws {
    let list = "## Sources\n\n1. https://a.org/1\n\n2. https://a.org/2\n"
    let brief = try brief(
      "# T\n\nWhite is [255, 255, 255], gray [1, 1, 1]; it fell [1, 2].\n\n\(list)")
    #expect(brief.citations.map(\.label) == ["1", "2"])
    #expect(brief.citations.map(\.source) == [0, 1])
  }

  @Test("a list of sources is never taken for the title")
  func titles() throws {
    #expect(try brief("Tin fell.[1]\n\n## Sources\n\n1. https://a.org/1\n").title == "brief")
  }

  @Test("a source without a number gets none that the list has already")
  func nextNumber() throws {
    let brief = try brief(
      "# Tin\n\nTin rose [1], then again [3] [Metals](https://metals.example/x).\n\n## Sources\n\n"
        + "1. Reuters https://www.reuters.com/tin-2026-11-19/\n"
        + "2. Quay Times https://quaytimes.example/tin\n"
        + "3. Reuters \"Tin climbs again\" https://www.reuters.com/tin-2026-11-19\n")
    #expect(brief.sources.map(\.number) == [1, 2, 4])
    #expect(brief.sources.last?.url.host == "metals.example")
  }
}
