import BriefModel
import Testing

@testable import Audit

@Suite("Rules")
struct RuleTests {
  /// A brief whose one citation is a mark that leads nowhere.
  private func remarks(_ text: String, mark: String, _ form: Citation.Form) throws -> [String] {
    var manuscript = try manuscript(text)
    let whole = String(decoding: manuscript.text, as: UTF8.self)
    let start = try #require(whole.range(of: mark))
    let offset = whole.utf8.distance(from: whole.startIndex, to: start.lowerBound)
    var brief = manuscript.brief
    brief.citations = [
      Citation(
        number: 1, source: nil, section: nil, label: mark, url: nil, form: form,
        range: offset..<offset + mark.utf8.count, line: 1, column: offset + 1)
    ]
    manuscript = Manuscript(brief: brief, text: manuscript.text, today: today)
    let rules: Set = ["broken-number", "unresolvable-citation", "raw-leak"]
    return Audit().findings(in: manuscript).filter { rules.contains($0.rule) }.map(\.shown)
  }

  @Test("A number without an entry and a footnote without a definition are broken")
  func broken() throws {
    #expect(
      try remarks("Tin rose.[7]", mark: "[7]", .number) == [
        "1:10: error: [7] has no entry in a list of sources; add the entry or remove it "
          + "[broken-number]"
      ])
    #expect(
      try remarks("Tin rose.[^a]", mark: "[^a]", .footnote) == [
        "1:10: error: the footnote [^a] is not defined; add a line [^a]: … or remove it "
          + "[broken-number]"
      ])
  }

  @Test("A mark of a chat program is told once, as a citation")
  func leaks() throws {
    #expect(
      try remarks("Tin rose 【4†source】.", mark: "【4†source】", .leak) == [
        "1:10: error: 【4†source】 is a program's own mark and leads nowhere; "
          + "put a link to the source in its place [unresolvable-citation]"
      ])
  }

  @Test("A source with two numbers in one list is told with both")
  func twoNumbers() throws {
    let text =
      "# P\n\nA [a](https://a.org/1).\n\n## Sources\n\n- https://a.org/1\n- https://a.org/1\n"
    let read = try manuscript(text)
    var brief = read.brief
    try #require(brief.sources.first?.entries.count == 2)
    brief.sources[0].entries[0].number = 3
    brief.sources[0].entries[1].number = 7
    let manuscript = Manuscript(brief: brief, text: read.text, today: today)
    #expect(
      Audit().findings(in: manuscript).filter { $0.rule == "duplicate-source" }.map(\.shown) == [
        "8:3: warning: entry 7 is the same source as entry 3 on line 7; "
          + "keep one and cite it by its number [duplicate-source]"
      ])
  }

  @Test("A rule that is off finds nothing, and its comments are not told as unused")
  func severities() throws {
    let text = "Tin [one](http://a.org/1).\n\n<!-- broadsheet: ignore insecure-url -->\nLead.\n"
    let insecure = "1:5: note: http://a.org/1 is written with http; write https if the site has it"
    #expect(
      try findings(text) == [
        insecure + " [insecure-url]",
        "3:25: note: this silences no insecure-url; remove the name [unused-ignore]",
      ])
    #expect(try findings(text, [RuleSeverity(rule: "insecure-url", severity: .off)]) == [])
    let raised = try findings(text, [RuleSeverity(rule: "insecure-url", severity: .error)])
    #expect(raised.first?.contains("error") == true)
  }

  @Test("Names of rules are unique, in lower case, and summaries are one sentence each")
  func table() {
    #expect(Set(Rule.all.map(\.name)).count == Rule.all.count)
    for rule in Rule.all {
      #expect(rule.name.allSatisfy { $0 == "-" || $0.isLowercase }, "\(rule.name)")
      #expect(rule.summary.hasSuffix(".") && !rule.summary.dropLast().contains(". "))
    }
  }
}
