import BriefModel
import Dispatch
import Foundation
import GRDB
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

  @Test("and goes over to what was published also where the library cannot be written just then")
  func publishedWhileLocked() throws {
    let path = desk.path + "/published.sqlite"
    try index.publish(to: path, from: other)
    let mine = try Library.open(at: desk.path + "/reader/library.sqlite")
    let row = try brief().row
    let old = try #require(mine.records(for: [row.key]).first?.id)
    try mine.keep(row.summary.parts.map { .section(record: old, id: $0.id, read: $0.fingerprint) })
    let access = IndexAccess(
      index: try .openPublished(at: path), library: mine, folders: { [] }, today: today, seen: nil,
      saved: SavedQueries([]), archiving: false, pause: .milliseconds(20), mailbox: mailbox)
    #expect(try access.lister().counts().unread == 1)
    let text = LibraryDesk.brief(row.summary.title, date: "2026-01-20") + "\nA line more.\n"
    try desk.write("briefs/deep/ports.md", text)
    try desk.write("briefs/new.md", LibraryDesk.brief("New", date: "2026-01-24"))
    try #require(desk.run("index").status == 0)
    try index.publish(to: path, from: other)
    let writer = try DatabaseQueue(path: mine.path)
    try writer.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      access.goOver()
      let told = messages { if case .libraryChanged = $0 { true } else { false } }
      #expect(told.count { if case .failure = $0 { true } else { false } } == 1)
      let ids = try access.lister().listing(order: .title).ids
      let titles = try access.index.rows(of: ids, from: mine).map(\.summary.title)
      #expect(titles == ["New", "Ports", "Rail"])
      try db.execute(sql: "ROLLBACK")
    }
    // As soon as it can be written the library is told of the new text, which has the marks.
    let changed = try Query("is:changed", today: today)
    while try access.lister().listing(changed, order: .title).ids.isEmpty { usleep(1000) }
    access.close()
    try mine.close()
  }

  @Test("and marks many briefs of the index that was published last") func bulkAfterPublishing()
    throws
  {
    let path = desk.path + "/published.sqlite"
    try index.publish(to: path, from: other)
    let access = try access(.openPublished(at: path))
    let bulk = access.bulkMarks(ReadTexts(today: today))
    func markAll(step: Int) throws -> Int {
      bulk.mark(try access.lister().listing(order: .title).ids, step: step)
      let told = messages { if case .bulkEnded = $0 { true } else { false } }
      return told.compactMap { if case .bulkEnded(let end) = $0 { end.done } else { nil } }.reduce(
        0, +)
    }
    #expect(try markAll(step: 1) == 2)
    try desk.write("briefs/new.md", LibraryDesk.brief("New", date: "2026-01-24"))
    try #require(desk.run("index").status == 0)
    try index.publish(to: path, from: other)
    access.goOver()
    _ = messages { if case .libraryChanged = $0 { true } else { false } }
    #expect(try markAll(step: 2) == 1)
    bulk.finish(nil)
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
