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
        number: 1, source: nil, section: nil, label: mark.filter { $0.isLetter || $0.isNumber },
        url: nil, form: form,
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

  @Test("An entry without a web address is told as such, and a footnote without one noted")
  func unaddressed() throws {
    let text =
      "# P\n\nA.[1] B.[2][^a] C.[^a]\n\n## Sources\n\n1. Paper\n2. https://a.org/1\n\n"
      + "[^a]: A talk\n"
    let rules: Set = ["broken-number", "unaddressed-footnote"]
    let findings = Audit().findings(in: try manuscript(text)).filter { rules.contains($0.rule) }
    #expect(
      findings.map(\.shown) == [
        "3:3: error: the entry of [1] has no web address; add its address [broken-number]",
        "3:12: note: the footnote [^a] has no web address (and 1 more time); "
          + "add one if it names a source [unaddressed-footnote]",
      ])
  }

  @Test("More than five footnotes without an address are told together")
  func unaddressedNotes() throws {
    let notes = (1...6).map { "Tin rose.[^\($0)]\n\n[^\($0)]: A talk\n\n" }
    #expect(
      try messages(of: "unaddressed-footnote", notes.joined()) == [
        "6 footnotes have no web address (lines 1, 5, 9, 13, 17, 21); "
          + "add it to those that name a source"
      ])
    #expect(try messages(of: "unaddressed-footnote", notes.dropFirst().joined()).count == 5)
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

  private func messages(of rule: String, _ text: String) throws -> [String] {
    Audit().findings(in: try manuscript(text)).filter { $0.rule == rule }.map(\.message)
  }

  @Test(
    "A label names another outlet also with News behind it, in initials and in Chinese",
    arguments: [
      "[BBC News](https://www.nytimes.com/a)", "[Bloomberg News](https://www.cnbc.com/a)",
      "[AP](https://www.bloomberg.com/a)", "[新华社](https://www.bbc.com/a)",
      "[BBC新闻](https://www.nytimes.com/a)", "[SCMP](https://www.reuters.com/a)",
      "[Spiegel](https://www.faz.net/a)", "[FAZ](https://www.spiegel.de/a)",
    ])
  func otherLabels(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").count == 1)
  }

  @Test(
    "A label in another form of the outlet's own name is none of another",
    arguments: [
      "[BBC News](https://www.bbc.co.uk/a)", "[AP](https://apnews.com/a)",
      "[新华社](http://www.xinhuanet.com/a)", "[WSJ](https://www.wsj.com/a)",
      "[AP](https://www.cnbc.com/ap/a)", "[NBC News](https://www.nbcnews.com/a)",
      "[路透社](https://cn.reuters.com/a)", "[FT](https://www.ft.com/a)",
      "[Spiegel](https://www.spiegel.de/a)", "[Repubblica](https://www.repubblica.it/a)",
    ])
  func ownLabels(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").isEmpty)
  }

  @Test("More than five redirectors of one host are told together, fewer one by one")
  func redirectors() throws {
    let links = (1...6).map { "Tin [rose](https://bit.ly/\($0)).\n" }
    #expect(
      try messages(of: "redirector-url", links.joined()) == [
        "6 addresses of bit.ly only lead on to the sources; write the addresses at which they end "
          + "(lines 1–6)"
      ])
    #expect(try messages(of: "redirector-url", links.dropFirst().joined()).count == 5)
  }

  @Test("More than five sections of one outlet are told together, with the accounts of platforms")
  func singleOutlets() throws {
    let sections = (1...6).map {
      "## Part \($0)\n\nTin [rose](https://github.com/smelter/\($0)).\n\n"
    }
    #expect(
      try messages(of: "single-outlet-section", "# T\n\n" + sections.joined()) == [
        "6 sections rest on one outlet each (GitHub (smelter) 6; lines 3, 7, 11, 15, 19, 23); "
          + "add a second outlet where there is one"
      ])
    #expect(
      try messages(of: "single-outlet-section", "# T\n\n" + sections[0]) == [
        "“Part 1” rests on one source of one outlet, GitHub (smelter); "
          + "add a second outlet if there is one"
      ])
  }

  @Test("Two videos are not told as of one outlet, as their addresses hide the channel")
  func channels() throws {
    let videos = ["https://www.youtube.com/watch?v=a1", "https://youtu.be/b2"]
    let links = videos.map { "Tin [rose](\($0)) again. " }
    #expect(
      try messages(of: "single-outlet-section", "# T\n\n## Part\n\n\(links.joined())\n").isEmpty)
    #expect(
      try messages(of: "single-outlet-section", "# T\n\n## Part\n\n\(links[0])\n") == [
        "“Part” rests on one source of one outlet, YouTube; add a second outlet if there is one"
      ])
    let channel =
      "Tin [rose](https://youtube.com/@tin) and [fell](https://youtube.com/@tin/videos).\n"
    #expect(try messages(of: "single-outlet-section", "# T\n\n## Part\n\n\(channel)").count == 1)
  }

  @Test(
    "Posts below one subdomain are of one outlet, and so are two forms of a video's address",
    arguments: [
      ("https://anna.medium.com/p/a", "https://anna.medium.com/p/b", 1),
      ("https://www.youtube.com/watch?t=9&v=a1", "https://youtu.be/a1", 1),
      ("https://www.youtube.com/shorts/a1", "https://m.youtube.com/embed/a1", 1),
      ("https://www.youtube.com/watch?v=a1", "https://www.youtube.com/watch?v=a2", 0),
      ("https://medium.com/p/a", "https://medium.com/p/b", 0),
    ])
  func works(_ first: String, _ second: String, _ count: Int) throws {
    let text = "# T\n\n## Part\n\nTin [rose](\(first)) and [fell](\(second)) again.\n"
    #expect(try messages(of: "single-outlet-section", text).count == count)
  }

  @Test("A section rests on what its subsections cite as well")
  func subsections() throws {
    let text = """
      # T

      ## Metals

      Tin [rose](https://tin.org/a).

      ### Lead

      Lead [fell](https://lead.org/a), and [sank](https://lead.org/b).
      """
    #expect(
      try messages(of: "single-outlet-section", text) == [
        "“Lead” rests on 2 sources of one outlet, lead.org; add a second outlet if there is one"
      ])
  }

  @Test("A comment needs no space, may hold for the file, and is told where it is misspelt")
  func comments() throws {
    let tin = "Tin [one](http://a.org/1).\n"
    for comment in [
      "broadsheet:ignore insecure-url", "broadsheet ignore insecure-url",
      "Broadsheet: Ignore insecure-url", "broadsheet :ignore insecure-url",
    ] {
      #expect(try findings("<!-- \(comment) -->\n\(tin)") == [], "\(comment)")
    }
    #expect(try findings("\(tin)\nLead.\n\n<!-- broadsheet: ignore-file insecure-url -->\n") == [])
    #expect(
      try messages(of: "unused-ignore", "\(tin)\n<!-- broadsheet: disable insecure-url -->\n") == [
        "'disable' is not understood; write <!-- broadsheet: ignore RULE -->, "
          + "or ignore-file for the whole file"
      ])
    #expect(try messages(of: "unused-ignore", "<!-- broadsheet is a reader -->\n").isEmpty)
  }

  @Test(
    "An address that is none is told with what keeps it from being one",
    arguments: [
      ("https://chat.openai.com>.", "has > in its host"),
      ("https://simple.org]", "has ] in its host"),
      ("http://host:port", "has a port that is no number, “port”"),
      ("http://a.org:99999/x", "has a port over 65535"),
      ("https://a\\b.org/", "no safe web address"),
    ])
  func refused(_ address: String, _ reason: String) throws {
    let brief = try manuscript("Tin rose.").brief
    var changed = brief
    changed.otherLinks = [OtherLink(kind: .refused, address: address, range: 0..<3)]
    let manuscript = Manuscript(brief: changed, text: Array("Tin rose.".utf8), today: today)
    let messages = Audit().findings(in: manuscript).filter { $0.rule == "bad-url" }.map(\.message)
    #expect(messages.count == 1 && messages[0].contains(reason), "\(messages)")
  }

  @Test("Where an address has to be replaced, nobody is told to write it with https")
  func insecure() throws {
    let text = "Tin [rose](http://localhost:80/a), [fell](http://bit.ly/x), [sank](http://a.org/)."
    #expect(
      try messages(of: "insecure-url", text) == [
        "http://a.org/ is written with http; write https if the site has it"
      ])
  }
}
