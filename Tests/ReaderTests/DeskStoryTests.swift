import BriefModel
import Testing

@testable import Reader

@Suite("At the desk of all sources")
struct DeskStoryTests {
  private func opened() throws -> Reading {
    let text = "# Rail\n\n2026-03-12\n\nIt runs. [Reuters](https://reuters.com/rail)\n"
    var reading = try Reading(library: [
      ("rail.md", text), ("old.md", text.replacing("# Rail", with: "# Old rail")),
    ])
    reading.press("S")
    reading.send(
      .desk(
        number: 1,
        .outlets([
          DeskOutlet(
            id: 1, name: "Reuters", articles: 2, citations: 9,
            months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 8]),
          DeskOutlet(
            id: 2, name: "BBC", articles: 1, citations: 1,
            months: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ])))
    return reading
  }

  @Test func outletsLeadToArticlesAndTheseToPassages() throws {
    var reading = try opened()
    try expectScreen(reading, is: "desk-outlets-80x24")
    reading.press("<Enter>")
    #expect(reading.effects.last == .desk(.articles(outlet: 1), number: 2))
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
            sentence: "It runs.", citation: 0)
        ])))
    try expectScreen(reading, is: "desk-passages-80x24")
    reading.press("<Enter>")
    #expect(reading.shows("Old rail"))
    #expect(reading.state.currentCitation == 0)
    reading.press("S")
    #expect(reading.shows("It runs."))
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
    #expect(reading.effects.last == .citing(url, from: 1, backward: false))
    reading.send(.cited(url, in: 2, backward: false))
    #expect(reading.shows("Old rail") && reading.state.currentCitation == 0)
    reading.press("*")
    reading.send(.cited(url, in: nil, backward: false))
    #expect(reading.statusLine.contains("No older brief"))
    reading.press("<")
    #expect(reading.shows("1/2"))
  }

  @Test func relatedBriefsAreListed() throws {
    var reading = try opened()
    reading.press("q:related<Enter>")
    #expect(reading.state.list.request?.related == 1)
    reading.press("<Esc>")
    #expect(reading.state.list.request?.isWhole == true)
  }
}
