import Testing

@testable import Reader

@Suite("Going from pane to pane") struct PaneMoveTests {
  private static let alone = "No other pane is shown"

  private static let linear: Options = {
    var options = Options()
    options.isLinear = true
    return options
  }()

  @Test("leads back to the text where one pane shows at a time", arguments: ["s", "t"])
  func back(key: String) throws {
    for (rows, columns, options) in [(12, 40, Options()), (24, 80, Self.linear)] {
      for left in ["h", "<Left>"] {
        var reading = try Reading(
          "pilots.md", "wheat.md", rows: rows, columns: columns, options: options)
        reading.press("<Enter>" + key)
        #expect(reading.state.focus != .text)
        reading.press(left)
        #expect(reading.state.focus == .text)
        reading.press(left)
        #expect(reading.state.focus == .briefs)
      }
    }
  }

  @Test func sectionsAboveTheTextLeadToTheList() throws {
    var reading = try Reading("pilots.md", "wheat.md")
    reading.press("<Enter>th")
    #expect(reading.state.focus == .briefs)
  }

  @Test("says where there is no other pane", arguments: ["h", "l", "z"])
  func says(key: String) throws {
    var reading = try Reading("pilots.md")
    reading.press(key)
    #expect(reading.state.message == Self.alone + "; s shows the sources")
    #expect(!reading.state.isZoomed)
    reading = try Reading("pilots.md", options: Self.linear)
    reading.press("t" + (key == "h" ? "z" : key))
    #expect(reading.state.message == (key == "l" ? nil : Self.alone))
  }

  @Test func saysWhereNoneIsOnThatSide() throws {
    var reading = try Reading("pilots.md", "wheat.md", rows: 40, columns: 140)
    reading.press("h")
    #expect(reading.state.message == "No pane is on the left")
    reading.press("lll")
    #expect(reading.state.focus == .sources)
    reading.press("l")
    #expect(reading.state.message == "No pane is on the right")
  }

  @Test func aPaneThatIsShownAloneGivesWayToAll() throws {
    var reading = try Reading("pilots.md", "wheat.md", rows: 40, columns: 140)
    reading.press("lz")
    #expect(reading.state.isZoomed)
    reading.press("z")
    #expect(!reading.state.isZoomed && reading.state.message == nil)
  }

  @Test func theHelpTellsIt() throws {
    var reading = try Reading("pilots.md", rows: 40)
    reading.press("?/pane<Enter>")
    #expect(reading.shows(Self.alone + "; s shows the sources"))
  }
}
