import Testing

@testable import Reader

@Suite struct PathTests {
  @Test func aLinkIsResolvedFromTheFolderOfItsBrief() {
    #expect(RelativePath.resolve("b.md", from: "news/a.md") == "news/b.md")
    #expect(RelativePath.resolve("../old/b.md", from: "news/a.md") == "old/b.md")
    #expect(RelativePath.resolve("./b.md", from: "a.md") == "b.md")
    #expect(RelativePath.resolve("/x/b.md", from: "news/a.md") == "/x/b.md")
    #expect(RelativePath.resolve("../../../b.md", from: "/news/a.md") == "/b.md")
    #expect(RelativePath.resolve("../b.md", from: "a.md") == "../b.md")
  }

  @Test func aSlashIsOneWhateverMarkStandsBehindIt() {
    #expect(RelativePath.resolve("../b.md", from: "news/\u{301}x/a.md") == "news/b.md")
    #expect(RelativePath.resolve("\u{301}x/../b.md", from: "news/a.md") == "news/b.md")
    #expect(RelativePath.resolve("/\u{301}x/../b.md", from: "news/a.md") == "/b.md")
  }

  @Test func aCitationAsMarkdownSurvivesBracketsAndParentheses() {
    #expect(
      MarkdownLink.text(label: "A [b]", url: "https://x.example/a")
        == "[A \\[b\\]](https://x.example/a)")
    #expect(
      MarkdownLink.text(label: "A", url: "https://x.example/a_(b)")
        == "[A](<https://x.example/a_(b)>)")
    #expect(
      MarkdownLink.text(label: "A\u{600}]<|~\u{301}", url: "https://x.example/a")
        == "[A\u{600}\\]\\<\\|\\~\u{301}](https://x.example/a)")
  }

  @Test func aLinkToADashIsAFileAndNotTheKeyboard() throws {
    var reading = try Reading(
      "a.md", files: ["a.md": "# A\n\n[in](-)\n", "./-": "# Dashing\n\nText.\n"])
    reading.press("<Tab><Enter>")
    #expect(reading.state.entries.map(\.path) == ["a.md", "./-"])
    #expect(reading.state.brief?.title == "Dashing")
  }

  @Test func deepNestingLeavesHalfOfTheWidthToTheText() throws {
    let deep = String(repeating: "> ", count: 60) + "All of these words can still be read.\n"
    let reading = try Reading("a.md", files: ["a.md": "# A\n\n" + deep])
    let layout = try #require(reading.state.layout)
    let widest = layout.lines.flatMap(\.runs).map { $0.column + $0.width }.max() ?? 0
    #expect(widest <= layout.width)
    #expect(layout.lines.count < 10)
  }
}
