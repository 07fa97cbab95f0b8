import BriefModel
import Testing

@testable import Reader

@Suite("Keys that come fast")
struct RestStoryTests {
  @Test func theBriefBesideTheListIsReadOnceTheyRest() throws {
    var reading = try Reading(
      library: (1...6).map { ("\($0).md", "# Brief \($0)\n\n## One\n\nText.\n") }, rows: 40,
      columns: 160)
    #expect(reading.state.brief?.title == "Brief 1")
    reading.holdsKeys = true
    reading.press("jjj")
    #expect(reading.state.brief?.title == "Brief 1" && reading.state.briefs.selected == 3)
    #expect(reading.effects.filter { $0 == .rest }.count == 3)
    reading.send(.rested)
    #expect(reading.state.brief?.title == "Brief 4")
    reading.press("j<Enter>")
    #expect(reading.state.brief?.title == "Brief 5" && reading.state.focus == .text)
    reading.send(.rested)
    #expect(reading.state.brief?.title == "Brief 5")
    reading.press("qjM")
    #expect(reading.screen.contains { $0.contains("Brief 6") }, "what is meant is under the cursor")
    #expect(reading.statusLine.contains("Brief 6 marked read"))
  }
}
