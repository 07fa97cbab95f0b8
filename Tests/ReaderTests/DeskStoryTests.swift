import BriefModel
import Testing

@testable import Reader

@Suite("At the desk of all sources")
struct DeskStoryTests {
  private func opened(rows: Int = 24, columns: Int = 80) throws -> Reading {
    let text = "# Rail\n\n2026-03-12\n\nIt runs. [Reuters](https://reuters.com/rail)\n"
    var reading = try Reading(
      library: [
        ("rail.md", text), ("old.md", text.replacing("# Rail", with: "# Old rail")),
      ], rows: rows, columns: columns)
    reading.press("S")
    reading.send(
      .desk(
        number: 1,
        .outlets(
          [
            DeskOutlet(
              id: 1, name: "Reuters", articles: 2, citations: 9,
              months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 8]),
            DeskOutlet(
              id: 2, name: "BBC", articles: 1, citations: 1,
              months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
          ], until: CalendarDate(year: 2026, month: 3, day: nil))))
    return reading
  }

  private static let longWords = (1...40).map { "word\($0)" }.joined(separator: " ")

  @Test func inAWideWindowNumbersStandNearTheNames() throws {
    let reading = try opened(rows: 40, columns: 140)
    let row = try #require(reading.screen.first { $0.contains("Reuters") })
    #expect(row.count < 90 && reading.shows("to Mar 2026") && reading.shows("2 outlets"))
  }

  @Test(arguments: [60, 80]) func theBarsSayOfWhichMonthsTheyAre(columns: Int) throws {
    var reading = try opened(rows: 24, columns: columns)
    #expect(reading.screen[1].contains("Apr 2025 to Mar 2026"))
    #expect(reading.screen[1].contains("each row to its own scale") == (columns == 80))
    let old = DeskOutlet(
      id: 3, name: "Old", articles: 1, citations: 4, months: Array(repeating: 0, count: 12))
    reading.send(
      .desk(number: 1, .outlets([old], until: CalendarDate(year: 2026, month: 3, day: nil))))
    let row = try #require(reading.screen.first { $0.contains("Old") })
    #expect(row.contains(" –  "))
  }

  @Test func articlesWithoutTitleShowTheirPaths() throws {
    var reading = try opened()
    reading.press("<Enter>")
    let url = try #require(SourceURL("https://www.reuters.com/world/rail-runs-again/"))
    reading.send(
      .desk(
        number: 2,
        .articles([DeskArticle(id: 1, url: url, title: nil, date: nil, briefs: 1, citations: 1)])))
    #expect(reading.shows("world/rail-runs-again") && !reading.shows("www.reuters.com"))
  }

  @Test func escEndsTheFilterBeforeItClosesTheDesk() throws {
    var reading = try opened()
    reading.press("/reut<Enter>")
    #expect(reading.effects.last == .desk(.outlets("reut", by: .count), number: 2))
    reading.send(.desk(number: 2, .outlets([], until: nil)))
    #expect(reading.screen[0].contains("with “reut”") && reading.shows("Esc shows all"))
    reading.press("<Esc>")
    #expect(reading.effects.last == .desk(.outlets("", by: .count), number: 3))
    #expect(reading.state.overlay != nil && !reading.screen[0].contains("reut"))
    reading.press("<Esc>")
    #expect(reading.state.overlay == nil)
  }

  /// Goes from an outlet to its one article and asks for the passages that cite it.
  private func enterArticle(_ address: String, _ reading: inout Reading) throws {
    try enterArticles(address, &reading)
    reading.press("<Enter>")
  }

  @Test func aPassageIsShownWholeHoweverSmallTheScreen() throws {
    var reading = try opened(rows: 10, columns: 44)
    try enterArticle("https://reuters.com/rail", &reading)
    let passages = (1...5).map {
      DeskPassage(
        brief: Int64($0), title: "Brief \($0)", date: nil,
        sentence: "Ships wait off Reuters harbour today.",
        label: 15..<22, number: $0, citation: 0)
    }
    reading.send(.desk(number: 3, .passages(passages)))
    for passage in 1...5 {
      #expect(reading.shows("Brief \(passage)") && reading.shows("Reuters[\(passage)]"))
      reading.press("j")
    }
    reading.press("g")
    #expect(reading.shows("Brief 1"))
  }

