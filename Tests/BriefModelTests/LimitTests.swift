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

  @Test("64 levels are read, the 65th is text")
  func depth() throws {
    for (levels, isRead) in [(8, true), (64, true), (65, false)] {
      for mark in ["> ", "- "] {
        let brief = try brief(String(repeating: mark, count: levels) + "deep\n")
        let notices = brief.notices.filter { $0.text.contains("over 64 levels") }
        #expect(notices.isEmpty == isRead, "\(levels) of \(mark)")
        #expect(brief.lede.plainText == (isRead ? "deep" : mark + "deep"))
      }
    }
  }

  @Test("what is nested over 8 levels stands in the 8th, in its order, and the reader is told")
  func flattening() throws {
    for (levels, isWhole) in [(8, true), (9, false), (40, false)] {
      for mark in [">", "- ", "1. "] {
        let deep = String(repeating: mark, count: levels)
        let indent = String(
          repeating: mark == ">" ? ">" : String(repeating: " ", count: mark.count), count: 7)
        let text = "One\n\n\(deep)two\n\n\(indent)three\n\nfour\n"
        let brief = try brief(text)
        #expect(depth(of: brief.lede) == min(levels, 8), "\(levels) of \(mark)")
        let words = brief.lede.plainText.split(whereSeparator: \.isNewline)
        #expect(words == ["One", "two", "three", "four"], "\(levels) of \(mark)")
        #expect(brief.notices.map(\.line) == (isWhole ? [] : [3]))
      }
    }
  }

  /// How many quotes and lists stand in one another.
  private func depth(of blocks: [Block]) -> Int {
    blocks.map { block in
      switch block {
      case .quote(let inner): 1 + depth(of: inner)
      case .list(let list): 1 + (list.items.map { depth(of: $0.blocks) }.max() ?? 0)
      case .paragraph, .heading, .code, .table, .rule: 0
      }
    }.max() ?? 0
  }

  @Test("marks without end are read all the same")
  func marks() throws {
    let list = "\n\n## Sources\n\n1. a: https://b.c/1\n2. a: https://b.c/2\n"
    let pieces = [
      "[1]", "a.[1-30] ", "[1,2,1,2,1,2,1,2] ", "a[1] ", "a.1 ", "word.1,2 ", "¹", "word¹,² ",
      "<sup>1</sup>", "【1】", "【", "[^", "[^1] ", "[^1]: x\n", "\n[^1]: https://b.c/3\n",
      "[1]: https://b.c/1\n", "[a]: https://b.c/a\n", "\n[1] a https://b.c/1\n", "[cite: 1]",
      "[cite_start]", "\u{E200} ", "\u{E200}cite", "turn0", "<grok:render ",
      ":contentReference[oaicite",
      "<span style=\"display:none\">[^1]", "\n## Sources\n1. https://b.c/1\n", "**\"中\"**中",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
      for end in ["", list] { #expect(try !brief(text + end).title.isEmpty, "\(piece)") }
    }
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

  @Test("equal marks cite alike: over 20,000 further citations, none cites more than one address")
  func companions() throws {
    for (marks, addresses) in [(10_000, 3), (10_001, 1)] {
      let text =
        String(repeating: "It fell.[1] ", count: marks)
        + "\n\n## Sources\n\n1. https://a.b/1 https://a.b/2 https://a.b/3\n"
      let brief = try brief(text)
      #expect(brief.citations.count == marks * addresses)
      #expect(brief.notices.isEmpty == (addresses > 1))
      #expect(addresses > 1 || brief.notices.contains { $0.text.contains("first address") })
    }
  }
}
