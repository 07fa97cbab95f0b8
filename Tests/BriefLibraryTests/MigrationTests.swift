import BriefModel
import GRDB
import Testing

@testable import BriefLibrary

@Suite struct MigrationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func columns(_ library: Library) throws -> [String] {
    try library.access { db in
      try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('brief') ORDER BY name")
    }
  }

  @Test func anOlderLibraryIsBroughtForwardAndKeepsItsMarks() throws {
    let old = try Library.open(at: folder.library)
    let id = try #require(try old.record(path: "-", fingerprint: content(1)).id)
    try old.keep([.section(record: id, id: "s", read: content(2))])
    try old.close()

    let steps = Schema.library.steps + ["ALTER TABLE brief ADD COLUMN colour TEXT"]
    let new = try Library.open(
      at: folder.library, schema: Schema(applicationID: Schema.library.applicationID, steps: steps))
    #expect(try columns(new).contains("colour"))
    #expect(try new.record(path: "-", fingerprint: content(1)).readSections == ["s": content(2)])
    try new.close()

    #expect(
      throws: LibraryError.newer(
        path: folder.library, version: steps.count, known: steps.count - 1)
    ) { try Library.open(at: folder.library) }
  }

  @Test func aLibraryWhoseVersionIsNoneIsDamagedAndItsMarksAreTakenOver() throws {
    let damaged = try Library.open(at: folder.library)
    let id = try #require(try damaged.record(path: "-", fingerprint: content(1)).id)
    try damaged.keep([.section(record: id, id: "s", read: content(2))])
    try damaged.access { db in try db.execute(sql: "PRAGMA user_version = -1") }
    try damaged.close()
    #expect(throws: LibraryError.damaged(path: folder.library)) {
      try Library.open(at: folder.library)
    }
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    let (library, recovery) = try Library.openOrRecover(at: folder.library, today: today)
    #expect(recovery?.salvaged.marks == 1)
    #expect(
      try library.record(path: "-", fingerprint: content(1)).readSections == ["s": content(2)])
    try library.close()
  }

  /// Times that star and place shared are those of each of them.
  @Test func aLibraryOfTheFourthVersionKeepsItsStarsAndPlacesWithTheirTimes() throws {
    let steps = Array(Schema.library.steps.prefix(4))
    let old = try Library.open(
      at: folder.library, schema: Schema(applicationID: Schema.library.applicationID, steps: steps))
    try old.access { db in
      try db.execute(
        sql: """
          INSERT INTO brief (fingerprint, starred, place_offset, changed_at) VALUES
            (randomblob(16), 1, NULL, 5), (randomblob(16), 0, 3, 6), (randomblob(16), 0, NULL, 7)
          """)
    }
    try old.close()
    let new = try Library.open(at: folder.library)
    let times = try new.access { db in
      try Row.fetchAll(db, sql: "SELECT starred_at, placed_at FROM brief ORDER BY id").map {
        [$0[0] as Int, $0[1]]
      }
    }
    #expect(times == [[5, 0], [0, 6], [0, 0]])
    #expect(FileStamp(path: folder.library + ".version-4") != nil)
  }

  @Test func aLibraryOfTheFifthVersionKeepsItsArchivedTextsAndCountsThem() throws {
    let steps = Array(Schema.library.steps.prefix(5))
    let old = try Library.open(
      at: folder.library, schema: Schema(applicationID: Schema.library.applicationID, steps: steps))
    try old.access { db in
      try db.execute(
        sql: """
          INSERT INTO archive (fingerprint, path, archived_at, size, text)
          VALUES (randomblob(16), '/a.md', 1, 3, x'00'), (randomblob(16), '/b.md', 1, 3, x'00')
          """)
    }
    try old.close()
    let changes = LibraryCopy.changes(in: folder.library)
    let new = try Library.open(at: folder.library)
    let archived = try new.archived()
    #expect(archived.map(\.path) == ["/a.md", "/b.md"] && archived.allSatisfy { $0.root == nil })
    #expect(LibraryCopy.changes(in: folder.library) == changes)
    try new.unarchive(archived.map(\.fingerprint))
    #expect(try new.archived().isEmpty && LibraryCopy.changes(in: folder.library) == changes)
  }

  @Test func aCopyThatAnotherProcessMadeMeanwhileWillDo() throws {
    let schema = Schema(
      applicationID: Schema.library.applicationID, steps: Array(Schema.library.steps.prefix(4)))
    try Library.open(at: folder.library, schema: schema).close()
    let copy = folder.library + ".version-4"
    let queue = try DatabaseQueue(path: folder.library)
    try queue.writeWithoutTransaction { db in
      db.trace { [folder] event in
        if "\(event)".hasPrefix("VACUUM") {
          _ = try? folder.write("state/broadsheet/library.sqlite.version-4", "theirs")
        }
      }
      try Schema.library.keepCopy(db, path: folder.library)
    }
    #expect(try folder.bytes("state/broadsheet/library.sqlite.version-4").count == 6)
    #expect(FileStamp(path: copy) != nil)
  }

  @Test func aStepThatFailsLeavesTheLibraryAsItWas() throws {
    try Library.open(at: folder.library).close()
    let steps = Schema.library.steps + ["CREATE TABLE half (x); CREATE TABLE brief (x)"]
    #expect(throws: LibraryError.self) {
      try Library.open(
        at: folder.library,
        schema: Schema(applicationID: Schema.library.applicationID, steps: steps))
    }
    let library = try Library.open(at: folder.library)
    let tables = try library.access { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    }
    #expect(!tables.contains("half"))
  }

  /// A step that was released is never changed; another one is added after it.
  @Test func theReleasedStepsAreAsTheyWere() {
    // FNV-1a of each step.
    let sums = Schema.library.steps.map { step in
      step.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    #expect(sums.first == 7_325_117_866_543_449_838)
  }

  @Test func theLogIsWrittenAhead() throws {
    let library = try Library.open(at: folder.library)
    let mode = try library.access { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    #expect(mode == "wal")
  }
}
