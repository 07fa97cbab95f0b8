import BriefModel
import Testing

@testable import Audit

@Suite("Rules on lists of sources")
struct ListRuleTests {
  /// What the rules on sources and their lists find in a text.
  private func found(_ text: String) throws -> [String] {
    let rules: Set = ["uncited-source", "unlisted-source", "duplicate-source"]
    return Audit().findings(in: try manuscript(text)).filter { rules.contains($0.rule) }.map {
      "\($0.line): \($0.rule)"
    }
  }

  @Test("All sources of a note that is cited are cited, and none of one that is not")
  func notes() throws {
    let note = "Note text, see [Le Monde](https://www.lemonde.fr/i) and https://elpais.com/j\n"
    #expect(try found("# P\n\nTin rose.[^n]\n\n[^n]: \(note)") == [])
    #expect(
      try found("# P\n\nTin rose [a](https://a.org/1).\n\n[^n]: \(note)")
        == ["5: uncited-source", "5: uncited-source"])
  }

  @Test("One note beside links is no list of sources; several are, and one under a heading")
  func lists() throws {
    let text = "# P\n\nTin [a](https://a.org/1) and lead [b](https://b.org/1) rose.[^n]"
    let note = "[^n]: By tonnes, see [c](https://c.org/1) and https://d.org/1\n"
    #expect(try found("\(text)\n\n\(note)") == [])
    #expect(try found("\(text)\n\n## Sources\n\n\(note)") == ["7: unlisted-source"])
    #expect(
      try found("\(text)[^m]\n\n\(note)[^m]: https://e.org/1\n")
        == ["3: unlisted-source", "3: unlisted-source"])
  }

  @Test("An entry that repeats a source under another number and spelling is told once")
  func repeated() throws {
    let list = "1. A https://a.org/1/\n2. B https://b.org/1\n3. A https://a.org/1\n"
    #expect(
      try found("# P\n\nTin [1] and lead [2] rose [3].\n\n## Sources\n\n\(list)")
        == ["9: duplicate-source"])
  }
}
