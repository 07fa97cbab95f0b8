import Testing

@testable import Reader

@Suite("A number before a key") struct CountTests {
  @Test func losesItsLastDigitWithBackspace() throws {
    var reading = try Reading("pilots.md")
    reading.press("Gg")
    let place = reading.state.text
    reading.press("13<BS>")
    #expect(reading.state.text == place && reading.statusLine.hasPrefix(" 1 "))
    reading.press("2")
    #expect(reading.state.count == 12)
    reading.press("<BS><BS>")
    #expect(reading.state.text == place && reading.state.count == nil)
    #expect(reading.statusLine.contains("Space read on"))
    reading.press("<BS>")
    #expect(reading.state.text != place, "without a number it goes back")
  }

  @Test func losesItAmongSavedQueriesToo() throws {
    var reading = try Reading(library: [("a.md", "# A\n\nText.\n")])
    reading.press("v2<BS>")
    #expect(reading.state.overlay != nil && reading.state.count == nil)
    reading.press("<BS>")
    #expect(reading.state.overlay == nil)
  }
}
