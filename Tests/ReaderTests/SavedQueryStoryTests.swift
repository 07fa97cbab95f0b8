import BriefModel
import Testing

@testable import Reader

@Suite("Saved queries")
struct SavedQueryStoryTests {
  private func reading(rows: Int = 24, columns: Int = 80, saved: Bool = true) throws -> Reading {
    var options = Options()
    if saved {
      options.savedQueries = [
        SavedQuery(name: "Night trains", query: "night train"),
        SavedQuery(name: "ports", query: "port"), SavedQuery(name: "wrong", query: "(wrong"),
      ]
    }
    let texts = [
      ("rail.md", "Rail", "The night train runs again."),
      ("ports.md", "Ports", "Two ports opened."),
      ("wind.md", "Wind", "A port without wind."),
    ]
    return try Reading(
      library: texts.map { ($0.0, "# \($0.1)\n\n2026-03-12\n\n## First\n\n\($0.2)\n") }, rows: rows,
      columns: columns, options: options)
  }

  @Test func eachIsListedWithWhatItFindsAndHasUnread() throws {
    var reading = try reading()
    reading.press("jmv")
    let rows = reading.screen.map { $0.split(separator: "  ").map { $0.trimmingPrefix(" ") } }
    #expect(rows[2] == ["▌", "All briefs", "2", "3"])
    #expect(rows[3] == ["Night trains", "night train", "1", "1"])
    #expect(rows[4] == ["ports", "port", "1", "2"])
    #expect(reading.screen[5].contains("is wrong; see :messages"))
  }

  @Test func enterListsWhatItFindsAndEscapeAllAgain() throws {
    var reading = try reading()
    reading.press("vjj<Enter>")
    #expect(reading.shows("in:ports  2 found") && !reading.shows("Rail"))
    reading.press("v")
    #expect(reading.screen[4].hasPrefix("▌"), "where one is")
    reading.press("k<Enter>")
    #expect(reading.shows("in:\"Night trains\"  1 found"))
    reading.press("<Esc>")
    #expect(reading.shows("3 of 3 unread"))
    reading.press("vj<Enter>v<Home><Enter>")
    #expect(reading.shows("3 of 3 unread"))
  }

  @Test func tabWritesTheirNamesIntoAQuery() throws {
    var reading = try reading()
    reading.press("Frail in:p<Tab>")
    #expect(reading.state.prompt?.text == "rail in:ports")
    reading.press("<Esc>:filter in:<Tab>")
    #expect(reading.state.prompt?.text == "filter in:\"Night trains\"")
  }

  @Test(arguments: [
    ("Fin:n", "in:\"Night trains\""), ("Fin:\"night t", "in:\"Night trains\""),
    ("Fx -in:P", "x -in:ports"), ("F(in:\"po", "(in:ports"), ("F\"a b", "\"a b"),
    (":filter in:N", "filter in:\"Night trains\""), (":filter -in:w", "filter -in:wrong"),
  ])
  func tabFindsThemAsTheyAreTyped(keys: String, line: String) throws {
    var reading = try reading()
    reading.press(keys + "<Tab>")
    #expect(reading.state.prompt?.text == line)
  }

  @Test(arguments: ["Fin:PORTS", "Fport", "Fin:\"ports\" "])
  func theChooserOpensAtTheQueryInForceHoweverItWasTyped(keys: String) throws {
    var reading = try reading()
    reading.press(keys + "<Enter>v")
    #expect(reading.screen[4].hasPrefix("▌"))
  }

  @Test func withoutAnyItIsToldHowTheyAreKept() throws {
    var reading = try reading(saved: false)
    reading.press("v")
    #expect(reading.shows("[queries] in the settings keeps queries under names"))
    reading.press("q")
    #expect(reading.state.overlay == nil)
  }

  @Test(arguments: ScreenTests.sizes) func theChooser(size: ScreenTests.Size) throws {
    var reading = try reading(rows: size.rows, columns: size.columns)
    reading.press("vj")
    try expectScreen(reading, is: "saved-\(size.testDescription)")
  }

  @Test func aKeyThatMeansNothingThereSaysSo() throws {
    var reading = try reading()
    reading.press("vjm")
    #expect(reading.statusLine.contains("m does nothing among the saved queries; q closes them"))
    #expect(reading.screen[3].hasPrefix("▌"))
    for end in ["q", "<Esc>", "v", "h", "<"] {
      reading.press(end)
      #expect(reading.state.overlay == nil, "\(end)")
      reading.press("v")
    }
  }

  @Test func aNumberCountsRows() throws {
    var reading = try reading()
    reading.press("v2")
    #expect(reading.statusLine.hasPrefix(" 2 "))
    reading.press("j")
    #expect(reading.screen[4].hasPrefix("▌"))
    reading.press("4G")
    #expect(reading.screen[5].hasPrefix("▌"))
    reading.press("9k")
    #expect(reading.screen[2].hasPrefix("▌"))
    reading.press("2<Esc>j")
    #expect(reading.screen[3].hasPrefix("▌"), "Escape takes the number away, and no more")
  }
}
