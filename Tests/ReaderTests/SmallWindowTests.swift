import BriefModel
import Testing

@testable import Reader

@Suite("In a window that is too small for panes") struct SmallWindowTests {
  private func words(_ reading: Reading) -> String {
    reading.screen.filter { !$0.isEmpty }.joined(separator: " ")
  }

  @Test func itSaysWhichKeysHelp() throws {
    var reading = try Reading("pilots.md", rows: 20, columns: 30)
    #expect(
      words(reading)
        == "Too small: needs 40x10, has 30x20; :linear shows it line by line, q leaves")
    reading.send(.resized(rows: 6, columns: 30))
    #expect(words(reading).hasSuffix("q leaves"))
    reading.send(.resized(rows: 4, columns: 14))
    #expect(words(reading) == "Too small: needs 40x10, has 14x4; q")
    reading.send(.resized(rows: 6, columns: 14))
    #expect(words(reading).hasSuffix("line by line needs 16x4, q leaves"))
    reading.send(.resized(rows: 4, columns: 16))
    #expect(words(reading) == "Too small: needs 40x10, has 16x4; :linear or q")
    reading.send(.resized(rows: 3, columns: 20))
    #expect(words(reading) == "Too small: needs 40x10, has 20x3; q")
  }

  @Test(":linear is typed there", arguments: [(20, 30), (4, 16)])
  func linear(rows: Int, columns: Int) throws {
    var reading = try Reading("pilots.md")
    reading.press("]]")
    reading.send(.resized(rows: rows, columns: columns))
    reading.press(":lin")
    #expect(reading.screen.last == ":lin" && reading.grid.cursor?.column == 4)
    reading.press("<Tab><Enter>")
    #expect(reading.state.options.isLinear && reading.state.text.section == 1)
    reading.press("j")
    #expect(!words(reading).contains("Too small"))
  }

  @Test func itIsTypedFromTheStart() throws {
    var reading = try Reading("pilots.md", "wheat.md", rows: 20, columns: 30)
    reading.press(":linear<Enter>j")
    #expect(reading.state.focus == .briefs && reading.shows("Briefs"))
  }

  @Test(
    "it is typed over what lies there or is being typed",
    arguments: ["S", "v", "?", "A", "Fport", "/port", ":star"])
  func overAll(keys: String) throws {
    var reading = try Reading(library: [("a.md", "# A\n\nA port.\n")])
    reading.press(keys)
    reading.send(.resized(rows: 20, columns: 30))
    if reading.state.prompt?.kind == .command { reading.press("<Esc>") }
    reading.press(":linear<Enter>")
    #expect(reading.state.options.isLinear && reading.state.prompt == nil)
    #expect(reading.state.marks.done.isEmpty)
  }

  @Test(
    "no other command is taken, as nobody would see it", arguments: ["star", "mark-brief", "A"])
  func blindCommands(name: String) throws {
    var reading = try Reading("pilots.md", rows: 20, columns: 30)
    reading.press(":\(name)<Enter>")
    #expect(reading.effects.isEmpty && reading.state.marks.done.isEmpty)
    #expect(reading.state.prompt == nil && !reading.state.options.isLinear)
    reading.press(":quit<Enter>")
    #expect(reading.effects.last == .quit)
  }

  @Test func aWindowTooSmallForThatTakesNoLine() throws {
    var reading = try Reading("pilots.md", rows: 3, columns: 30)
    reading.press(":linear<Enter>")
    #expect(!reading.state.options.isLinear && reading.state.prompt == nil)
  }
}