  @Test(arguments: [44, 80]) func aLongNameLeavesRoomForTheCount(columns: Int) throws {
    var reading = try opened(columns: columns)
    try enterArticle(
      "https://reuters.com/" + String(repeating: "a-long-name-", count: 12), &reading)
    reading.send(.desk(number: 3, .passages([DeskPassage(brief: 1, title: "Rail", date: nil)])))
    #expect(reading.screen[0].hasSuffix("…  1 passage"))
  }

  @Test func aPassageThatIsTallerThanTheScreenIsReadToItsEnd() throws {
    var reading = try opened(rows: 10, columns: 44)
    try enterArticle("https://reuters.com/rail", &reading)
    let passages = [Self.longWords, "Ships wait off Reuters harbour."].enumerated().map {
      DeskPassage(
        brief: Int64($0 + 1), title: "Brief \($0 + 1)", date: nil, sentence: $1, label: 0..<1,
        number: 1, citation: 0)
    }
    reading.send(.desk(number: 3, .passages(passages)))
    #expect(reading.shows("Brief 1") && !reading.shows("word40"))
    var steps = 0
    while !reading.shows("word40"), steps < 40 {
      reading.press("j")
      steps += 1
    }
    #expect(reading.shows("word40") && !reading.shows("Brief 2") && steps > 1)
    reading.press("j")
    #expect(reading.shows("Brief 2"))
    reading.press("k")
    #expect(reading.shows("word40") && !reading.shows("Brief 1"), "from below one comes to its end")
    for _ in 0..<steps { reading.press("k") }
    #expect(reading.shows("Brief 1"))
    reading.press("<PgDn>")
    #expect(!reading.shows("Brief 1") && !reading.shows("Brief 2") && !reading.shows("word1 "))
    reading.press("G")
    #expect(reading.shows("Brief 2"))
    reading.press("g")
    #expect(reading.shows("Brief 1"))
  }

  @Test func outletsLeadToArticlesAndTheseToPassages() throws {
    var reading = try opened()
    try expectScreen(reading, is: "desk-outlets-80x24")
    reading.press("<Enter>")
    #expect(reading.effects.last == .desk(.articles(outlet: 1, by: .newest), number: 2))
    let url = try #require(SourceURL("https://reuters.com/rail"))
    reading.send(
      .desk(
        number: 2,
        .articles([
          DeskArticle(
            id: 7, url: url, title: "It runs", date: CalendarDate(year: 2026, month: 3, day: 11),
            briefs: 2, citations: 3)
        ])))
    #expect(reading.shows("Reuters") && reading.shows("It runs") && reading.shows("2 briefs"))
    reading.press("o")
    #expect(reading.effects.last == .open(url))
    reading.press("<Enter>")
    #expect(reading.effects.last == .desk(.passages(source: 7), number: 3))
    reading.send(
      .desk(
        number: 3,
        .passages([
          DeskPassage(
            brief: 2, title: "Old rail", date: CalendarDate(year: 2026, month: 3, day: 12),
            sentence: "It runs, says Reuters, " + Self.longWords + ".", label: 14..<21, number: 1,
            citation: 0),
          DeskPassage(brief: 1, title: "Rail", date: CalendarDate(year: 2026, month: 3, day: 12)),
        ])))
    try expectScreen(reading, is: "desk-passages-80x24")
    reading.press("<Enter>")
    #expect(reading.shows("Old rail"))
    #expect(reading.state.currentCitation == 0)
    reading.press("S")
    #expect(reading.shows("It runs"))
    reading.press("qqq")
    #expect(reading.state.overlay == nil)
  }

  @Test func anAnswerThatCameTooLateIsNotShown() throws {
    var reading = try opened()
    reading.press("<Enter>q")
    reading.send(.desk(number: 2, .articles([])))
    #expect(reading.shows("Reuters"))
  }

