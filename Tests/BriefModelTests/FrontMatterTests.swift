import Testing

@testable import BriefModel

@Suite("Title and date")
struct FrontMatterTests {
  @Test("come from YAML or TOML, and the lines are counted from the file's start")
  func fields() throws {
    let yaml = try brief(
      "---\ntitle: 'A: story'\npubDatetime: 2025-03-04T10:00:00Z\n---\n\n# Other\n\n[CNN](https://cnn.com/x)\n"
    )
    #expect(yaml.title == "A: story")
    #expect(yaml.date == BriefDate(day(2025, 3, 4), origin: .frontMatter))
    #expect(yaml.citations.map(\.line) == [8])
    #expect(yaml.sections.map(\.title) == ["Other"])
    let toml = try brief("+++\ntitle = \"Story\"\ndate = 2025-03-04\n+++\ntext\n")
    #expect(toml.title == "Story")
    #expect(toml.date == BriefDate(day(2025, 3, 4), origin: .frontMatter))
  }

  @Test(
    "leave a heading to the text that says something else, and take what only says them again",
    arguments: [
      ("# Markets\n\nTin.\n\n# Politics\n\nZinc.\n", ["Markets", "Politics"], []),
      ("# Week\n\nTin.\n\n# Politics\n\nZinc.\n", ["Week", "Politics"], []),
      ("# The Week: *Metals*\n\nTin.\n\n# Politics\n\nZinc.\n", ["Politics"], ["Tin."]),
      (
        "# The week: Metals\n\n# The week — metals\n\n---\n\n# Date: 2025-08-22\n\n## Tin\n\nFell.\n",
        ["Tin"], ["The week — metals", "Date: 2025-08-22"]
      ),
      ("# Date: 2025-08-22\n\nTin fell.\n\n## Zinc\n", ["Date: 2025-08-22", "Zinc"], []),
    ])
  func headings(_ text: String, _ sections: [String], _ lede: [String]) throws {
    let brief = try brief("---\ntitle: The Week, Metals\n---\n\n" + text)
    #expect(brief.title == "The Week, Metals")
    #expect(brief.sections.map(\.title) == sections)
    #expect(brief.lede.citedTexts.map { String(decoding: $0.bytes, as: UTF8.self) } == lede)
  }

  @Test(
    "come from no heading in a table of contents, whose entries make no sections",
    arguments: [
      ("Contents\n\n# Tin\n\n## [Oslo](#oslo)\n\n## Rome\n\n---\n\n", ["Oslo", "Rome"]),
      (
        "# Week\n\n# Table of Contents\n\n# Tin\n\n## [Oslo](#oslo)\n\n## Rome\n\n",
        ["Table of Contents", "Tin", "Oslo", "Rome"]
      ),
    ])
  func contents(_ table: String, _ sections: [String]) throws {
    let brief = try brief(table + "# Tin\n\n## Oslo\n\nIt fell.\n\n## Rome\n\nIt rose.\n")
    #expect(brief.title == (sections.count > 2 ? "Week" : "Tin"))
    #expect(brief.sections.map(\.title) == sections)
  }

  @Test("come from the first heading; the day in one below it makes no section")
  func headingsAlone() throws {
    let brief = try brief("# Report\n# Date: 2025-08-22\n\n## Tin\n\nFell.\n")
    #expect(brief.title == "Report")
    #expect(brief.date == BriefDate(day(2025, 8, 22), origin: .text))
    #expect(brief.sections.map(\.title) == ["Tin"])
  }

  @Test("come from the plain lines of front matter that is broken, with a notice")
  func broken() throws {
    let brief = try brief("---\ntitle: Bad: \"story\ndate: 2025-03-04\n---\ntext\n")
    #expect(brief.title == "Bad: \"story")
    #expect(brief.date?.origin == .frontMatter)
    #expect(brief.notices.count == 1)
  }

  @Test(
    "are read from TOML that ends its own parsers",
    arguments: [
      "a = [}", "a = [\u{2028}\"", "[=", "a" + String(repeating: ".a", count: 30_000) + " = 1",
    ])
  func hostileTOML(_ line: String) throws {
    let brief = try brief("+++\n\"title\" = 'A \\ story' # so\n\(line)\n+++\ntext\n")
    #expect(brief.title == "A \\ story")
  }

  @Test(
    "are read from all kinds of TOML strings",
    arguments: [
      ("\"a \\\"b\\\" \\u0041\" # c", "a \"b\" A"), ("'C:\\x'", "C:\\x"),
      ("\"\"\"\nOne\ntwo\"\"\"", "One two"), ("'''One'''", "One"),
      ("\"\\u001b[31mRed\"", "[31mRed"),
      ("\"open", "open"), ("\"\\uD800x\"", "x"),
      ("\"Tin \u{600}\" # c", "Tin \u{600}"), ("'\u{301}Tin'", "\u{301}Tin"),
      ("\"a \u{600}\\\"b\"", "a \u{600}\"b"),
    ])
  func strings(_ value: String, _ title: String) throws {
    #expect(try brief("+++\ntitle = \(value)\n+++\ntext\n").title == title)
  }

  @Test("are read from YAML whose aliases would keep the parser busy for years")
  func aliases() throws {
    var yaml = "title: Short\na0: &a0 [x]\n"
    for level in 1..<40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let brief = try brief("---\n\(yaml)? *a39\n: 1\n---\ntext\n")
    #expect(brief.title == "Short")
    #expect(brief.notices.map(\.line) == [1])
  }

  @Test("a rule at the start of a file is no front matter")
  func rule() throws {
    let brief = try brief("---\nJust text\n\n---\n\nMore\n")
    #expect(brief.lede.plainText.contains("Just text"))
    #expect(brief.notices == [])
  }

  @Test(
    "a dated line dates a brief, before its name and its sources",
    arguments: [
      ("# T\n\n日期: 2026-02-24\n", "2026-02-24"),
      ("# T\n\n> Source: x | Generated: 2026-02-24\n", "2026-02-24"),
      ("# T\n\n**Date:** February 8, 2025\n", "2025-02-08"),
      ("# T\n\n*8 February 2025*\n", "2025-02-08"),
      ("# 日报 2026年2月4日\n\nx\n", "2026-02-04"), ("# T\n\nPublished: 2026/2/3\n", "2026-02-03"),
      ("# T\n\n| Date | 2025-03-09 |\n|---|---|\n| a | b |\n", "2025-03-09"),
      ("# T\n\nSaturday, Feb. 8th, 2025\n", "2025-02-08"),
    ])
  func lines(_ text: String, _ date: String) throws {
    let found = try brief(text + "\n[x](https://a.example/2024/01/01/x)\n", path: "2023-01-01.md")
      .date
    #expect(found?.date.description == date)
    #expect(found?.origin == .text)
  }

  @Test("then the name, then the newest source, then the file's time")
  func fallbacks() throws {
    let text = "# T\n\nOn 2030-01-01 it may end. [x](https://a.example/2024/01/01/x)\n"
    #expect(
      try brief(text, path: "a/2023-01-02-x.md").date
        == BriefDate(day(2023, 1, 2), origin: .fileName))
    #expect(try brief(text).date == BriefDate(day(2024, 1, 1), origin: .sources))
    let bare = try BriefParser.parse(
      bytes: Array("text".utf8), path: "notes.md", modified: day(2020, 1, 1),
      today: RealBriefs.today)
    #expect(bare.date == BriefDate(day(2020, 1, 1), origin: .file))
    #expect(bare.title == "notes")
  }
}
