import BriefModel
import Testing

@testable import BriefLibrary

@Suite("Marks of the last time that there is")
struct LastTimeTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
    _ = try library.take(LibraryState(briefs: [brief()]))
  }

  /// One with a mark, a trace, a star and a place of it, as an import may bring them.
  private func brief() throws -> LibraryState.Brief {
    let last = Int64(LibraryState.lastTime)
    return LibraryState.Brief(
      fingerprint: try content(1), isStarred: true, starTime: last,
      place: Place(section: "s", offset: 1), placeTime: last,
      marks: [LibraryState.Mark(section: "s", fingerprint: try content(2), time: last)],
      unmarks: [LibraryState.Unmark(section: "t", time: last)])
  }

  private func changed() throws -> LibraryState {
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    for _ in 0..<2 {
      try library.keep([
        .section(record: id, id: "s", read: content(3)),
        .section(record: id, id: "s", read: nil), .section(record: id, id: "t", read: content(4)),
        .star(record: id, false), .place(record: id, Place(section: "t", offset: 2)),
      ])
    }
    return try library.state()
  }

  @Test("are changed, and what is exported then can be imported") func exporting() throws {
    let state = try changed()
    let told = try #require(state.briefs.first)
    #expect(told.marks.map(\.section) == ["t"] && told.unmarks.map(\.section) == ["s"])
    #expect(!told.isStarred && told.place == Place(section: "t", offset: 2))
    #expect(try LibraryState(json: state.json) == state)
    #expect(LibraryCheck(library: library.path).problems == [])
  }

  @Test("win over their traces, in whatever order they come") func ties() throws {
    let state = try changed()
    let marked = LibraryState(briefs: [try brief()])
    for (name, order) in [("one", [marked, state]), ("other", [state, marked])] {
      let other = try Library.open(at: folder.path + "/\(name)/library.sqlite")
      for state in order { _ = try other.take(state) }
      let record = try other.record(path: "-", fingerprint: content(1))
      #expect(Set(record.readSections.keys) == ["s", "t"])
    }
  }
}
