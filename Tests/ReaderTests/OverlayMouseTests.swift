import BriefModel
import Testing

@testable import Reader

@Suite("The mouse over what lies over the panes")
struct OverlayMouseTests {
  private static let texts = (1...40).map { number in
    ("brief\(number).md", "# Brief \(number)\n\n2026-03-12\n\nWords of number \(number).\n")
  }

  private func library(isLinear: Bool = false, queries: Int = 30) throws -> Reading {
    var options = Options()
    options.isLinear = isLinear
    options.theme = "dawn"
    options.savedQueries = (1...queries).map {
      SavedQuery(name: "query\($0)", query: "number \($0).")
    }
    return try Reading(library: Self.texts, options: options)
  }

  /// At the desk of so many outlets.
  private func desk(isLinear: Bool = false, outlets: Int = 50) throws -> Reading {
    var reading = try library(isLinear: isLinear)
    reading.press("S")
    let rows = (1...outlets).map {
      DeskOutlet(
        id: Int64($0), name: "Outlet \($0).", articles: 1, citations: 1,
        months: Array(repeating: 0, count: 12))
    }
    reading.send(
      .desk(number: 1, .outlets(rows, until: CalendarDate(year: 2026, month: 3, day: nil))))
    return reading
  }

  /// Clicks on the row of the screen that holds a text.
  private func click(_ text: String, _ reading: inout Reading) throws {
    let row = try #require(reading.screen.firstIndex { $0.contains(text) })
    reading.send(.input(.click(row: row, column: 5)))
  }

  private func turnWheel(_ lines: Int, _ reading: inout Reading) {
    reading.send(.input(.wheel(row: 10, column: 10, lines: lines)))
  }

  @Test(arguments: [false, true])
  func aClickAtTheDeskChoosesAnOutletAndASecondOneOpensIt(isLinear: Bool) throws {
    var reading = try desk(isLinear: isLinear)
    try click("Outlet 4.", &reading)
    #expect(reading.state.desk?.level.cursor.selected == 3)
    try click("Outlet 4.", &reading)
    #expect(reading.effects.last == .desk(.articles(outlet: 4, by: .newest), number: 2))
    #expect(reading.state.desk?.levels.count == 2)
  }

  @Test func aClickBesideTheRowsClosesTheDesk() throws {
    for row in [0, 1, 10, 23] {
      var reading = try desk(outlets: 3)
      reading.send(.input(.click(row: row, column: 5)))
      #expect(reading.state.overlay == nil, "row \(row)")
    }
  }

  @Test(arguments: [false, true]) func theWheelScrollsTheDesk(isLinear: Bool) throws {
    var reading = try desk(isLinear: isLinear)
    turnWheel(3, &reading)
    #expect(reading.shows("Outlet 4.") && !reading.shows("Outlet 3."))
    #expect(reading.state.desk?.level.cursor.selected == 3)
    try click("Outlet 9.", &reading)
    #expect(reading.state.desk?.level.cursor.selected == 8)
    turnWheel(300, &reading)
    #expect(reading.shows("Outlet 50."))
    turnWheel(-3, &reading)
    #expect(!reading.shows("Outlet 50."))
    turnWheel(-300, &reading)
    #expect(reading.shows("Outlet 1."))
    reading.press("q")
    turnWheel(3, &reading)
    #expect(reading.state.library.desk.level.cursor.top == 0, "the list has the wheel again")
  }

  @Test func aClickOnAPassageChoosesItAndTheWheelGoesOnByPassages() throws {
    var reading = try desk()
    reading.press("<Enter>")
    let url = try #require(SourceURL("https://www.reuters.com/rail"))
    reading.send(
      .desk(
        number: 2,
        .articles([DeskArticle(id: 1, url: url, title: nil, date: nil, briefs: 1, citations: 1)])))
    reading.press("<Enter>")
    let passages = (1...20).map { number in
      DeskPassage(
        brief: Int64(number), title: "Brief \(number).", date: nil,
        sentence: "It runs, says passage \(number).", number: 1)
    }
    reading.send(.desk(number: 3, .passages(passages)))
    try click("passage 3.", &reading)
    #expect(reading.state.desk?.level.cursor.selected == 2)
    turnWheel(3, &reading)
    #expect(!reading.shows("passage 1.") && reading.shows("passage 2."))
    #expect(reading.state.desk?.level.cursor.selected == 2)
  }

  @Test(arguments: [false, true])
  func aClickAmongSavedQueriesChoosesOneAndASecondOneListsIt(isLinear: Bool) throws {
    var reading = try library(isLinear: isLinear)
    reading.press("v")
    try click("query3", &reading)
    guard case .saved(let saved) = reading.state.overlay else {
      Issue.record("the saved queries are gone")
      return
    }
    #expect(saved.cursor.selected == 3)
    turnWheel(3, &reading)
    #expect(!reading.shows("All briefs") && reading.shows("query3 ") != isLinear)
    try click("query3", &reading)
    #expect(reading.state.overlay == nil && reading.state.list.count == 1)
    #expect(reading.shows("Brief 3"))
  }

  @Test func theSavedQueryThatIsListedIsOnTheScreen() throws {
    var reading = try library()
    reading.press(":filter in:query29<Enter>v")
    #expect(reading.screen.contains { $0.hasPrefix("▌") && $0.contains("query29") })
  }

  @Test(arguments: [false, true])
  func aClickOnAThemeShowsItAndASecondOneKeepsIt(isLinear: Bool) throws {
    var reading = try library(isLinear: isLinear)
    reading.press(":theme<Enter>")
    try click("For noon", &reading)
    #expect(reading.state.previewedTheme == "noon" && reading.state.overlay != nil)
    try click("For noon", &reading)
    #expect(reading.state.options.theme == "noon" && reading.state.overlay == nil)
  }

  @Test(arguments: [false, true])
  func theWheelScrollsTheHelpAndAClickClosesIt(isLinear: Bool) throws {
    var reading = try library(isLinear: isLinear)
    reading.press("?")
    let before = reading.screen
    turnWheel(3, &reading)
    #expect(reading.screen[4] == before[7])
    turnWheel(-9, &reading)
    #expect(reading.screen == before)
    reading.send(.input(.click(row: 5, column: 5)))
    #expect(reading.state.overlay == nil)
  }

  @Test func theWheelScrollsTheMessages() throws {
    var reading = try library()
    for number in 1...40 { reading.send(.notice("Message \(number).")) }
    reading.press(":messages<Enter>")
    #expect(reading.shows("Message 40.") && !reading.shows("Message 18."))
    turnWheel(-3, &reading)
    #expect(!reading.shows("Message 40.") && reading.shows("Message 18."))
  }
}
