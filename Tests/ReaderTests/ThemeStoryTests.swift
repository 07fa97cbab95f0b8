import Testing

@testable import Reader

@Suite("Choosing a theme") struct ThemeStoryTests {
  private func reading(rows: Int = 24, columns: Int = 80) throws -> Reading {
    var options = Options()
    options.theme = "dusk"
    return try Reading("pilots.md", rows: rows, columns: columns, options: options)
  }

  /// The themes that the screen was drawn with, one after the other.
  private func themes(_ reading: Reading) -> [String] {
    reading.effects.compactMap { if case .useTheme(let name) = $0 { name } else { nil } }
  }

  @Test func showsEachOneThatTheCursorComesToAndKeepsTheLast() throws {
    var reading = try reading()
    reading.press(":theme<Enter>")
    #expect(reading.shows("THEMES 2/3"))
    #expect(reading.shows("▌ dusk  For dusk"))
    #expect(themes(reading).isEmpty)
    reading.press("jkk")
    #expect(themes(reading) == ["noon", "dusk", "dawn"])
    #expect(reading.shows("Harbour pilots end their strike"))
    reading.press("<Enter>")
    #expect(!reading.shows("THEMES"))
    #expect(reading.statusLine.contains("dawn holds for this run; theme = \"dawn\" in config.toml"))
    #expect(themes(reading) == ["noon", "dusk", "dawn"])
    reading.press(":theme<Enter>")
    #expect(reading.shows("THEMES 1/3"))
  }

  @Test(arguments: ["<Esc>", "q", "?qq"]) func goesBackToTheOneThatHeld(key: String) throws {
    var reading = try reading()
    reading.press(":theme<Enter>j" + key)
    #expect(themes(reading) == ["noon", "dusk"])
    #expect(!reading.shows("THEMES"))
  }

  @Test func aClickBesideItGoesBack() throws {
    var reading = try reading()
    reading.press(":theme<Enter>j")
    reading.send(.input(.click(row: 2, column: 2)))
    #expect(themes(reading) == ["noon", "dusk"])
  }

  @Test func isCompletedAndShownWhileItIsTyped() throws {
    var reading = try reading()
    reading.press(":theme d<Tab>")
    #expect(reading.statusLine.hasPrefix(":theme dawn"))
    #expect(themes(reading) == ["dawn"])
    reading.press("<Tab>")
    #expect(themes(reading) == ["dawn", "dusk"])
    reading.press("<Tab><BS>")
    #expect(themes(reading) == ["dawn", "dusk", "dawn", "dusk"])
    reading.press("<Esc>")
    #expect(themes(reading).last == "dusk")
    #expect(reading.state.options.theme == "dusk")
  }

  @Test func aNameThatIsTypedWholeHolds() throws {
    var reading = try reading()
    reading.press(":theme noon<Enter>")
    #expect(themes(reading) == ["noon"])
    #expect(reading.state.options.theme == "noon")
    reading.press(":theme x<Enter>")
    #expect(reading.statusLine.contains("There is no theme 'x'; :theme shows them all"))
    #expect(themes(reading) == ["noon"])
  }

  @Test func capitalsAreForgiven() throws {
    var reading = try reading()
    reading.press(":theme NO<Tab>")
    #expect(reading.statusLine.hasPrefix(":theme noon"))
    reading.press("<Esc>:theme Noon")
    #expect(themes(reading).last == "noon")
    reading.press("<Enter>")
    #expect(reading.state.options.theme == "noon")
    #expect(reading.statusLine.contains("noon holds for this run"))
  }

  @Test func theKeyOfTheSearchLetsItsNameBeTyped() throws {
    var reading = try reading()
    reading.press(":theme<Enter>/noon")
    #expect(reading.statusLine.hasPrefix(":theme noon"))
    #expect(themes(reading).last == "noon")
    reading.press("<Enter>")
    #expect(reading.state.options.theme == "noon" && reading.state.overlay == nil)
  }

  @Test(arguments: ScreenTests.sizes) func fits(size: ScreenTests.Size) throws {
    var reading = try reading(rows: size.rows, columns: size.columns)
    reading.press(":theme<Enter>j")
    try expectScreen(reading, is: "themes-\(size.testDescription)")
  }

  @Test func aNumberCountsThemesAndAnotherKeySaysThatItMeansNothing() throws {
    var reading = try Reading("pilots.md")
    reading.press(":theme<Enter>3G")
    #expect(reading.state.previewedTheme == "noon")
    reading.press("m")
    #expect(reading.statusLine.contains("m does nothing among the themes; Esc goes back"))
    #expect(reading.state.previewedTheme == "noon")
    reading.press("q")
    #expect(reading.state.overlay == nil && reading.state.previewedTheme == nil)
  }
}
