import BriefModel
import Testing

@testable import Reader

@Suite("In linear mode every word can be reached") struct LinearReachTests {
  static let sizes = [
    ScreenTests.Size(rows: 24, columns: 80), ScreenTests.Size(rows: 10, columns: 40),
    ScreenTests.Size(rows: 6, columns: 20),
  ]

  private static let options: Options = {
    var options = Options()
    options.isLinear = true
    options.savedQueries = [
      SavedQuery(name: "strikes", query: "(port OR harbour) strike is:unread after:2w")
    ]
    return options
  }()

  private static let title =
    "Harbour pilots end the strike that nobody believed would ever come to an end"
  private static let url =
    "https://www.reuters.com/world/a-long-way-to-the-harbour/turnout-of-the-pilots-2026-03-11/"
  private static let text = """
    # \(title)

    2026-03-12

    Lede.

    ## The vote of the pilots and what their union made of it afterwards

    Two thirds voted, [Reuters](\(url)) says.

    ## Sources

    - [Turnout was eighty per cent as the pilots voted in the old harbour](\(url))
    """

  private func library(_ size: ScreenTests.Size) throws -> Reading {
    try Reading(
      library: [("a/pilots.md", Self.text), ("b/other.md", "# Other\n\n2026-03-01\n\nText.\n")],
      rows: size.rows, columns: size.columns, options: Self.options)
  }

  /// The rows of the screen between its header and what stands at its bottom.
  private func bodyRows(_ reading: Reading) -> Range<Int> {
    let state = reading.state
    let end = state.rows - state.statusRows
    guard state.overlay != nil else {
      return state.headerRows(state.focus)..<end - state.linkRows
    }
    let isPeek = if case .peek = state.overlay { true } else { false }
    return (isPeek ? 0 : state.overlayTop)..<end
  }

  /// All that the screens say on the way down, without spaces: each screen goes on where it
  /// overlaps with what was said.
  private func said(_ reading: inout Reading) -> String {
    var lines: [String] = []
    var screen = reading.screen
    for _ in 0..<400 {
      let body = Array(screen[bodyRows(reading)])
      let overlap = (0...min(lines.count, body.count)).last { lines.suffix($0) == body.prefix($0) }
      lines += body.dropFirst(overlap ?? 0)
      while lines.last == "" { lines.removeLast() }
      reading.press("j")
      let next = reading.screen
      if next.dropLast() == screen.dropLast() { break }
      screen = next
    }
    return lines.joined().filter { !$0.isWhitespace }
  }

