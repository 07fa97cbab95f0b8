import Cells
import Testing

@testable import Reader

/// Every screen at a common size, a wide and a narrow one.
@Suite struct ScreenTests {
  struct Size: Sendable, CustomTestStringConvertible {
    let rows: Int
    let columns: Int
    var testDescription: String { "\(columns)x\(rows)" }
  }

  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 140), Size(rows: 10, columns: 40),
  ]

  private func check(
    _ name: String, _ size: Size, keys: String = "", briefs: Bool = false,
    options: Options = Options()
  ) throws {
    var reading =
      briefs
      ? try Reading(
        "pilots.md", "wheat.md", "rice.md", rows: size.rows, columns: size.columns, options: options
      )
      : try Reading("pilots.md", rows: size.rows, columns: size.columns, options: options)
    reading.press(keys)
    try expectScreen(reading, is: "\(name)-\(size.testDescription)")
  }

  @Test(arguments: sizes) func theText(size: Size) throws { try check("text", size) }

  @Test(arguments: sizes) func theTextWithACitationSelected(size: Size) throws {
    try check("citation", size, keys: "m<Tab><Tab>")
  }

  @Test(arguments: sizes) func theTableAndTheQuote(size: Size) throws {
    try check("table", size, keys: "]]")
  }

  @Test(arguments: sizes) func theListOfBriefs(size: Size) throws {
    try check("briefs", size, keys: "jMf", briefs: true)
  }

  @Test(arguments: sizes) func theSources(size: Size) throws {
    try check("sources", size, keys: "3<Enter>")
  }

  @Test(arguments: sizes) func theSections(size: Size) throws {
    try check("sections", size, keys: size.columns > 100 ? "]mh" : "]mt")
  }

  @Test(arguments: sizes) func thePeek(size: Size) throws { try check("peek", size, keys: "2p") }

  @Test(arguments: sizes) func thePeekAtASection(size: Size) throws {
    try check("peek-section", size, keys: size.columns > 100 ? "hp" : "tp")
  }

  @Test(arguments: sizes) func thePeekAtABrief(size: Size) throws {
    try check("peek-brief", size, keys: "jp", briefs: true)
  }

  @Test(arguments: sizes) func theHelp(size: Size) throws { try check("help", size, keys: "?") }

  @Test(arguments: sizes) func theHelpFiltered(size: Size) throws {
    try check("help-filtered", size, keys: "?/unread<Enter>")
  }

  @Test(arguments: sizes) func theMessages(size: Size) throws {
    try check("messages", size, keys: "muU:messages<Enter>")
  }

  @Test(arguments: sizes) func theLetters(size: Size) throws {
    try check("labels", size, keys: "];")
  }

  @Test(arguments: sizes) func aSearch(size: Size) throws {
    try check("search", size, keys: "/pilots<Enter>n")
  }

  @Test(arguments: sizes) func theTimelineOfTheSources(size: Size) throws {
    try check("timeline", size, keys: ":sort date<Enter>3'")
  }

  @Test(arguments: sizes) func thePrompt(size: Size) throws {
    try check("prompt", size, keys: ":next<Tab><Tab>")
  }

  @Test(arguments: sizes) func theQuestionBeforeMarkingAll(size: Size) throws {
    try check("mark-all", size, keys: "A", briefs: true)
  }

  @Test(arguments: sizes) func theAddressThatIsHandedOver(size: Size) throws {
    var reading = try Reading("pilots.md", rows: size.rows, columns: size.columns)
    let url = try #require(reading.state.brief?.citations[1].url)
    reading.send(.handedOver(url, "Sent to the terminal's clipboard: the URL"))
    try expectScreen(reading, is: "address-\(size.testDescription)")
  }

  @Test(arguments: sizes) func aFileThatCannotBeRead(size: Size) throws {
    var reading = try Reading(
      "empty.md", "pilots.md", rows: size.rows, columns: size.columns, files: ["empty.md": ""])
    reading.press("<Enter>")
    try expectScreen(reading, is: "unreadable-\(size.testDescription)")
  }

  @Test(arguments: sizes) func whatChangedSinceItWasRead(size: Size) throws {
    var reading = try Reading("wheat.md", "rice.md", rows: size.rows, columns: size.columns)
    reading.press("M")
    reading.records["wheat.md"] = reading.state.entries[0].record
    reading.files["wheat.md"] = try Reading.fixture("wheat.md")
      .replacing("Quotas stay as they are", with: "Quotas rise by a tenth")
    reading.send(.fileChanged(entry: 0))
    try expectScreen(reading, is: "changed-\(size.testDescription)")
  }

  @Test(arguments: sizes + [Size(rows: 40, columns: 120)])
  func theChangesSinceItWasRead(size: Size) throws {
    var reading = try ChangesStoryTests.reading(rows: size.rows, columns: size.columns)
    reading.press("d")
    try expectScreen(reading, is: "changes-\(size.testDescription)")
  }

  @Test func theChangesWithoutUnicode() throws {
    var reading = try ChangesStoryTests.reading(isASCII: true)
    reading.press("dn")
    try expectScreen(reading, is: "changes-ascii-80x24")
  }

  @Test(arguments: sizes) func japanese(size: Size) throws {
    try check("japanese", size, keys: "G<Enter>", briefs: true)
  }

  @Test(arguments: sizes) func withoutUnicode(size: Size) throws {
    var options = Options()
    options.isASCII = true
    try check("ascii", size, keys: "]]m<Tab>", options: options)
  }

  @Test func aWindowThatIsTooSmallSaysSo() throws {
    let reading = try Reading("pilots.md", rows: 9, columns: 30)
    let text = ["Too small: needs 40x10, has", "30x9; :linear shows it line by", "line, q leaves"]
    #expect(reading.screen.prefix(3) == text[...])
  }

  @Test func panesAreToldAsRegions() throws {
    var wide = try Reading("pilots.md", rows: 40, columns: 140)
    #expect(wide.grid.regions.count == 3)
    #expect(wide.grid.regions.allSatisfy { $0.rows == 1..<38 })
    let columns = wide.grid.regions.map(\.columns).sorted { $0.lowerBound < $1.lowerBound }
    #expect(columns.first?.lowerBound == 0 && columns.last?.upperBound == 140)
    #expect(zip(columns, columns.dropFirst()).allSatisfy { $1.lowerBound == $0.upperBound + 1 })
    wide.press("?")
    #expect(wide.grid.regions == [], "the help has the whole screen")
    let narrow = try Reading("pilots.md", rows: 24, columns: 80)
    #expect(narrow.grid.regions == [Region(rows: 2..<22, columns: 0..<80)])
  }
}
