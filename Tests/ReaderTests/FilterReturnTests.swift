import BriefModel
import Testing

@testable import Reader

/// What Escape brings back that a filter was begun from.
@Suite struct FilterReturnTests {
  private static func brief(_ title: String, _ text: String) -> String {
    let filler = (0..<40).map { "Nothing of note on day \($0).\n\n" }.joined()
    return "# \(title)\n\n2026-03-12\n\n## First\n\n\(filler)\(text)\n"
  }

  private func reading(rows: Int = 24, columns: Int = 80) throws -> Reading {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    return try Reading(
      library: letters.map { ("\($0).md", Self.brief("Brief \($0)", "Text of \($0) and all.")) },
      rows: rows, columns: columns)
  }

  private func selected(_ reading: Reading) -> Int64? {
    reading.state.list.ids[safe: reading.state.briefs.selected]
  }

  @Test(arguments: ["Ftext of c", "/text of c", "Ftext of c<BS><BS><BS>", "Fnowhere"])
  func theRowThatWasLeftWhereItStood(keys: String) throws {
    var reading = try reading(rows: 10)
    reading.press("14jkkk".replacing("14j", with: String(repeating: "j", count: 14)))
    let (cursor, screen) = (reading.state.briefs, reading.screen)
    #expect(selected(reading) == 12 && cursor.top > 0)
    reading.press(keys + "<Esc>")
    #expect(reading.state.briefs == cursor && reading.screen.dropLast() == screen.dropLast())
  }

  @Test func theRowThatWasLeftWhenAllThatWasTypedIsTakenAway() throws {
    var reading = try reading()
    reading.press("jjjFc<BS>")
    #expect(reading.state.briefs.selected == 0)
    reading.press("<Esc>")
    #expect(selected(reading) == 4)
  }

  @Test func theRowOfTheFilterThatWasOn() throws {
    var reading = try reading()
    reading.press("Ftext<Enter>jj")
    let row = selected(reading)
    #expect(row == 3)
    reading.press("Fof z<Esc>")
    #expect(selected(reading) == row && reading.state.list.request?.query == "text")
  }

  @Test(arguments: [80, 140]) func theTextThatWasRead(columns: Int) throws {
    var reading = try reading(rows: 40, columns: columns)
    reading.press("jj<Enter> ")
    let screen = reading.screen
    #expect(reading.state.focus == .text && reading.state.text.top > 0)
    reading.press("Ftext of k")
    #expect(reading.state.focus == .briefs && reading.shows("1 found"))
    reading.press("<Esc>")
    #expect(reading.state.focus == .text && reading.screen.dropLast() == screen.dropLast())
    #expect(reading.state.search == nil)
  }

  @Test func theTextBesideTheList() throws {
    var reading = try reading(rows: 40, columns: 140)
    reading.press("jj")
    let screen = reading.screen
    #expect(reading.shows("Brief c"))
    reading.press("Ftext of k")
    #expect(reading.state.entries[reading.state.current].title == "Brief k")
    reading.press("<Esc>")
    #expect(reading.state.entries[reading.state.current].title == "Brief c")
    #expect(reading.screen.dropLast() == screen.dropLast())
    reading.press("Ftext of c<Esc>")
    #expect(reading.state.search == nil && reading.screen.dropLast() == screen.dropLast())
  }
}
