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

  @Test func aCitationAsMarkdownSurvivesBracketsAndParentheses() {
    #expect(
      MarkdownLink.text(label: "A [b]", url: "https://x.example/a")
        == "[A \\[b\\]](https://x.example/a)")
    #expect(
      MarkdownLink.text(label: "A", url: "https://x.example/a_(b)")
        == "[A](<https://x.example/a_(b)>)")
  }
}
