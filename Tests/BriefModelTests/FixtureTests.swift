import Testing

@testable import BriefModel

@Suite("The fixtures")
struct FixtureTests {
  @Test("give the briefs that their dumps show", arguments: Fixtures.all)
  func dump(_ fixture: Fixture) throws {
    let brief = try brief(fixture.markdown, path: fixture.name + ".md")
    let dump = BriefDump.text(of: brief)
    if Fixtures.isRecording { Fixtures.record(dump, for: fixture) }
    #expect(dump == fixture.expected, "BROADSHEET_RECORD=1 writes the dump anew, and still fails")
  }
}
