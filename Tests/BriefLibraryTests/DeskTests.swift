import BriefModel
import Foundation
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
    return try desk.index.outlets(named: text, by: .count)
  }

  @Test("counts how many sources related briefs share") func related() throws {
    try desk.write(
      "c.md",
      """
      # C

      2026-11-22

      It runs, [NYT](https://www.nytimes.com/2026/a) says, and [so](https://harbour.example/boats/b) \
      it is, [the paper](https://www.nytimes.com/2026/a) adds.
      """)
    try desk.write("d.md", "# D\n\n2026-11-23\n\n[So](https://harbour.example/boats/b) it is.\n")
    try desk.run()
    let all = try desk.index.listing(order: .title)
    let titles = try desk.index.rows(of: all.ids, from: nil).map(\.summary.title)
    let first = try #require(titles.firstIndex(of: "A"))
    let related = try desk.index.related(to: all.ids[first])
    let names = try desk.index.rows(of: related.ids, from: nil).map(\.summary.title)
    #expect(names == ["C", "D"] && related.shared == [2, 1])
  }

  @Test("has one outlet for a host that briefs call otherwise") func oneOutlet() throws {
    let names = try outlets("").map(\.name)
    #expect(names.first == "The New York Times" && names.count == 3)
    #expect(names.contains("YouTube"))
    #expect(try outlets("").first?.articles == 2)
  }

  @Test("sorts outlets by count, by name, and by when they are cited") func outletOrders() throws {
    try desk.write("c.md", "# C\n\n2026-10-01\n\nNo. [abc](https://abc.example/c)\n")
    try desk.run()
    let names = try DeskOrder.allCases.map { order in
      try desk.index.outlets(named: "", by: order).map(\.name)
    }
    #expect(names[0].first == "The New York Times")
    #expect(names[1] == names[1].sorted { $0.lowercased() < $1.lowercased() })
    #expect(names[2].last?.contains("abc") == true && Set(names[2]) == Set(names[0]))
  }

  @Test("has an outlet whose last month has no citation left") func emptyMonth() throws {
    let path = try desk.write("c.md", "# C\n\n2026-10-01\n\n[T](https://nytimes.com/2026/c)\n")
    try desk.run()
    unlink(path)
    try desk.run()
    #expect(try desk.index.outlets(named: "york", by: .newest).count == 1)
  }

  @Test("sorts articles by count, by name, and by date") func articleOrders() throws {
    for (name, day) in [("c", "22"), ("d", "23")] {
      try desk.write(
        "\(name).md", "# \(name)\n\n2026-11-\(day)\n\nAs [T](https://nytimes.com/2026/b) told.\n")
    }
    try desk.run()
    let times = try #require(try outlets("york").first)
    let paths = try DeskOrder.allCases.map { order in
      try desk.index.articles(of: times.id, by: order).map(\.url.path)
    }
    #expect(paths == [["/2026/b", "/2026/a"], ["/2026/a", "/2026/b"], ["/2026/b", "/2026/a"]])
  }

  @Test(
    "is searched by names and hosts, not by paths",
    arguments: [
      ("nytimes", 1), ("NYTimes.com", 1), ("york", 1), ("harbour.ex", 1), ("boats", 0), ("%", 0),
    ])
  func search(text: String, count: Int) throws {
    #expect(try outlets(text).count == count)
  }

  @Test("goes through what cites a source in the order of the lists") func order() throws {
    let text = "As [T](https://nytimes.com/2026/b) told.\n"
    try desk.write("undated.md", "# undated\n\n\(text)")
    try desk.run()
    let newest = try desk.index.rows(of: try desk.index.listing(order: .date).ids, from: nil).first
    let date = try #require(newest?.summary.date)
    #expect(date.origin == .file)
    for name in ["dated", "younger"] {
      try desk.write("\(name).md", "---\ndate: \(date.date)\n---\n# \(name)\n\n\(text)")
      try desk.run()
    }
    let briefs = try desk.index.rows(
      of: try desk.index.listing(order: .date).ids, from: nil
    ).filter { $0.summary.title != "A" }
    #expect(briefs.map(\.summary.title) == ["younger", "dated", "undated", "B"])
    let url = try #require(SourceURL("https://nytimes.com/2026/b"))
    for (one, next) in zip(briefs, briefs.dropFirst()) {
      let onward = CitingRequest(url, from: one.id, isBackward: false)
      let backward = CitingRequest(url, from: next.id, isBackward: true)
      #expect(try desk.index.brief(citing: onward) == next.id)
      #expect(try desk.index.brief(citing: backward) == one.id)
    }
    let times = try #require(try desk.index.outlets(named: "york", by: .count).first)
    let article = try #require(
      try desk.index.articles(of: times.id, by: .count).first { $0.url.path.hasSuffix("b") })
    let passages = try desk.index.passages(
      of: article.id, library: desk.library, today: desk.today)
    #expect(passages.map(\.brief) == briefs.map(\.id))
  }

  @Test("shows the sentence with the place of its citation") func passages() throws {
    let times = try #require(try outlets("york").first)
    let articles = try desk.index.articles(of: times.id, by: .newest)
    let article = try #require(articles.first { $0.url.path.hasSuffix("a") })
    let passage = try #require(
      try desk.index.passages(of: article.id, library: desk.library, today: desk.today).first)
    let sentence = try #require(passage.sentence)
    let label = try #require(passage.label)
    #expect(String(decoding: Array(sentence.utf8)[label], as: UTF8.self) == "New York Times")
    #expect(sentence.hasPrefix("It runs, New York Times says") && passage.number == 1)
  }

  @Test("names the outlet where a link has no words") func linkWithoutWords() throws {
    try desk.write(
      "w.md",
      """
      # W

      2026-11-22

      Tin fell [](https://harbour.example/tin) on Monday.

      - [](https://harbour.example/tin)
      """)
    try desk.run()
    let harbour = try #require(try outlets("harbour").first)
    let tin = try #require(
      try desk.index.articles(of: harbour.id, by: .newest).first { $0.url.path == "/tin" })
    let passages = try desk.index.passages(of: tin.id, library: nil, today: desk.today)
    #expect(passages.count == 2)
    for passage in passages {
      let sentence = try #require(passage.sentence)
      let label = try #require(passage.label)
      #expect(String(decoding: Array(sentence.utf8)[label], as: UTF8.self) == harbour.name)
    }
    #expect(passages.first?.sentence?.contains("Tin fell") == true)
  }

  @Test("counts of an outlet what is cited and what is listed, and tells them apart")
  func onlyListed() throws {
    try desk.write(
      "l.md",
      """
      # L

      2026-11-22

      Nothing of it is cited.

      ## Sources

      - [The New York Times](https://www.nytimes.com/2026/listed)
      - [The New York Times](https://www.nytimes.com/2026/a)
      """)
    try desk.run()
    let times = try #require(try outlets("york").first)
    #expect(times.articles == 3 && times.citations == 2)
    let articles = try desk.index.articles(of: times.id, by: .count)
    #expect(articles.map(\.citations) == [1, 1, 0])
  }
}