  @Test func theNextCitationIsFoundInTheNextBrief() throws {
    var reading = try opened()
    reading.press("q<Enter><Tab>*")
    let url = try #require(SourceURL("https://reuters.com/rail"))
    let first = CitingRequest(url, from: 1, isBackward: false)
    #expect(reading.effects.last == .citing(first))
    reading.send(.cited(first, .success(2)))
    #expect(reading.shows("Old rail") && reading.state.currentCitation == 0)
    reading.press("*")
    let second = CitingRequest(url, from: 2, isBackward: false)
    reading.send(.cited(second, .success(nil)))
    #expect(reading.statusLine.contains("No older brief"))
    reading.press("*")
    reading.send(.cited(second, .failure(ListFailure(text: "The index is busy"))))
    #expect(reading.statusLine.contains("The index is busy"))
    reading.press("<")
    #expect(reading.shows("1/2"))
  }

  @Test func theNextCitationIsAskedForOnceAndForgottenByWhoGoesElsewhere() throws {
    var reading = try opened()
    reading.press("q<Enter><Tab>***")
    let url = try #require(SourceURL("https://reuters.com/rail"))
    let request = CitingRequest(url, from: 1, isBackward: false)
    #expect(reading.effects.filter { $0 == .citing(request) }.count == 1)
    reading.press("q")
    reading.send(.cited(request, .success(2)))
    #expect(reading.state.focus == .briefs && reading.state.current == 0)
    reading.press("<Enter><Tab>*")
    #expect(reading.effects.filter { $0 == .citing(request) }.count == 2)
    reading.send(.cited(request, .success(2)))
    #expect(reading.shows("Old rail"))
  }

  @Test func relatedBriefsAreListed() throws {
    var reading = try opened()
    reading.press("q:related<Enter>")
    #expect(reading.state.list.request?.related == 1)
    reading.press("<Esc>")
    #expect(reading.state.list.request?.isWhole == true)
  }

  @Test func aNumberCountsRows() throws {
    var reading = try opened()
    let outlets = (1...40).map {
      DeskOutlet(id: Int64($0), name: "Outlet \($0)", articles: 1, citations: 1, months: [1])
    }
    reading.send(.desk(number: 1, .outlets(outlets, until: nil)))
    let selected = { (reading: Reading) in reading.state.desk?.level.cursor.selected }
    reading.press("12j")
    #expect(selected(reading) == 12)
    reading.press("3k7G")
    #expect(selected(reading) == 6)
    reading.press(":down 4<Enter>")
    #expect(selected(reading) == 10)
    reading.press("30g")
    #expect(selected(reading) == 29)
    reading.press("99j5x")
    #expect(selected(reading) == 39 && reading.state.count == nil)
    #expect(reading.statusLine.contains("x does nothing at the desk"))
    reading.press("g")
    #expect(selected(reading) == 0)
  }

  @Test func aNarrowWindowHasRoomForNames() throws {
    var reading = try opened(rows: 10, columns: 40)
    #expect(reading.shows("Reuters") && !reading.shows("█"))
    try enterArticles("https://reuters.com/world/2026/03/11/the-rail-runs-again", &reading)
    #expect(reading.shows("-rail-runs-again"), "\(reading.screen)")
  }

  private func enterArticles(_ address: String, _ reading: inout Reading) throws {
    let url = try #require(SourceURL(address))
    reading.press("<Enter>")
    reading.send(
      .desk(
        number: 2,
        .articles([DeskArticle(id: 1, url: url, title: nil, date: nil, briefs: 1, citations: 1)])))
  }

  @Test func articlesThatAreOnlyListedAreToldApart() throws {
    var reading = try opened()
    reading.press("<Enter>")
    let articles = try ["a", "b", "c"].enumerated().map { index, name in
      DeskArticle(
        id: Int64(index), url: try #require(SourceURL("https://reuters.com/" + name)), title: nil,
        date: nil, briefs: 1, citations: index)
    }
    reading.send(.desk(number: 2, .articles(articles)))
    #expect(reading.screen[0].hasSuffix("3 articles, 2 cited") && reading.shows("0×"))
    reading.send(.resized(rows: 10, columns: 40))
    #expect(reading.screen[0] == " SOURCES › Reuters          3 articles")
  }
}
