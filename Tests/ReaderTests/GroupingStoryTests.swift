import BriefModel
import Cells
import Testing

@testable import Reader

@Suite("A list that is grouped")
struct GroupingStoryTests {
  /// Briefs of several days and folders; the first of each day is unread, and so are all at first.
  private func reading(
    _ grouping: BriefGrouping, rows: Int = 24, columns: Int = 80, isASCII: Bool = false
  ) throws -> Reading {
    var options = Options()
    options.grouping = grouping
    options.home = "/home/ann"
    options.isASCII = isASCII
    let days = ["2026-03-13", "2026-03-12", "2026-03-09", "some day", "2025-12-31"]
    let library = days.enumerated().flatMap { index, day in
      (0...index % 3).map { number -> (path: String, text: String) in
        let folder = number == 1 ? "/home/ann/briefs/harbours" : "/srv/rail"
        let title = "Brief \(number + 1) of \(day)"
        return (
          "\(folder)/\(day)-\(number).md", "---\ndate: \(day)\n---\n# \(title)\n\n## One\n\nText.\n"
        )
      }
    }
    return try Reading(library: library, rows: rows, columns: columns, options: options)
  }

  /// The rows of the list that hold headings, without the spaces at their ends.
  private func headings(_ reading: Reading) -> [String] {
    reading.screen.filter { $0.hasSuffix("unread") && !$0.contains("BRIEFS") }
      .map { $0.split(separator: "  ").map { $0.trimmingPrefix(" ") }.joined(separator: " | ") }
  }

  @Test func daysStandAboveTheirBriefsWithCounts() throws {
    var reading = try reading(.day)
    #expect(
      headings(reading) == [
        "Today, 13 March 2026 | 1 of 1 unread", "Yesterday, 12 March 2026 | 2 of 2 unread",
        "Monday, 9 March 2026 | 3 of 3 unread",
        "Wednesday, 31 December 2025 | 2 of 2 unread", "No date | 1 of 1 unread",
      ])
    reading.press("jm")
    #expect(headings(reading)[1] == "Yesterday, 12 March 2026 | 1 of 2 unread")
    reading.press("u")
    #expect(headings(reading)[1] == "Yesterday, 12 March 2026 | 2 of 2 unread")
    reading.press("Ay")
    #expect(headings(reading)[2] == "Monday, 9 March 2026 | 0 of 3 unread")
  }

  @Test(arguments: [80, 140])
  func aDateThatIsButTheFilesIsToldWhereDatesAreNotShown(columns: Int) throws {
    var options = Options()
    options.grouping = .day
    let text = "# Undated\n\n## One\n\nText.\n"
    var reading = try Reading(
      library: [("a.md", "2026-03-12\n\n" + text.replacing("Und", with: "D")), ("b.md", text)],
      columns: columns, options: options)
    reading.modified = CalendarDate(year: 2026, month: 3, day: 12)
    reading.send(.libraryChanged)
    let signs = reading.screen.compactMap { $0.firstRange(of: "~ Undated").map { _ in 1 } }
    #expect(signs.count == 1 && !reading.shows("~ Dated"), "\(reading.screen)")
    reading.press(":group none<Enter>")
    #expect(!reading.shows("~ Undated"))
  }

  @Test func theHeaderOfATextTellsADateThatIsButTheFiles() throws {
    var reading = try Reading("a.md", files: ["a.md": "# Undated\n\nText.\n"])
    #expect(!reading.shows("12 Mar 2026"))
    reading.modified = CalendarDate(year: 2026, month: 3, day: 12)
    reading.press("r")
    #expect(reading.screen[0].hasSuffix(" ~12 Mar 2026"), "\(reading.screen[0])")
    reading.files["a.md"] = "# Dated\n\n2026-03-12\n\nText.\n"
    reading.press("r")
    #expect(reading.screen[0].hasSuffix(" 12 Mar 2026"), "\(reading.screen[0])")
  }

  @Test func foldersAreNamedWithTheHomeFolderShort() throws {
    let reading = try reading(.folder)
    #expect(
      headings(reading) == ["~/briefs/harbours | 3 of 3 unread", "/srv/rail | 6 of 6 unread"])
  }

  @Test func theCursorIsOnEachBriefInTurnAndNeverOnAHeading() throws {
    var reading = try reading(.day, rows: 10)
    var seen: [String] = []
    for _ in 0..<9 {
      let row = try #require(reading.screen.first { $0.contains("▌") })
      #expect(row.contains("Brief"))
      seen.append(row)
      reading.press("j")
    }
    #expect(Set(seen).count == 9)
    for row in seen.reversed() {
      #expect(reading.screen.first { $0.contains("▌") }?.contains(row.suffix(40)) == true)
      reading.press("k")
    }
  }

  @Test func theHeadingOfTheFirstRowIsAlwaysOnTheScreen() throws {
    var reading = try reading(.day, rows: 10)
    for _ in 0..<9 {
      reading.press("j")
      #expect(reading.screen[1].hasSuffix("unread"), "below the pane's header")
    }
    #expect(reading.screen[7].contains("Brief"), "no room is left empty at the end")
  }

  @Test func itIsGroupedAndSearchedByCommand() throws {
    var reading = try reading(.none)
    reading.press(":group day<Enter>")
    #expect(headings(reading).count == 5)
    reading.press("F2025-12<Enter>")
    #expect(headings(reading) == ["Wednesday, 31 December 2025 | 2 of 2 unread"])
    reading.press("<Esc>:group none<Enter>")
    #expect(headings(reading).isEmpty)
    reading.press(":group week<Enter>")
    #expect(
      reading.statusLine.contains("cannot be grouped by 'week'; :group takes none, day, folder"))
  }

  @Test func aGroupThatGoesOnBeyondWhatIsKnownIsNotCounted() throws {
    var listing = BriefListing()
    for id in 1...30 { listing.append(Int64(id), .unread, in: .folder("/srv")) }
    listing.isCut = true
    var options = Options()
    options.grouping = .folder
    var state = State(
      library: listing, counts: LibraryCounts(briefs: 900, unread: 900),
      request: ListRequest(grouping: .folder), options: options)
    _ = state.start(rows: 24, columns: 80)
    var grid = Grid(rows: 24, columns: 80)
    state.draw(theme: Theme(name: "plain", styles: [:]), into: &grid)
    #expect(grid.lines[1] == " /srv")
  }

  @Test func aClickOnAHeadingSelectsNothing() throws {
    var reading = try reading(.day)
    reading.send(.input(.click(row: 3, column: 5)))
    #expect(reading.state.briefs.selected == 0)
    reading.send(.input(.click(row: 5, column: 5)))
    #expect(reading.state.briefs.selected == 2)
  }

  @Test(arguments: ScreenTests.sizes) func byDay(size: ScreenTests.Size) throws {
    try expectScreen(
      reading(.day, rows: size.rows, columns: size.columns),
      is: "groups-day-\(size.testDescription)")
  }

  @Test func byFolderWithoutUnicode() throws {
    try expectScreen(reading(.folder, isASCII: true), is: "groups-folder-ascii-80x24")
  }
}
