import Testing

@testable import BriefModel

@Suite("The head of a file")
struct HeadTests {
  private func head(_ text: String) -> BriefHead? {
    BriefParser.head(bytes: Array(text.utf8), path: "brief.md")
  }

  @Test func hasTheTitleOfTheFrontMatterAndItsDate() throws {
    let head = try #require(
      self.head("---\ntitle: Night trains\ndate: 2025-12-30\n---\n\n# Other\n"))
    #expect(head.title == "Night trains")
    #expect(head.date?.origin == .frontMatter)
    #expect(head.date?.date.description == "2025-12-30")
  }

  @Test func hasTheFirstHeadingElse() {
    #expect(head("Some words.\n\n# Night *trains*\n\nText")?.title == "Night trains")
  }

  @Test(
    "leaves a title open that what follows may change",
    arguments: [
      "## Second level\n", "Only text\n", "---\ntitle: cut off\n\n# Not yet\n", "", "# [A][1]\n",
    ]
  )
  func open(_ text: String) {
    #expect(head(text) == nil)
  }

  @Test("never contradicts the whole brief", .enabled(if: !RealBriefs.paths.isEmpty))
  func agrees() throws {
    var settled = 0
    for path in RealBriefs.paths {
      let brief = try BriefLoader.load(path: path, today: RealBriefs.today)
      guard let head = BriefHead.read(path: path) else { continue }
      settled += 1
      #expect(head.title == brief.title, "\(path)")
      if let date = head.date { #expect(date == brief.date, "\(path)") }
    }
    #expect(settled > 100)
  }
}
