import BriefModel
import Testing

@testable import Reader

/// Files of the library that go and come while they are read.
@Suite struct LostFileTests {
  private static let text = "# Rail\n\n2026-03-12\n\n## First\n\nThe night train runs again.\n"

  private func reading(columns: Int = 80) throws -> Reading {
    let other = Self.text.replacing("# Rail", with: "# Other")
    var reading = try Reading(
      library: [("/in/rail.md", Self.text), ("/in/other.md", other)], columns: columns)
    reading.press("<Enter>")
    return reading
  }

  /// The file goes from where it was; the index does not know where it is yet.
  private func lose(_ reading: inout Reading) {
    reading.files["/in/rail.md"] = nil
    reading.send(.fileChanged(entry: 0))
  }

  @Test func oneThatWasMovedIsFoundByTheIndex() throws {
    var reading = try reading()
    lose(&reading)
    #expect(reading.effects.last == .updateLibrary)
    #expect(reading.statusLine.hasPrefix(" rail.md is not where it was; looking for it  "))
    reading.files["/in/2026/rail-1.md"] = Self.text
    reading.shelf[0] = "/in/2026/rail-1.md"
    reading.send(.indexing(nil))
    #expect(reading.state.message == "rail.md was moved to /in/2026/rail-1.md")
    #expect(reading.shows("The night train runs again.") && reading.shows("rail-1.md"))
    reading.files["/in/2026/rail-1.md"] = Self.text + "\nIt stops twice.\n"
    reading.press("r")
    #expect(reading.shows("It stops twice."))
  }

  @Test func oneOfTheListIsFoundBeforeItsRowSaysThatItIsGone() throws {
    var reading = try reading()
    reading.press("q")
    reading.files["/in/other.md"] = nil
    reading.send(.fileChanged(entry: 1))
    #expect(reading.effects.last == .updateLibrary && !reading.shows("not readable"))
    reading.files["/in/2026/other.md"] = Self.text
    reading.shelf[1] = "/in/2026/other.md"
    reading.send(.indexing(nil))
    #expect(!reading.shows("not readable") && reading.state.entries[1].failure == nil)
    reading.files["/in/2026/other.md"] = nil
    reading.send(.fileChanged(entry: 1))
    reading.send(.indexing(nil))
    #expect(reading.shows("not readable"))
    reading.files["/in/2026/other.md"] = Self.text
    reading.send(.indexing(nil))
    #expect(!reading.shows("not readable"))
  }

  @Test func oneThatIsGoneIsToldOnceTheIndexHasLooked() throws {
    var reading = try reading()
    lose(&reading)
    reading.gone = [1]
    reading.send(.rows([], asked: [1]))
    #expect(reading.state.message?.contains("looking for it") == true)
    for _ in 0..<2 { reading.send(.indexing(nil)) }
    let told = reading.state.messages.filter { $0.text.contains("the text shown is the last") }
    #expect(told.map(\.isFailure) == [true] && reading.shows("The night train runs again."))
    // The index may have looked just before the file came to its new place.
    reading.gone = []
    reading.files["/in/new.md"] = Self.text
    reading.shelf[0] = "/in/new.md"
    reading.send(.libraryChanged)
    #expect(reading.state.message == "rail.md was moved to /in/new.md")
  }

  @Test func oneWhoseTextWasKeptIsSaidToBeGone() throws {
    var reading = try reading()
    reading.send(.loaded(entry: 0, .failure(BriefError(path: "/in/rail.md", .missing))))
    reading.archived = ["/in/rail.md"]
    reading.send(.indexing(nil))
    #expect(reading.state.message == "The file is gone; this is the text that was kept")
  }

  @Test func oneThatIsThereAgainIsReadAgain() throws {
    var reading = try reading()
    reading.press("q")
    let text = reading.files["/in/other.md"]
    reading.files["/in/other.md"] = nil
    reading.press("j<Enter>")
    #expect(reading.shows("/in/other.md: no such file"))
    reading.send(.indexing(nil))
    #expect(reading.shows("/in/other.md: no such file"))
    reading.files["/in/other.md"] = text
    reading.send(.indexing(nil))
    #expect(reading.shows("The night train runs again.") && !reading.shows("no such file"))
  }
}
