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

  @Test("Notes beside links are no list; those under a heading are, and more than the links")
  func lists() throws {
    let text = "# P\n\nTin [a](https://a.org/1) and lead [b](https://b.org/1) rose.[^n]"
    let note = "[^n]: By tonnes, see [c](https://c.org/1) and https://d.org/1\n"
    #expect(try found("\(text)\n\n\(note)") == [])
    #expect(
      try found("\(text)\n\n## Sources\n\n[^n]: https://c.org/1\n") == ["7: unlisted-source"])
    #expect(
      try found("\(text)\n\n## Sources\n\n\(note)")
        == ["3: unlisted-source", "3: unlisted-source"])
    let second = "\n\n\(note)[^m]: https://e.org/1\n"
    #expect(try found("\(text)[^m]\(second)") == [])
    #expect(
      try found("\(text)[^m] Zinc fell.[^o]\(second)[^o]: https://f.org/1\n")
        == ["3: unlisted-source", "3: unlisted-source"])
  }

  @Test("One section's own list that nothing cites is its citing where others cite by links")
  func listOfOneSection() throws {
    let prose = String(repeating: "The mine of the north was closed by its owners. ", count: 4)
    let text = """
      # P

      ## Tin

      \(prose)([Reuters](https://www.reuters.com/1)).

      ## Zinc

      \(prose)

      **Sources:**

      - https://a.org/1
      - https://b.org/1

      ## Lead

      \(prose)([AP](https://apnews.com/1)).

      """
    let rules: Set = ["uncited-section", "uncited-source", "unlisted-source"]
    let found = { (text: String) in
      Audit().findings(in: try manuscript(text)).map(\.rule).filter(rules.contains)
    }
    #expect(try found(text) == [])
    let cited = text.replacing("apnews.com/1", with: "a.org/1")
    #expect(try found(cited).contains("unlisted-source"))
  }

  @Test("A list of which nothing is cited is told once, and one of which some is for each")
  func uncitedLists() throws {
    let text = "# P\n\nTin [rose](https://a.org/1).\n\n## Sources\n\n"
    let list = (1...4).map { "- https://b.org/\($0)\n" }
    let uncited = {
      Audit().findings(in: try manuscript($0)).filter { $0.rule == "uncited-source" }
    }
    #expect(
      try uncited(text + list.joined()).map(\.shown) == [
        "7:3: warning: nothing in the text cites any of the 4 sources of this list "
          + "(lines 7–10); cite them where they are used, or remove their entries "
          + "[uncited-source]"
      ])
    let cited = text + "- https://a.org/1\n"
    #expect(try uncited(cited + list.joined()).map(\.line) == [8, 9, 10, 11])
    let long = (1...11).map { "- https://b.org/\($0)\n" }
    #expect(
      try uncited(cited + long.joined()).map(\.message) == [
        "nothing in the text cites 11 of the 12 sources of this list "
          + "(lines 8–18); cite them where they are used, or remove their entries"
      ])
  }

  @Test("An entry that repeats a source under another number and spelling is told once")
  func repeated() throws {
    let list = "1. A https://a.org/1/\n2. B https://b.org/1\n3. A https://a.org/1\n"
    #expect(
      try found("# P\n\nTin [1] and lead [2] rose [3].\n\n## Sources\n\n\(list)")
        == ["9: duplicate-source"])
  }

  @Test("A source under many numbers is told once, with all of them")
  func manyNumbers() throws {
    let list = (1...40).map { "\($0). https://a.org/\($0 < 4 ? $0 : 3)\n" }.joined()
    let findings = Audit().findings(
      in: try manuscript("# P\n\nTin [1], lead [2] and zinc [3] rose.\n\n## Sources\n\n\(list)"))
    let doubled = findings.filter { $0.rule == "duplicate-source" }
    #expect(
      doubled.map(\.message) == [
        "entries 3–40 are one source, https://a.org/3, first on line 9; "
          + "keep one and cite it by its number"
      ])
    #expect(doubled.first?.line == 10)
    #expect(doubled.first?.related.map(\.line) == [9] + Array(11...46))
  }

  @Test("Many sources that stand twice are told together, with the lines of each")
  func manySources() throws {
    let list = (1...22).map { "\($0). https://a.org/\(($0 - 1) % 11)\n" }.joined()
    let findings = Audit().findings(
      in: try manuscript("# P\n\nTin [1] rose.\n\n## Sources\n\n\(list)"))
    let doubled = findings.filter { $0.rule == "duplicate-source" }
    let pairs = (7...17).map { "\($0), \($0 + 11)" }.joined(separator: "; ")
    #expect(
      doubled.map(\.message) == [
        "11 sources stand here under several numbers or spellings each (lines \(pairs)); "
          + "keep one of each"
      ])
    #expect(doubled.first?.line == 18)
    #expect(doubled.first?.related.count == 21)
  }
}
