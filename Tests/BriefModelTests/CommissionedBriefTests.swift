import Testing

@testable import BriefModel

@Suite(
  "The commissioned brief", .enabled(if: !RealBriefs.paths.isEmpty, "the real briefs are absent"))
struct CommissionedBriefTests {
  private func load() throws -> Brief {
    try BriefLoader.load(
      path: RealBriefs.folder + "/000_20d8a64b5ad4b8da.txt", today: RealBriefs.today)
  }

  @Test("has a lede, four sections to read and its list of sources")
  func sections() throws {
    let brief = try load()
    #expect(brief.title == "Trump Pushes for Russia-Ukraine Ceasefire Amidst Controversy")
    #expect(brief.lede.count == 1)
    #expect(brief.sections.map(\.kind) == [.body, .body, .body, .body, .sources])
    #expect(
      brief.sections.map(\.title).prefix(2) == [
        "Trump's Ceasefire Initiative", "Sanctions and Post-Ceasefire Elections",
      ])
    #expect(brief.sections.map(\.citations) == [0..<3, 3..<4, 4..<5, 5..<5, 5..<5])
    #expect(brief.notices == [])
  }

  @Test("cites five sources once each, and lists them all")
  func sources() throws {
    let brief = try load()
    #expect(brief.citations.map(\.source) == [0, 1, 2, 3, 4])
    #expect(brief.sources.map(\.citations) == [[0], [1], [2], [3], [4]])
    #expect(brief.sources.map(\.isListed) == [true, true, true, true, true])
    #expect(
      brief.sources.map(\.outlet)
        == ["Los Angeles Times", "Associated Press", "CNN", "Reuters", "The Guardian"])
    #expect(brief.sources.map(\.title) == [nil, nil, nil, nil, nil])
    #expect(
      brief.sources.map { $0.date?.description ?? "none" }
        == ["2025-02-08", "none", "2025-02-07", "2025-02-01", "2025-02-04"])
    #expect(brief.date == BriefDate(day(2025, 2, 8), origin: .sources))
  }

  @Test("says where in the file each citation stands")
  func places() throws {
    let brief = try load()
    #expect(brief.citations.map(\.line) == [7, 7, 7, 11, 15])
    #expect(brief.citations.first?.column == 154)
    #expect(brief.citations.first?.label == "The Los Angeles Times")
  }
}
