import BriefModel
import Testing

@testable import Reader

/// The passage under a list that was searched.
@Suite struct FoundPassageTests {
  @Test func itIsFoundAnewWhereTheBriefWasRewritten() throws {
    var reading = try Reading(library: [
      ("/a.md", "# A\n\nThe needle is old.\n"), ("/b.md", "# B\n\nThe needle lies here.\n"),
    ])
    reading.press("Fneedle<Enter>")
    #expect(reading.shows("The needle is old."))
    reading.files["/a.md"] = "# A\n\nThe needle is new.\n"
    let entry = try #require(reading.state.entries.firstIndex { $0.path == "/a.md" })
    reading.send(.fileChanged(entry: entry))
    #expect(reading.shows("The needle is new."))
    reading.files["/a.md"] = "# A\n\nThe needle is newer.\n"
    reading.send(.libraryChanged)
    #expect(reading.shows("The needle is newer."))
  }
}