  private func expect(
    _ said: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for words in words {
      #expect(
        said.contains(words.filter { !$0.isWhitespace }), "\(words)", sourceLocation: sourceLocation
      )
    }
  }

  @Test(arguments: sizes) func inTheListsOfPanes(size: ScreenTests.Size) throws {
    var reading = try library(size)
    expect(
      said(&reading), Self.title + ", unread, 12 Mar 2026, 1 source",
      "Other, unread, 1 Mar 2026, 0 sources")
    reading.press("g<Enter>s")
    expect(said(&reading), "1 Reuters, 11 Mar, cited 1 time, Turnout was eighty per cent as")
    reading.press("qt")
    expect(
      said(&reading),
      "The vote of the pilots and what their union made of it afterwards, unread, 1 source, 1 outlet"
    )
  }

  /// In which every word of a heading and of its marks may come to stand at the end of a line.
  private static let widths = Array(16...80)

  @Test(arguments: widths) func inHeadingsOfTheText(columns: Int) throws {
    var reading = try library(ScreenTests.Size(rows: 40, columns: columns))
    let heading = "The vote of the pilots and what their union made of it afterwards"
    reading.press("g<Enter>")
    expect(said(&reading), "\(heading), unread, 1 source, 1 outletTwo thirds")
    let lines = try #require(reading.state.layout).lines.count
    reading.press("g]m")
    expect(said(&reading), "\(heading), read, 1 source, 1 outletTwo thirds")
    #expect(reading.state.layout?.lines.count == lines)
  }

  @Test(arguments: widths) func behindHeadingsOfTheTextIsOneEmptyLine(columns: Int) throws {
    var reading = try library(ScreenTests.Size(rows: 40, columns: columns))
    reading.press("g<Enter>g")
    for _ in 0..<2 {
      let text = try #require(reading.screen.firstIndex { $0.hasPrefix("Two thirds") })
      #expect(reading.screen[text - 1].isEmpty && !reading.screen[text - 2].isEmpty)
      reading.press("]mg")
    }
  }

  @Test(arguments: sizes) func inWhatPeeks(size: ScreenTests.Size) throws {
    var reading = try library(size)
    reading.press("p")
    expect(said(&reading), Self.title, "a/pilots.md", "12 March 2026", "1 source of 1 outlet")
    reading.press("q<Enter>1p")
    expect(
      said(&reading), "1 Reuters",
      "Turnout was eighty per cent as the pilots voted in the old harbour",
      "11 March 2026, from the address", Self.url,
      "cited once: The vote of the pilots and what their")
    #expect(reading.grid.cursor.map { $0.row == 0 && $0.column == 0 } == true)
    reading.press("o")
    #expect(reading.effects.contains { if case .open = $0 { true } else { false } })
    reading.press("tp")
    expect(
      said(&reading), "The vote of the pilots", "1 source, all of one outlet", "1 Reuters, 11 Mar")
  }

  @Test(arguments: sizes) func inHelpAndMessages(size: ScreenTests.Size) throws {
    var reading = try library(size)
    reading.press("?")
    expect(
      said(&reading), "j Down: go a line or row down", "^C: leave at once",
      "[?]: cites what leads nowhere", "Enter opens the brief first")
    reading.press("q:nosuch<Enter>:messages<Enter>g")
    expect(said(&reading), "There is no command 'nosuch'; Tab shows them all")
  }

  @Test(arguments: sizes) func inChoosers(size: ScreenTests.Size) throws {
    var reading = try library(size)
    reading.press("v")
    expect(
      said(&reading), "All briefs, 2 of 2 unread", "strikes",
      "(port OR harbour) strike is:unread after:2w")
    reading.press("q:theme<Enter>")
    expect(said(&reading), "dawn: For dawn", "noon: For noon")
    #expect(reading.state.previewedTheme == "noon")
  }

  @Test(arguments: sizes) func atTheDesk(size: ScreenTests.Size) throws {
    var reading = try library(size)
    reading.press("S")
    let months = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 8, 0]
    let outlets = ["Reuters", "The Harbour Gazette of the Northern Towns"].enumerated().map {
      DeskOutlet(id: Int64($0 + 1), name: $1, articles: 2, citations: 9, months: months)
    }
    let month = CalendarDate(year: 2026, month: 1, day: nil)
    reading.send(.desk(number: 1, .outlets(outlets, until: month)))
    expect(
      said(&reading), "Reuters, cited 9 times, 2 articles, last in Dec 2025",
      "The Harbour Gazette of the Northern Towns, cited 9 times")
    reading.press("g<Enter>")
    let url = try #require(SourceURL(Self.url))
    reading.send(
      .desk(
        number: 2,
        .articles([
          DeskArticle(
            id: 1, url: url, title: "Turnout of the pilots in the old harbour",
            date: CalendarDate(year: 2026, month: 3, day: 11), briefs: 2, citations: 3)
        ])))
    expect(
      said(&reading),
      "Turnout of the pilots in the old harbour, 11 Mar 2026, cited 3 times in 2 briefs")
    reading.press("<Enter>")
    let passages = ["One", "Two"].map {
      DeskPassage(
        brief: 1, title: "\($0), " + Self.title, date: CalendarDate(year: 2026, month: 3, day: 12),
        section: "The vote of the pilots", sentence: "Two thirds voted, Reuters says of \($0).",
        label: 18..<25, number: 1, citation: 0)
    }
    reading.send(.desk(number: 3, .passages(passages)))
    expect(
      said(&reading), "One, \(Self.title), The vote of the pilots, 12 Mar 2026",
      "Two thirds voted, Reuters[1] says of One.", "Two, \(Self.title)", "says of Two.")
    #expect(reading.grid.cursor != nil)
  }

  @Test(arguments: sizes) func inChanges(size: ScreenTests.Size) throws {
    var reading = try ChangesStoryTests.reading(
      rows: size.rows, columns: size.columns, isLinear: true)
    reading.press("d")
    expect(
      said(&reading), "[removed Seventeen] [added Sixteen] members", "New roofs for [removed two]",
      "Added: A new crane is to be bought in autumn.", "Removed: The ring road waits",
      "[added The Mirror[2] counted the same.]", "The vote, changed")
    reading.press("gn")
    let top = reading.state.overlayTop
    #expect(reading.grid.cursor.map { $0.column == 0 && $0.row == top } == true)
    #expect(reading.screen[top].hasPrefix("Changed:"))
    #expect(reading.screen[top...top + 1].joined().contains("[removed"))
  }

  @Test func aTallRowIsGoneThroughBothWays() throws {
    var reading = try library(ScreenTests.Size(rows: 6, columns: 20))
    let first = reading.screen
    reading.press("jjj")
    #expect(reading.state.briefs.selected == 0 && reading.screen != first)
    reading.press("G")
    #expect(reading.state.briefs.selected == 1)
    reading.press("k")
    #expect(reading.state.briefs.selected == 0 && reading.shows("1 source"))
    reading.press("g")
    #expect(reading.screen == first)
  }

  /// The rows of the screen above or below its body, without spaces.
  private func edge(_ reading: Reading, isTop: Bool) -> String {
    let body = bodyRows(reading)
    let rows = isTop ? reading.screen[..<body.lowerBound] : reading.screen[body.upperBound...]
    return rows.joined().filter { !$0.isWhitespace }
  }

  @Test(arguments: [
    ScreenTests.Size(rows: 24, columns: 80), ScreenTests.Size(rows: 16, columns: 24),
  ])
  func aboveTheListsAndBelowThem(size: ScreenTests.Size) throws {
    var reading = try library(size)
    let query = "two thirds voted"
    reading.press("F" + query + "<Enter>")
    expect(edge(reading, isTop: true), "Briefs, \(query), 1 found")
    expect(edge(reading, isTop: false), "Two thirds voted, Reuters says.")
    reading.press("<Esc>:related<Enter>")
    expect(edge(reading, isTop: true), "Briefs, related to “\(Self.title)”")
    reading.press("g<Enter><Tab>")
    expect(edge(reading, isTop: false), "1 Reuters · 11 Mar 2026 ·", "www.reuters.com")
    if size.columns < 60 { expect(edge(reading, isTop: false), Self.url) }
    reading.press("s")
    expect(edge(reading, isTop: false), "1 Reuters · 11 Mar 2026 ·", "www.reuters.com")
  }

  @Test func inTheHintsAndQuestionsOfANarrowWindow() throws {
    var reading = try library(ScreenTests.Size(rows: 12, columns: 30))
    expect(edge(reading, isTop: false), "Enter open", "M mark read", "n next unread")
    reading.press("F")
    expect(
      reading.screen.joined().filter { !$0.isWhitespace },
      "words (a space ends one), is:unread, outlet:\"NAME\", after:7d; Tab: more")
    reading.press("<Esc>A")
    expect(
      reading.screen.joined().filter { !$0.isWhitespace },
      "Mark 2 briefs read? y for yes, any other key for no")
  }
}
