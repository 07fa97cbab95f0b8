import BriefModel
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("The number of unread briefs of a published index")
struct PublishedUnreadTests {
  private let shelf: IndexedFolder
  private let path: String
  private let reader: Library

  init() throws {
    shelf = try IndexedFolder()
    path = shelf.folder.path + "/published.sqlite"
    reader = try Library.open(at: shelf.folder.path + "/reader/library.sqlite")
    for name in ["one", "two", "three"] { try write(name, "Brief \(name)") }
    try publish()
  }

  @discardableResult
  private func write(_ name: String, _ title: String, _ text: String = "A port.") throws -> String {
    try shelf.write(
      "\(name).md",
      "# \(title)\n\n2026-11-01\n\n## First \(name)\n\n\(text)\n\n## Second\n\nA ship.\n")
  }

  private func publish() throws {
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
  }

  private func count(_ query: String = "") throws -> Int {
    try UnreadBriefs.count(
      Query(query, today: shelf.today), library: reader.path, published: path)
  }

  /// Marks all parts of a file read for the reader.
  private func mark(_ file: String, _ library: Library) throws {
    let brief = try BriefLoader.load(path: file, today: shelf.today)
    let id = try #require(try library.record(path: file, fingerprint: brief.fingerprint).id)
    try library.keep(
      BriefSummary(brief).parts.map { .section(record: id, id: $0.id, read: $0.fingerprint) })
  }

  /// What it is when the reader has started once more.
  private func countAfterStart() throws -> Int {
    let index = try BriefIndex.openPublished(at: path)
    try index.tell(reader)
    try index.takeMarks(from: reader)
    return try index.counts().unread
  }

  @Test("goes by what was read of a brief that is rewritten before the reader looks at it")
  func rewritten() throws {
    try mark(write("one", "Brief one"), reader)
    try mark(write("two", "Brief two"), reader)
    #expect(try count() == 1)
    try write("one", "Another title")
    try write("two", "Brief two", "Another port.")
    try publish()
    #expect(try count() == 2, "one has another title, and two another part")
    #expect(try count("is:unread") == 2 && count("title:title") == 0)
    #expect(try countAfterStart() == 2)
    #expect(try count() == 2)
  }

  @Test("leaves a brief alone that was known before it came to the place of another")
  func known() throws {
    try mark(write("one", "Brief one"), reader)
    let away = try write("away", "Brief away")
    let brief = try BriefLoader.load(path: away, today: shelf.today)
    _ = try reader.record(path: "-", fingerprint: brief.fingerprint)
    #expect(rename(away, shelf.briefs + "/one.md") == 0)
    try publish()
    #expect(try count() == 3)
    #expect(try countAfterStart() == 3)
  }

  @Test("tells of a fault of the index as of the index") func fault() throws {
    try mark(write("one", "Brief one"), reader)
    try write("one", "Another title")
    try publish()
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE; ALTER TABLE folder RENAME TO away")
    }
    try queue.close()
    let error = #expect(throws: LibraryError.self) { try count() }
    #expect(error?.path == path)
  }

  @Test("goes by what was read where sections have the ids of others now") func ids() throws {
    let start = "# Brief one\n\n2026-11-01\n\n"
    let path = try shelf.write("one.md", start + "## Part\n\nA port.\n\n## Part\n\nA ship.\n")
    try mark(path, reader)
    try shelf.write("one.md", start + "## Part\n\nA ship.\n")
    try publish()
    #expect(try count() == 2)
    #expect(try countAfterStart() == 2)
  }
}
