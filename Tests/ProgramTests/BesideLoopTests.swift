import BriefModel
import Dispatch
import Foundation
import Reader
import Terminal
import Testing

@testable import BriefLibrary
@testable import broadsheet

/// The loop's own connection is closed in these tests: whatever would use it fails.
@Suite("Work beside the loop has a connection to the library of its own")
final class BesideLoopTests {
  private let desk: LibraryDesk
  private let mailbox: Mailbox<Message>
  private let index: BriefIndex
  private let loop: Library
  private let other: Library
  private let today: CalendarDate

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
    mailbox = try Mailbox()
    index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    loop = try Library.open(at: desk.library)
    other = try Library.open(at: desk.library)
    today = try CalendarDate.today()
  }

  private func access(_ index: BriefIndex) -> IndexAccess {
    IndexAccess(
      index: index, library: loop, folders: { [] }, today: today, seen: nil,
      saved: SavedQueries([]), archiving: false, mailbox: mailbox)
  }

  /// What is told until one of the messages is the last that is expected, or long enough.
  private func messages(until isLast: (Message) -> Bool) -> [Message] {
    var messages: [Message] = []
    let end = DispatchTime.now() + .seconds(20)
    while !messages.contains(where: isLast), DispatchTime.now() < end {
      messages += mailbox.take()
      usleep(1000)
    }
    return messages
  }

  /// The first of the briefs, with its number in the library.
  private func brief() throws -> (row: ListedBrief, record: Int64) {
    let ids = try index.listing(order: .title).ids
    let row = try #require(try index.rows(of: ids, from: other).first)
    return (row, try #require(try other.records(for: [row.key]).first?.id))
  }

  @Test("to bring marks into the index") func transfer() throws {
    let access = access(index)
    _ = try access.lister().takeMarks(from: other)
    try other.keep([.star(record: brief().record, true)])
    try loop.close()
    access.transferMarks(after: 0)
    let told = messages { if case .marked = $0 { true } else { false } }
    #expect(try told.count == 1 && index.counts().starred == 1)
    access.close()
  }

  @Test("to keep texts that were read") func texts() throws {
    let (row, record) = try brief()
    let marks = row.summary.parts.map {
      LibraryChange.section(record: record, id: $0.id, read: $0.fingerprint)
    }
    try other.keep(marks)
    try loop.close()
    let texts = ReadTexts(today: today)
    texts.keep(for: marks, in: loop)
    texts.close()
    #expect(try other.texts(of: record).count == 1)
  }

  @Test("to go over to what was published") func published() throws {
    let path = desk.path + "/published.sqlite"
    try index.publish(to: path, from: other)
    let access = try access(.openPublished(at: path))
    try other.keep([.star(record: brief().record, true)])
    try loop.close()
    access.goOver()
    let told = messages { if case .libraryChanged = $0 { true } else { false } }
    #expect(!told.contains { if case .failure = $0 { true } else { false } })
    #expect(try access.lister().counts().starred == 1)
    access.close()
  }

  @Test("and marks nothing where it cannot tell what is marked by hand meanwhile")
  func protection() throws {
    let bulk = access(index).bulkMarks(ReadTexts(today: today))
    try loop.close()
    bulk.mark(try index.listing(order: .title).ids, step: 1)
    let told = messages { if case .bulkEnded = $0 { true } else { false } }
    bulk.finish(nil)
    let ends = told.compactMap { message -> BulkEnd? in
      if case .bulkEnded(let end) = message { end } else { nil }
    }
    #expect(ends.map(\.done) == [0] && ends.first?.failure != nil)
    #expect(try other.state().briefs.isEmpty)
  }
}
