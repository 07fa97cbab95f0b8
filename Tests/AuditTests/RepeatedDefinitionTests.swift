import BriefModel
import Testing

@testable import Audit

@Suite("What is defined more than once")
struct RepeatedDefinitionTests {
  private let rules: Set = ["broken-number", "uncited-source", "unlisted-source"]

  private func found(_ text: String) throws -> [String] {
    Audit().findings(in: try manuscript(text)).filter { rules.contains($0.rule) }.map {
      "\($0.line):\($0.column): \($0.message) [\($0.rule)]"
    }
  }

  private func remark(_ name: String, _ place: String, _ line: Int) -> String {
    "\(place): \(name) is defined more than once, and only that of line \(line) counts; "
      + "give this one another name [broken-number]"
  }

  @Test("A footnote is told at its second definition, whatever its case")
  func footnotes() throws {
    let text = """
      # P

      ## Tin

      Tin rose.[^1]

      [^1]: https://a.org/1

      ## Lead

      Lead fell.[^1][^A]

      [^1]: https://b.org/1
      [^a]: https://c.org/1
      [^A]: https://d.org/1
      """
    #expect(
      try found(text) == [remark("[^1]", "13:1", 7), remark("[^A]", "15:1", 14)])
    let brief = try manuscript(text).brief
    let cited = brief.sources.filter { !$0.citations.isEmpty }.map(\.url.ascii)
    #expect(cited == ["https://a.org/1", "https://c.org/1"])
  }

  @Test("Where only the later one has an address, that one counts; one source twice is no fault")
  func laterAddress() throws {
    #expect(
      try found("Tin rose.[^1]\n\n[^1]: A talk\n[^1]: https://a.org/1\n")
        == [remark("[^1]", "3:1", 4)])
    #expect(
      try found("Tin rose.[^1]\n\n[^1]: https://a.org/1\n[^1]: https://a.org/1\n") == [])
    #expect(
      try found("Tin rose.[^1]\n\n[^1]: A talk\n[^1]: A walk\n") == [remark("[^1]", "4:1", 3)])
  }

  @Test("So are numbered references, and entries of a list whose number the text has")
  func numbers() throws {
    let references = "Tin [1] and lead [2] rose.\n\n[1]: https://a.org/1\n[2]: https://b.org/1\n"
    #expect(try found(references + "[2]: https://c.org/1\n") == [remark("[2]", "5:1", 4)])
    let list = "# P\n\nTin [1] and lead [2] rose.\n\n## Sources\n\n1. https://a.org/1\n"
    let lines = "[2] https://b.org/1\n[2] https://c.org/1\n"
    #expect(
      try found("# P\n\nTin [1] and lead [2] rose.\n\n## Sources\n\n[1] https://a.org/1\n\(lines)")
        == [remark("[2]", "9:1", 8)])
    #expect(
      try found(list + "2. https://b.org/1\n2. https://c.org/1\n") == [remark("2.", "9:4", 8)])
  }

  @Test("Lists of their own may count anew, and numbers that nothing cites may stand twice")
  func apart() throws {
    let stories = (1...2).map {
      "## Story \($0)\n\nTin [1] and lead [2] rose.\n\n### Sources\n\n"
        + "1. https://a.org/\($0)\n2. https://b.org/\($0)\n\n"
    }
    #expect(try found("# P\n\n" + stories.joined()) == [])
    let links = "Tin [rose](https://a.org/1) and [fell](https://b.org/1).\n\n## Sources\n\n"
    #expect(try found("# P\n\n\(links)1. https://a.org/1\n1. https://b.org/1\n") == [])
  }

  @Test("A reference by words that leads elsewhere the second time is told, and none in code")
  func references() throws {
    let text = "Tin [rose][rule] and [fell][Rule].\n\n[rule]: https://a.org/1\n"
    #expect(try found(text + "[Rule]: https://b.org/1\n") == [remark("[Rule]", "4:1", 3)])
    #expect(try found(text + "[rule]: https://a.org/1\n") == [])
    #expect(try found(text + "\n```\n[rule]: https://b.org/1\n```\n") == [])
  }

  @Test("More than five are told together")
  func many() throws {
    let notes = (1...6).map { "[^\($0)]: https://a.org/\($0)\n[^\($0)]: https://b.org/\($0)\n" }
    let marks = (1...6).map { "Tin rose.[^\($0)]" }.joined(separator: " ")
    #expect(
      try found("\(marks)\n\n\(notes.joined())") == [
        "4:1: 6 entries have the names of others, which alone count "
          + "(lines 4, 6, 8, 10, 12, 14); give them other names [broken-number]"
      ])
  }

  @Test("A definition by words among numbered ones is an entry of their list")
  func words() throws {
    let text = "Tin [1] and lead [2] rose, as [published][rule].\n\n"
    let list = "[1]: https://a.org/1\n[2]: https://b.org/1\n"
    #expect(try found(text + list + "[rule]: https://c.org/1\n") == [])
    #expect(
      try found(text + list + "\nEnd.\n\n[rule]: https://c.org/1\n").map { $0.prefix(4) }
        == ["1:31"])
  }
}
