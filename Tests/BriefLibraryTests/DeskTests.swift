import BriefModel
import Testing

@testable import BriefLibrary

@Suite("The desk of an index")
struct DeskTests {
  private let desk: IndexedFolder

  init() throws {
    desk = try IndexedFolder()
    try desk.write(
      "a.md",
      """
      # A

      2026-11-20

      It runs, [New York Times](https://www.nytimes.com/2026/a) says; \
      [so](https://harbour.example/boats/b) it is, and [Youtube](https://www.youtube.com/watch?v=1).
      """)
    try desk.write(
      "b.md", "# B\n\n2026-11-21\n\nIt [The New York Times](https://nytimes.com/2026/b) stops.\n")
    try desk.run()
  }

  private func outlets(_ text: String) throws -> [DeskOutlet] {
    #expect(try desk.index.lastMonth() == CalendarDate(year: 2026, month: 11, day: nil))
    return try desk.index.outlets(named: text)
  }

  @Test("has one outlet for a host that briefs call otherwise") func oneOutlet() throws {
    let names = try outlets("").map(\.name)
    #expect(names.first == "The New York Times" && names.count == 3)
    #expect(names.contains("YouTube"))
    #expect(try outlets("").first?.articles == 2)
  }

  @Test(
    "is searched by names and hosts, not by paths",
    arguments: [
      ("nytimes", 1), ("NYTimes.com", 1), ("york", 1), ("harbour.ex", 1), ("boats", 0), ("%", 0),
    ])
  func search(text: String, count: Int) throws {
    #expect(try outlets(text).count == count)
  }

  @Test("shows the sentence with the place of its citation") func passages() throws {
    let times = try #require(try outlets("york").first)
    let articles = try desk.index.articles(of: times.id)
    let article = try #require(articles.first { $0.url.path.hasSuffix("a") })
    let passage = try #require(
      try desk.index.passages(of: article.id, library: desk.library, today: desk.today).first)
    let sentence = try #require(passage.sentence)
    let label = try #require(passage.label)
    #expect(String(decoding: Array(sentence.utf8)[label], as: UTF8.self) == "New York Times")
    #expect(sentence.hasPrefix("It runs, New York Times says") && passage.number == 1)
  }
}
