import BriefModel
import Testing

@testable import Reader

@Suite("Undo of marks of a brief that was rewritten since")
struct UndoneRewriteTests {
  private static func brief(_ title: String, _ text: String) -> String {
    "# \(title)\n\n2026-03-12\n\n## First\n\n\(text)\n\n## Second\n\nMore of it.\n"
  }

  private static let rewritten: Int64 = 3
  private static let remembered = "ports.md as it was"

  /// A reader of a library in which marks were made with some keys, whereupon a file was rewritten.
  ///
  /// Its old row was asked for once more between the library and the index taking note of that: it
  /// has the number of what is remembered, and the row that is new has that of the brief.
  private func reading(marking keys: String) throws -> Reading {
    var reading = try Reading(library: [
      ("rail.md", Self.brief("Rail", "The night train runs again.")),
      ("wind.md", Self.brief("Wind", "A night without wind.")),
      ("ports.md", Self.brief("Ports", "Two ports opened.")),
    ])
    reading.press(keys)
    reading.shelf += ["ports.md", Self.remembered]
    var old = try #require(reading.row(Self.rewritten))
    reading.records[Self.remembered] = old.record
    old.record.id = 5
    reading.records[Self.remembered]?.id = 5
    reading.send(.rows([old], asked: [Self.rewritten]))
    reading.files["ports.md"] = Self.brief("Ports", "Three ports opened.")
    reading.gone = [Self.rewritten, 5]
    reading.send(.libraryChanged)
    return reading
  }

  private func isRead(_ reading: Reading, _ section: String) -> Bool {
    reading.records["ports.md"]?.readSections[section] != nil
  }

  @Test(arguments: ["GM", "Ay"]) func takesThemBack(_ keys: String) throws {
    var reading = try reading(marking: keys + "gg")
    #expect(isRead(reading, "first") && isRead(reading, "second"))
    let read = keys == "Ay" ? 2 : 0
    #expect(reading.state.library.counts.unread == 3 - read)
    reading.press("u")
    #expect(reading.statusLine.contains("Undone"))
    #expect(reading.records["ports.md"]?.readSections == [:])
    #expect(reading.state.list.entry(of: 4).map { reading.state.entries[$0].changedCount } == 0)
    #expect(reading.shows("3 of 3 unread"))
    reading.press("U")
    #expect(isRead(reading, "first") && isRead(reading, "second"))
    #expect(reading.state.list.entry(of: 4).map { reading.state.entries[$0].changedCount } == 1)
    #expect(reading.shows("\(3 - read) of 3 unread"))
  }

  @Test func takesAStarBack() throws {
    var reading = try reading(marking: "Gfgg")
    #expect(reading.records["ports.md"]?.isStarred == true)
    reading.press("u")
    #expect(reading.records["ports.md"]?.isStarred == false)
    #expect(reading.state.library.counts.starred == 0)
  }

  /// Of two copies the one that was rewritten is a brief of its own, with the marks of the other.
  private func copies() throws -> Reading {
    let text = Self.brief("Ports", "Two ports opened.")
    var reading = try Reading(
      "a.md", "b.md", files: ["a.md": text, "b.md": text],
      records: ["a.md": ReadingRecord(id: 7), "b.md": ReadingRecord(id: 7)])
    reading.press("qM")
    reading.records["b.md"] = reading.state.entries[0].record
    reading.records["a.md"] = reading.state.entries[0].record
    reading.records["a.md"]?.id = 8
    return reading
  }

  private func marks(_ reading: Reading) -> [Int] {
    reading.state.entries.map(\.record.readSections.count)
  }

  @Test func takesThemBackOfBothCopies() throws {
    var reading = try copies()
    reading.files["a.md"] = Self.brief("Ports", "Three ports opened.")
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.entries.map(\.record.id) == [8, 7] && marks(reading) == [3, 3])
    reading.press("u")
    #expect(marks(reading) == [0, 0])
  }

  @Test func leavesWhatAnotherBriefHasThatTookThePlace() throws {
    var reading = try copies()
    reading.files["a.md"] = Self.brief("Rail", "The night train runs again.")
    reading.records["a.md"]?.readSections = ["first": Fingerprint(of: [1])]
    reading.send(.fileChanged(entry: 0))
    reading.press("u")
    #expect(marks(reading) == [1, 0])
    reading.press("U")
    #expect(marks(reading) == [1, 3])
  }
}
