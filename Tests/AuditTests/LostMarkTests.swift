import BriefModel
import Testing

@testable import Audit

@Suite("Marks that lead nowhere")
struct LostMarkTests {
  private static let list = (1...8).map { "\($0). https://a.org/\($0)\n" }.joined()

  private func found(_ text: String) throws -> [Finding] {
    let whole = "# P\n\n\(text)\n\n## Sources\n\n\(Self.list)"
    return Audit().findings(in: try manuscript(whole)).filter { $0.rule == "broken-number" }
  }

  @Test(
    "A mark of several numbers is told once, with those that have no entry",
    arguments: [
      ("Tin [1, 9] rose.", "9 of [1, 9] has no entry", 5..<11),
      ("Tin [7-10] rose.", "9, 10 of [7-10] have no entries", 5..<11),
      ("Tin [12-14] rose.", "12–14 of [12-14] have no entries", 5..<12),
      ("Tin [1]–[9] rose.", "9 of [1]–[9] has no entry", 5..<14),
      ("Tin [9] rose.", "[9] has no entry", 5..<8),
      ("Tin 【1，9】 rose.", "9 of 【1，9】 has no entry", 5..<16),
    ])
  func groups(_ text: String, _ words: String, _ columns: Range<Int>) throws {
    let found = try found(text)
    try #require(found.count == 1, "\(found.map(\.shown))")
    #expect(found[0].message.hasPrefix(words + " in a list of sources; add the entr"))
    #expect(found[0].column == columns.lowerBound && found[0].range.count == columns.count)
  }

  @Test("Marks one after the other are told one by one, and a repeated one with its count")
  func apart() throws {
    #expect(
      try found("Tin [9][10] rose. Lead [1, 9] fell. Zinc [1, 9] rose.").map(\.message) == [
        "[9] has no entry in a list of sources; add the entry or remove it",
        "[10] has no entry in a list of sources; add the entry or remove it",
        "9 of [1, 9] has no entry in a list of sources (and 1 more time); "
          + "add the entry or remove it",
      ])
  }

  @Test("An entry without an address is told apart from one that is missing")
  func unaddressed() throws {
    let text = "# P\n\nTin [1, 2, 9] rose.\n\n## Sources\n\n1. https://a.org/1\n2. A paper\n"
    let found = Audit().findings(in: try manuscript(text)).filter { $0.rule == "broken-number" }
    #expect(
      found.map(\.message).sorted() == [
        "9 of [1, 2, 9] has no entry in a list of sources; add the entry or remove it",
        "the entry of 2 of [1, 2, 9] has no web address; add its address",
      ])
  }

  @Test("Each footnote of a mark is told by its own name, with all of the mark")
  func footnotes() throws {
    let text = "Tin rose.[^1, ^2]\n\n[^1]: https://a.org/1\n"
    let found = Audit().findings(in: try manuscript(text)).filter { $0.rule == "broken-number" }
    #expect(
      found.map(\.message) == [
        "the footnote [^2] is not defined; add a line [^2]: … or remove it"
      ])
    #expect(found.first?.range == 9..<17)
  }

  @Test(
    "A raised number beyond the list is told where three others are in it, behind a sentence",
    arguments: [
      ("Tin rose.¹ Lead fell.² Zinc rose.³ Iron fell.⁹", ["⁹"]),
      ("Tin rose.¹ Lead fell.² Iron fell.⁹", []),
      ("Tin rose.¹ Lead fell.² Zinc rose.³ An area of km⁹ here.", []),
      ("Tin.<sup>1</sup> Lead.<sup>2</sup> Zinc.<sup>3</sup> Iron.<sup>9</sup>", ["<sup>9</sup>"]),
      ("Tin was paid.1 Lead fell.2 Zinc rose.3 The fantasy.11", ["11"]),
      ("Tin was paid.1 Lead fell.2 The fantasy.11", []),
      ("Tin was paid.1 Lead fell.2 Zinc rose.3 We ran Windows 3.11 here.", []),
    ])
  func beyond(_ text: String, _ marks: [String]) throws {
    #expect(
      try found(text).map(\.message)
        == marks.map { "\($0) has no entry in a list of sources; add the entry or remove it" })
  }

  @Test("An empty footnote mark cites the only source of the list below it")
  func emptyFootnote() throws {
    let story = { (number: Int, sources: Int) in
      "## Story \(number)\n\n- Tin rose. [^]\n  - Footnote: it did.\n\n### References\n"
        + (1...sources).map { "- https://a\(number).org/\($0)\n" }.joined() + "\n"
    }
    let brief = try manuscript("# P\n\n" + story(1, 1) + story(2, 2) + story(3, 1)).brief
    #expect(
      brief.citations.map { $0.url?.ascii } == [
        "https://a1.org/1", nil, "https://a3.org/1",
      ])
    let findings = Audit().findings(in: try manuscript("# P\n\n" + story(2, 2)))
    #expect(
      findings.filter { $0.rule == "broken-number" }.map(\.message) == [
        "the footnote [^] has no name, and not exactly one source is listed below it; "
          + "name its note, or remove it"
      ])
    #expect(try manuscript("A class [^] of Oniguruma, a[^] b.\n").brief.citations.count == 1)
  }
}
