import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("Backups of the library, and what is made of a damaged one")
struct BackupTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func day(_ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2026, month: 11, day: day))
  }

  private func library(marking section: String = "s") throws -> Library {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: section, read: content(2))])
    return library
  }

  private func marks(_ library: Library) throws -> Set<String> {
    Set(try library.record(path: "-", fingerprint: content(1)).readSections.keys)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/broadsheet").sorted()
      .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  private func damage(_ path: String, _ range: Range<Int> = 100..<4096) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(range, with: Data(repeating: 0xA5, count: range.count))
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  @Test("A copy has all that is in the log, is for the user alone, and opens as a library")
  func copy() throws {
    let library = try library()
    let path = folder.path + "/copy.sqlite"
    try library.backUp(to: path)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    let copy = try Library.open(at: path)
    #expect(try marks(copy) == ["s"])
    #expect(try copy.access { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test("Nothing is overwritten, not even a link that leads nowhere")
  func refusal() throws {
    let library = try library()
    let path = try folder.write("there.sqlite", "mine")
    #expect(throws: LibraryError.self) { try library.backUp(to: path) }
    #expect(try folder.bytes("there.sqlite") == Data("mine".utf8))
    symlink(folder.path + "/nowhere", folder.path + "/link")
    #expect(throws: LibraryError.self) { try library.backUp(to: folder.path + "/link") }
    #expect(throws: LibraryError.self) { try library.backUp(to: folder.path + "/no/folder") }
    #expect(try marks(library) == ["s"])
  }

  @Test("A copy can be made while others write, and is of one moment")
  func inUse() async throws {
    let (path, log, copies) = (folder.library, folder.path + "/log", folder.path)
    _ = try library()
    async let writer = #expect(processExitsWith: .success) {
      [path = path as String, log = log as String] in
      try Writer(library: path, log: log, name: "a").mark(300)
    }
    let library = try Library.open(at: path)
    for number in 0..<5 { try library.backUp(to: "\(copies)/copy-\(number)") }
    _ = await writer
    for number in 0..<5 { #expect(LibraryCopy.isIntact("\(copies)/copy-\(number)")) }
    #expect(try marks(library).count == 301)
  }

  @Test("A library is backed up once a day, and the last three copies are kept")
  func daily() throws {
    let library = try library()
    #expect(try Library.backUpDaily(at: library.path, today: day(20)))
    #expect(try !Library.backUpDaily(at: library.path, today: day(20)))
    for number in 21...24 { try Library.backUpDaily(at: library.path, today: day(number)) }
    let copies = try names().filter { $0.contains(".backup-") }
    #expect(copies == [22, 23, 24].map { "library.sqlite.backup-2026-11-\($0)" })
  }

  @Test("Which copies are the last is told by what they hold and not by the clock")
  func clock() throws {
    let library = try library()
    func marks() throws -> Int {
      try library.record(path: "-", fingerprint: content(1)).readSections.count
    }
    let days = try [
      day(20), #require(CalendarDate(year: 2037, month: 1, day: 1)), day(21), day(22), day(20),
    ]
    for (number, day) in days.enumerated() {
      try library.keep([.section(record: 1, id: "\(number)", read: content(2))])
      try Library.backUpDaily(at: library.path, today: day)
    }
    let copies = try names().filter { $0.contains(".backup-") }
    #expect(copies == [20, 21, 22].map { "library.sqlite.backup-2026-11-\($0)" })
    #expect(
      LibraryBackups(library: library.path).newestIntact
        == folder.library + ".backup-2026-11-20")
  }

  @Test("A library without a mark drives out no copy, and a damaged one neither")
  func emptyLibrary() throws {
    try Library.open(at: folder.library).close()
    #expect(try !Library.backUpDaily(at: folder.library, today: day(20)))
    let library = try library()
    try Library.backUpDaily(at: library.path, today: day(21))
    try library.close()
    try damage(folder.library, 4096..<8192)
    #expect(throws: LibraryError.self) {
      try Library.backUpDaily(at: folder.library, today: day(22))
    }
    #expect(try names().filter { $0.contains(".backup-") }.count == 1)
  }

  @Test("A copy that cannot be made names the file that was asked for")
  func uncopied() throws {
    let library = try library()
    let path = folder.path + "/nowhere/copy.sqlite"
    let error = #expect(throws: LibraryError.self) { try library.backUp(to: path) }
    #expect(error?.path == path)
  }

  @Test("A damaged library is moved aside, and the newest copy in order takes its place")
  func recovery() throws {
    let library = try library()
    try Library.backUpDaily(at: library.path, today: day(20))
    try library.keep([.section(record: 1, id: "later", read: content(2))])
    try Library.backUpDaily(at: library.path, today: day(21))
    try library.close()
    try damage(folder.library)
    try damage(folder.library + ".backup-2026-11-21")
    let opened = try Library.openOrRecover(at: folder.library, today: day(22))
    #expect(try marks(opened.library) == ["s"])
    let recovery = try #require(opened.recovery)
    #expect(recovery.aside == folder.library + ".damaged-2026-11-22")
    #expect(recovery.source == folder.library + ".backup-2026-11-20")
    #expect(recovery.description.contains(folder.library + ".damaged-2026-11-22"))
    #expect(try folder.bytes("state/broadsheet/library.sqlite.damaged-2026-11-22")[100] == 0xA5)
    // Until it is told each start tells it.
    #expect(try Library.openOrRecover(at: folder.library, today: day(22)).recovery == recovery)
    recovery.wasTold()
    #expect(try Library.openOrRecover(at: folder.library, today: day(22)).recovery == nil)
    #expect(try names().contains { $0.hasSuffix(".lock") || $0.contains(".part-") } == false)
  }

  @Test("Damage deep in a library is noted by who meets it, and mended by who opens it next")
  func deepDamage() throws {
    var library = try library()
    try library.keep(
      (0..<3000).map { .section(record: 1, id: "section \($0)", read: try content(2)) })
    try Library.backUpDaily(at: library.path, today: day(20))
    try library.close()
    try damage(folder.library, 4096 * 28..<4096 * 40)
    library = try Library.openOrRecover(at: folder.library, today: day(22)).library
    #expect(throws: LibraryError.damaged(path: folder.library)) { try marks(library) }
    try library.close()
    let opened = try Library.openOrRecover(at: folder.library, today: day(22))
    #expect(opened.recovery?.source == folder.library + ".backup-2026-11-20")
    opened.recovery?.wasTold()
    #expect(try marks(opened.library).count == 3001)
    #expect(try names().contains { $0.hasSuffix(".suspect") } == false)
  }

  @Test("A note of damage where there is none changes nothing")
  func groundlessNote() throws {
    try library().close()
    DamageNote(library: folder.library).leave()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.library))
    let opened = try Library.openOrRecover(at: folder.library, today: day(22))
    #expect(try marks(opened.library) == ["s"] && opened.recovery == nil)
    #expect(try names() == ["library.sqlite"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.library)) == before)
  }

  @Test("Without a copy a new library is started, and a second damaged one gets another name")
  func noCopy() throws {
    for name in ["", "-2"] {
      try library().close()
      try damage(folder.library)
      let recovery = try Library.openOrRecover(at: folder.library, today: day(22)).recovery
      #expect(
        recovery
          == LibraryRecovery(
            library: folder.library, aside: folder.library + ".damaged-2026-11-22" + name))
    }
  }

  @Test("A file that never was a library is left alone")
  func diary() throws {
    let text = String(repeating: "Dear diary, ", count: 100)
    let path = try folder.write("diary.txt", text)
    #expect(throws: LibraryError.damaged(path: path)) {
      try Library.openOrRecover(at: path, today: day(22))
    }
    #expect(try folder.bytes("diary.txt") == Data(text.utf8))
  }

  @Test("An index takes all marks over again after a recovery")
  func index() throws {
    let library = try library()
    try Library.backUpDaily(at: library.path, today: day(20))
    let before = try library.access { try MarkTransfer($0, after: nil, withTexts: false) }
    try library.close()
    try damage(folder.library)
    let restored = try Library.openOrRecover(at: folder.library, today: day(22)).library
    let after = try restored.access {
      try MarkTransfer($0, after: before.end, withTexts: false)
    }
    #expect(after.isWhole)
  }

  @Test("A library of an earlier version is copied before it is brought forward")
  func migration() throws {
    try library().close()
    let newer = Schema(
      applicationID: Schema.library.applicationID,
      steps: Schema.library.steps + ["ALTER TABLE brief ADD COLUMN colour TEXT"])
    try Library.open(at: folder.library, schema: newer).close()
    let copy = folder.library + ".version-\(Schema.library.version)"
    #expect(try marks(Library.open(at: copy)) == ["s"])
    #expect(try names().count == 2)
  }

  // MARK: - Checking

  @Test("A check counts what there is, and finds nothing wrong with a library in use")
  func check() throws {
    let library = try library()
    try library.keep([.star(record: 1, true)])
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
    let check = LibraryCheck(library: folder.library)
    #expect(check.problems == [] && !check.isLibraryDamaged)
    #expect(check.facts.contains { $0 == ("  marks", "1") })
    #expect(check.facts.contains { $0 == ("  stars", "1") })
    try index.close()
  }

  @Test("A library that holds the texts of archived briefs alone is backed up, and counts as newer")
  func archive() throws {
    let library = try Library.open(at: folder.library)
    #expect(try !Library.backUpDaily(at: folder.library, today: day(1)))
    let before = LibraryCopy.changes(in: folder.library)
    let brief = ArchivedBrief(
      fingerprint: try content(1), path: "/a.md", text: DeflatedText(Array("# A".utf8)))
    #expect(try library.archive([brief]) == [content(1)])
    #expect(try Library.backUpDaily(at: folder.library, today: day(1)))
    #expect(LibraryCopy.changes(in: folder.library) == before + 1)
  }

  @Test("A check tells texts in which a bit has flipped, and times that no clock tells")
  func flippedBits() throws {
    let library = try library()
    let text = Array(String(repeating: "A line of a brief. ", count: 50).utf8)
    try library.keep(text, as: ReadText(fingerprint: content(1), parts: ["s"]), of: 1)
    #expect(LibraryCheck(library: folder.library).problems == [])
    try library.access { db in
      let deflated = try #require(try Data.fetchOne(db, sql: "SELECT text FROM revision"))
      var flipped = deflated
      flipped[flipped.count - 1] ^= 1
      try db.execute(sql: "UPDATE revision SET text = ?", arguments: [flipped])
      try db.execute(sql: "UPDATE section_mark SET changed_at = changed_at + (1 << 60)")
    }
    let problems = LibraryCheck(library: folder.library).problems
    #expect(problems.count == 2)
    #expect(problems.contains { $0.contains("marks of a time that no clock tells (1)") })
    #expect(problems.contains { $0.contains("texts that cannot be unpacked (1)") })
  }

  @Test("A check tells damage and orphans, each with what to do")
  func wrong() throws {
    let library = try library()
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
    try index.write { try $0.execute(sql: "UPDATE counts SET briefs = 7") }
    try library.access { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: "INSERT INTO path VALUES ('/gone.md', 99)")
    }
    let orphans = LibraryCheck(library: folder.library)
    #expect(orphans.problems.count == 2 && !orphans.isLibraryDamaged)
    #expect(orphans.problems[0].contains("paths without a brief (1)"))
    #expect(orphans.problems[1].contains("remove it, and run broadsheet index"))
    try library.close()
    try damage(folder.library, 4096..<8192)
    let damaged = LibraryCheck(library: folder.library)
    #expect(damaged.isLibraryDamaged)
    #expect(damaged.problems.first?.contains("doctor --restore-library") == true)
  }
}
