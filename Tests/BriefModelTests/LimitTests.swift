import Testing

@testable import BriefModel

@Suite("Limits")
struct LimitTests {
  @Test("256 columns are a table, 257 are text, and the reader is told")
  func columns() throws {
    for (columns, isTable) in [(256, true), (257, false)] {
      let row = "|" + String(repeating: "a|", count: columns)
      let delimiter = "|" + String(repeating: "---|", count: columns)
      let brief = try brief("\(row)\n\(delimiter)\n\(row)\n")
      var found = false
      if case .table(let table) = brief.lede.first { found = table.alignments.count == columns }
      #expect(found == isTable)
      #expect(brief.notices.isEmpty == isTable)
      if !isTable { #expect(brief.lede.plainText.contains("---|---")) }
    }
  }

  @Test("64 levels are nested, the 65th is text")
  func depth() throws {
    for (levels, isNested) in [(64, true), (65, false)] {
      for mark in ["> ", "- "] {
        let brief = try brief(String(repeating: mark, count: levels) + "deep\n")
        #expect(brief.notices.isEmpty == isNested, "\(levels) of \(mark)")
        #expect(brief.lede.plainText == (isNested ? "deep" : mark + "deep"))
      }
    }
  }

  @Test("what makes Markdown slow is read all the same")
  func hostile() throws {
    let texts = [
      String(repeating: "[", count: 20_000), String(repeating: "![", count: 10_000),
      String(repeating: "*a **b ", count: 5_000),
      "https://a.b/" + String(repeating: ")", count: 20_000),
      (0..<300).map { String(repeating: "  ", count: $0) + "- x\n\n" }.joined(),
      String(repeating: "|-|\n", count: 60_000), String(repeating: "# a\n", count: 20_000),
      "<div>\n" + String(repeating: "a &amp; b\n", count: 5_000),
      "<div>\n" + String(repeating: "&", count: 500_000),
      "<div>\n" + String(repeating: "<b>", count: 200_000),
      String(repeating: "`a", count: 20_001),
      String(repeating: "![a", count: 3_000) + String(repeating: "](b)", count: 3_000),
    ]
    for text in texts { #expect(try !brief(text).title.isEmpty) }
  }

  @Test("a long definition that is used without end stops the reading, and the reader is told")
  func definitions() throws {
    let title = String(repeating: "t", count: 100_000)
    let text = "[r]: /u \"\(title)\"\n\nStart\n\n" + String(repeating: "[r] ", count: 100_000)
    let brief = try brief(text)
    #expect(brief.lede.plainText.hasPrefix("Start"))
    #expect(brief.notices.map(\.line) == [5])
    #expect(brief.notices.first?.text.contains("Reference links") == true)
  }
}
