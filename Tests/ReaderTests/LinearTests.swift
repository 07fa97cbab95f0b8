import BriefModel
import Cells
import Testing

@testable import Reader

@Suite("Linear mode") struct LinearTests {
  private static let options: Options = {
    var options = Options()
    options.isLinear = true
    return options
  }()

  static let sizes = [
    ScreenTests.Size(rows: 24, columns: 80), ScreenTests.Size(rows: 40, columns: 140),
    ScreenTests.Size(rows: 6, columns: 20),
  ]

  private func reading(_ size: ScreenTests.Size) throws -> Reading {
    try Reading("pilots.md", rows: size.rows, columns: size.columns, options: Self.options)
  }

  /// Goes down until the cursor stands at a row that begins so, as a row may take more keys than one.
  private func down(to row: String, _ reading: inout Reading) throws {
    for _ in 0..<9 where !(try cursorLine(reading).hasPrefix(row)) { reading.press("j") }
    #expect(try cursorLine(reading).hasPrefix(row))
  }

  /// The row of the screen at which the terminal's cursor stands.
  private func cursorLine(_ reading: Reading) throws -> String {
    reading.screen[try #require(reading.grid.cursor).row]
  }

  /// What leads to each screen there is.
  static let ways = [
    "", "]]", "<Tab>", "s", "3<Enter>", "t", "tp", "2p", "?", "?/unread<Enter>",
    "muU:messages<Enter>",
    "];", "/pilots<Enter>n", "/pil", ":theme<Enter>j", ":sort date<Enter>3'", "z", "G",
  ]

  @Test("has no rules, boxes and bars, and a cursor on each screen", arguments: sizes, ways)
  func plain(size: ScreenTests.Size, way: String) throws {
    var reading = try reading(size)
    reading.press(way)
    let drawn = reading.screen.joined().unicodeScalars.filter {
      (0x2500...0x259F).contains($0.value)
    }
    #expect(drawn.isEmpty, "\(reading.screen.joined(separator: "\n"))")
    let cursor = try #require(reading.grid.cursor)
    #expect((0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column))
  }

  @Test("brings the cursor to every line of the text", arguments: sizes)
  func everyLine(size: ScreenTests.Size) throws {
    var reading = try reading(size)
    var lines: [String] = []
    let count = try #require(reading.state.layout).lines.count
    for _ in 0..<count {
      lines.append(try cursorLine(reading))
      reading.press("j")
    }
    let text = lines.joined(separator: " ")
    for word in ["Harbour", "week: 9", "ships waiting: 41", "> "] where size.columns > 20 {
      #expect(text.contains(word), "\(word)")
    }
    #expect(lines.last?.isEmpty == false)
    #expect(reading.state.text.top == count - 1)
  }

  @Test("puts the cursor on the selected link, the match and the row", arguments: sizes)
  func focus(size: ScreenTests.Size) throws {
    var reading = try reading(size)
    reading.press("<Tab>")
    var cursor = try #require(reading.grid.cursor)
    #expect(reading.grid[cursor.row, cursor.column].scalars == [0x4C])
    reading.press("<Tab>")
    cursor = try #require(reading.grid.cursor)
    #expect(reading.grid[cursor.row, cursor.column].scalars == [0x52])
    reading.press("<Esc>/truce<Enter>")
    cursor = try #require(reading.grid.cursor)
    #expect(reading.grid[cursor.row, cursor.column].scalars == [0x74])
    reading.press("<Esc>sg")
    try down(to: "2 Reuters", &reading)
    reading.press("qtg")
    try down(to: "What the port", &reading)
    reading.press("q:")
    cursor = try #require(reading.grid.cursor)
    #expect(cursor == (size.rows - 1, 1))
  }

  @Test("puts the cursor behind what is typed in the help, and behind a question", arguments: sizes)
  func prompts(size: ScreenTests.Size) throws {
    var reading = try reading(size)
    reading.press("?/nosuch")
    #expect(try #require(reading.grid.cursor) == (size.rows - 1, 7))
    #expect(reading.statusLine == "/nosuch")
    let shown = reading.screen.dropLast().joined(separator: " ")
    #expect(shown.contains("No command has this in its name, keys or help"))
    reading = try Reading(
      "pilots.md", "wheat.md", rows: size.rows, columns: size.columns, options: Self.options)
    reading.press("A")
    let cursor = try #require(reading.grid.cursor)
    #expect(cursor.row == size.rows - 1)
    #expect(cursor.column == min(size.columns - 1, reading.statusLine.count + 1), "\(cursor)")
  }

  @Test func switchesOnAndOffWhereOneIs() throws {
    var reading = try Reading("pilots.md")
    reading.press("]]]")
    let (place, screen) = (reading.state.text.place, reading.screen)
    reading.press(":linear<Enter>")
    #expect(reading.state.options.isLinear && reading.grid.cursor != nil)
    #expect(reading.state.message?.contains("linear = true in config.toml") == true)
    #expect(reading.state.text.place == place)
    reading.press("<Tab>")
    let link = reading.state.text.link
    reading.press(":linear<Enter>")
    #expect(!reading.state.options.isLinear && reading.grid.cursor == nil)
    #expect(reading.state.message == "In panes again")
    #expect(reading.state.text.link == link && link != nil)
    reading.press("<Esc>[]")
    #expect(reading.screen == screen)
  }

  @Test func isNotLeftForPanesThatHaveNoRoom() throws {
    var reading = try reading(ScreenTests.Size(rows: 8, columns: 30))
    reading.press(":linear<Enter>")
    #expect(reading.state.options.isLinear)
    #expect(reading.state.message == "Panes need a window of 40x10, and this one has 30x8")
  }

  @Test("says each brief of a list in a sentence", arguments: sizes)
  func briefs(size: ScreenTests.Size) throws {
    var reading = try Reading(
      "pilots.md", "wheat.md", "rice.md", rows: size.rows, columns: size.columns,
      options: Self.options)
    #expect(try cursorLine(reading).hasPrefix("Harbour pilots"))
    if size.columns >= 100 {
      #expect(
        try cursorLine(reading)
          == "Harbour pilots end their strike, unread, 12 Mar 2026, 5/5 sections unread, 5 sources")
    }
    try down(to: "Wheat", &reading)
    reading.press("Mf")
    if size.columns >= 80 {
      #expect(try cursorLine(reading).contains(", read,"))
      #expect(try cursorLine(reading).contains(", starred"))
    }
    try expectScreen(reading, is: "linear-briefs-\(size.testDescription)")
  }

