import BriefModel
import Testing

@testable import Reader

@Suite("Marking more briefs than can be marked while one waits")
struct BulkStoryTests {
  private static let count = 1200

  /// A reader of a library of so many briefs, in which all were asked to be marked.
  private func marked() throws -> Reading {
    let briefs = (1...Self.count).map { ("/n/\($0).md", "# Brief \($0)\n\nText \($0).\n") }
    var reader = try Reading(library: briefs, columns: 100)
    reader.press("Ay")
    return reader
  }

  private func ids(_ effect: Effect?) -> [Int64] {
    guard case .markBulk(let ids, 1) = effect else { return [] }
    return ids
  }

  @Test("goes on beside the loop, and its rows stay out of memory") func asking() throws {
    let reader = try marked()
    #expect(Set(ids(reader.effects.last)).count == Self.count)
    #expect(reader.state.entries.count < 100)
    #expect(reader.shows("Marking: 0 of 1200 briefs"))
  }

  @Test("waits for the rows of a list of which the first alone are known") func cut() throws {
    let briefs = (1...5).map { ("/n/\($0).md", "# Brief \($0)\n\nText \($0).\n") }
    var reader = try Reading(library: briefs, columns: 100)
    let counts = reader.state.library.counts
    let number = reader.state.library.asked
    let whole = BriefListing(ids: reader.state.list.ids, flags: reader.state.list.flags)
    let first = BriefListing(
      ids: Array(whole.ids.prefix(2)), flags: Array(whole.flags.prefix(2)), isCut: true)
    reader.send(.listed(number: number, .success(first), counts))
    reader.press("Ay")
    #expect(reader.state.unreadRows == [0, 1])
    reader.send(.listed(number: number, .success(whole), counts))
    #expect(reader.state.message?.hasPrefix("5 briefs marked read") == true)
    #expect(reader.state.unreadRows.isEmpty)
  }

  @Test("shows how far it is, and refuses what would cross it") func progress() throws {
    var reader = try marked()
    reader.send(.bulk(BulkProgress(.marking, done: 512, total: Self.count)))
    #expect(reader.shows("Marking: 512 of 1200 briefs"))
    for key in ["u", "U", "A"] {
      let before = reader.effects.count
      reader.press(key)
      #expect(reader.state.message?.hasPrefix("Marking: 512 of 1200 briefs; this can") == true)
      #expect(reader.effects.count == before)
    }
  }

  @Test("is one step that is undone and done again") func undo() throws {
    var reader = try marked()
    reader.send(.bulkEnded(BulkEnd(.marking, step: 1, done: Self.count)))
    #expect(reader.state.message == "1200 briefs marked read; u undoes")
    reader.press("u")
    #expect(reader.effects.last == .replayBulk(step: 1, forward: false))
    reader.send(.bulkEnded(BulkEnd(.undoing, step: 1, done: Self.count)))
    #expect(reader.state.message == "Undone: 1200 briefs marked read")
    reader.press("U")
    #expect(reader.effects.last == .replayBulk(step: 1, forward: true))
    reader.send(.bulkEnded(BulkEnd(.redoing, step: 1, done: Self.count)))
    #expect(reader.state.message == "Done again: 1200 briefs marked read")
    reader.press("A")
    #expect(reader.shows("Mark 1200 briefs read?"))
    reader.press("y")
    guard case .markBulk(_, step: 2) = reader.effects.last else {
      Issue.record("\(String(describing: reader.effects.last))")
      return
    }
  }

  @Test("says what was marked where it ended before its time, and undoes that") func failing()
    throws
  {
    var reader = try marked()
    reader.send(.bulkEnded(BulkEnd(.marking, step: 1, done: 512, failure: "the disk is full")))
    #expect(
      reader.state.message == "512 briefs marked read; u undoes; then: the disk is full")
    reader.press("u")
    #expect(reader.effects.last == .replayBulk(step: 1, forward: false))
  }

  @Test("that marked nothing is nothing to undo") func nothing() throws {
    var reader = try marked()
    reader.send(.bulkEnded(BulkEnd(.marking, step: 1, done: 0, failure: "the disk is full")))
    #expect(reader.state.message == "the disk is full")
    reader.press("u")
    #expect(reader.state.message == "No mark to undo")
  }
}
