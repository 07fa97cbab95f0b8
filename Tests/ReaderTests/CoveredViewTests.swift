import BriefModel
import Testing

@testable import Reader

@Suite("Help, messages and themes go back to what they were opened over")
struct CoveredViewTests {
  private static let text = "# Rail\n\n2026-03-12\n\nIt runs. [Reuters](https://reuters.com/rail)\n"

  private func library() throws -> Reading {
    try Reading(
      library: [("rail.md", Self.text), ("old.md", Self.text.replacing("Rail", with: "Old rail"))])
  }

  /// At the articles of the desk, the second of them under the cursor.
  private func atArticles() throws -> Reading {
    var reading = try library()
    reading.press("S")
    let outlet = DeskOutlet(
      id: 1, name: "Reuters", articles: 2, citations: 3, months: Array(repeating: 0, count: 12))
    reading.send(.desk(number: 1, .outlets([outlet], until: nil)))
    reading.press("<Enter>")
    let articles = try ["one", "two"].enumerated().map {
      DeskArticle(
        id: Int64($0 + 1), url: try #require(SourceURL("https://reuters.com/\($1)")),
        title: "Article \($1)", date: nil, briefs: 1, citations: 1)
    }
    reading.send(.desk(number: 2, .articles(articles)))
    reading.press("j")
    return reading
  }

  @Test(
    "at the desk",
    arguments: [
      "?x", "?q", "?/open<Enter><Esc><Esc>", ":messages<Enter><Esc>", ":messages<Enter>q",
      ":help<Enter>q", ":theme<Enter><Esc>", ":theme<Enter>q", ":theme<Enter>?qq",
      ":theme<Enter>/<Esc>",
    ])
  func desk(keys: String) throws {
    var reading = try atArticles()
    reading.send(.remark("Something happened"))
    let screen = reading.screen
    reading.press(keys)
    #expect(reading.screen.dropLast() == screen.dropLast() && reading.state.covered.isEmpty)
    reading.press("q")
    #expect(reading.shows("1 outlet"))
    reading.press("q")
    #expect(reading.state.overlay == nil && reading.state.focus == .briefs)
  }

  @Test func aThemeIsChosenAtTheDesk() throws {
    var reading = try atArticles()
    let screen = reading.screen
    reading.press(":theme<Enter>j?")
    #expect(reading.state.previewedTheme != nil, "the help shows it, too")
    reading.press("q<Enter>")
    #expect(reading.state.options.theme != Options().theme)
    #expect(reading.screen.dropLast() == screen.dropLast())
  }

  @Test(
    "among the saved queries",
    arguments: ["?<Esc>", ":<Esc>", ":messages<Enter>q", ":theme<Enter>q"])
  func savedQueries(keys: String) throws {
    var reading = try library()
    reading.send(.remark("Something happened"))
    reading.press("v")
    let screen = reading.screen
    reading.press(keys)
    #expect(reading.screen == screen)
    reading.press(":star<Enter>")
    #expect(reading.state.overlay == nil && reading.statusLine.contains("starred"))
  }

  @Test func inTheChanges() throws {
    var reading = try ChangesStoryTests.reading(rows: 24, columns: 80)
    reading.press("dn")
    let screen = reading.screen
    reading.press("??")
    #expect(reading.screen.dropLast() == screen.dropLast())
    reading.press("q")
    #expect(reading.state.overlay == nil)
  }

  @Test func fromAPlaceOfItsOwnNothingComesBack() throws {
    var reading = try library()
    reading.press("?q")
    #expect(reading.state.overlay == nil)
    reading.press("S?Fport")
    #expect(reading.state.overlay != nil && reading.state.prompt == nil, "F closed the help")
    reading.press("q?<^C>")
    #expect(reading.effects.last == .quit)
  }

  // MARK: - What the help shows there

  @Test func theHelpHasTheKeysOfTheDesk() throws {
    var reading = try atArticles()
    reading.press("?")
    #expect(reading.screen[0].contains("HELP  at the desk"))
    let words = reading.state.helpLines(HelpOverlay()).map(\.text)
    #expect(words.contains("go a line or row down") && words.contains("go back to where you were"))
    #expect(!words.contains("star the brief"))
    #expect(!words.contains { $0.contains("opens the brief") })
  }

  @Test(
    "what the help offers in a view is what the view takes", arguments: ["S", "v", ":theme<Enter>"])
  func agrees(keys: String) throws {
    for command in Command.allCases {
      guard let key = Keymap().keys(of: command).first else { continue }
      var reading = try library()
      reading.press(keys)
      let view = try #require(reading.state.overlay)
      reading.send(.input(.key(key)))
      let isMeaningless = reading.state.message?.contains("does nothing") == true
      #expect(view.takes(command) == !isMeaningless, "\(command) \(keys)")
    }
  }

  @Test func whatTheHelpOffersInTheChangesIsWhatTheyTake() throws {
    for command in Command.allCases {
      guard let key = Keymap().keys(of: command).first else { continue }
      var reading = try ChangesStoryTests.reading(rows: 24, columns: 80)
      reading.press("d")
      let view = try #require(reading.state.overlay)
      reading.send(.input(.key(key)))
      let isMeaningless = reading.state.message?.contains("does nothing") == true
      #expect(view.takes(command) == !isMeaningless, "\(command)")
    }
  }

  @Test func anAddressThatIsShownAtTheDeskLeavesItThere() throws {
    var reading = try atArticles()
    let screen = reading.screen
    reading.press("o")
    guard case .open(let url) = reading.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    reading.send(.handedOver(url, "Sent to the terminal's clipboard: the URL"))
    let isShown = reading.shows("Open this address")
    #expect(isShown)
    reading.press("q")
    #expect(reading.screen.dropLast() == screen.dropLast())
    reading.press("o")
    reading.send(.handedOver(url, "Sent to the terminal's clipboard: the URL"))
    reading.press("k")
    #expect(reading.state.desk?.level.cursor.selected == 0 && reading.state.briefs.selected == 0)
  }

  @Test func whatIsCountedBelowTheHelpIsShownAfterIt() throws {
    var options = Options()
    options.savedQueries = [SavedQuery(name: "trains", query: "rail")]
    var reading = try Reading(library: [("rail.md", Self.text)], options: options)
    reading.press("v?")
    reading.send(.counted("trains", FoundCount(briefs: 7, unread: 5)))
    reading.press("q")
    #expect(reading.screen[3].contains("5") && reading.screen[3].contains("7"))
  }
}