  @Test("reads like a page", arguments: sizes)
  func text(size: ScreenTests.Size) throws {
    var reading = try reading(size)
    reading.press("]m]")
    try expectScreen(reading, is: "linear-text-\(size.testDescription)")
  }

  @Test func aWindowThatIsTooSmallSaysSo() throws {
    let reading = try reading(ScreenTests.Size(rows: 3, columns: 15))
    #expect(reading.screen.joined(separator: " ").contains("needs 16x4"))
  }

  @Test func aWindowThatIsTooSmallForPanesNamesTheWayThatDoes() throws {
    let options = Options()
    var reading = try Reading("pilots.md", rows: 8, columns: 30, options: options)
    #expect(reading.screen.joined(separator: " ").contains(":linear shows it line by line"))
    reading = try Reading("pilots.md", rows: 2, columns: 20, options: options)
    #expect(reading.screen.joined(separator: " ") == "Too small: needs 40x10, has 20x2; q")
  }

  @Test("does nothing unseen in a window that is too small")
  func blindKeys() throws {
    var reading = try Reading("pilots.md", "wheat.md", rows: 8, columns: 30)
    let state = reading.state
    for keys in ["M", "Ay", "f", "j", "<Enter>", ":theme<Enter>", "/a<Enter>", "3", "o", "y", "e"] {
      reading.press(keys)
      #expect(reading.effects.isEmpty, "\(keys)")
      #expect(reading.state.entries.map(\.record) == state.entries.map(\.record), "\(keys)")
    }
    #expect(reading.state.prompt == nil && reading.state.focus == state.focus)
    reading.press("<^L><^Z>")
    #expect(reading.effects.contains(.repaint) && reading.effects.contains(.suspend))
    reading.press("q")
    #expect(reading.effects.last == .quit)
  }

  @Test("has every screen down to the smallest window", arguments: ways) func smallest(way: String)
    throws
  {
    var reading = try reading(ScreenTests.Size(rows: 4, columns: 16))
    reading.press(way)
    #expect(reading.grid.cursor != nil)
    #expect(reading.screen.contains { !$0.isEmpty })
  }
}
