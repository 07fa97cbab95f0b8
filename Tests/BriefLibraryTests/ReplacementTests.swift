import BriefModel
import Foundation
import GRDB
import Synchronization
import Testing

@testable import BriefLibrary

@Suite("The restoration of a damaged library")
struct ReplacementTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  private var aside: String { folder.library + ".damaged-2026-11-24" }

  /// A library with a mark that its copy has and one that it has not, damaged where nobody looks
  /// who does not read all of it.
  private func damagedLibrary(changing change: (Library) throws -> Void = { _ in }) throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "old", read: content(2))])
    try Library.backUpDaily(at: library.path, today: today)
    try library.keep([.section(record: id, id: "new", read: content(2))])
    try change(library)
    let root = try library.access { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'archive_by_path'")
    }
    try library.close()
    var bytes = try folder.bytes("state/broadsheet/library.sqlite")
    let start = try (#require(root) - 1) * 4096
    bytes.replaceSubrange(start..<start + 4096, with: Data(repeating: 0xFF, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: folder.library))
  }

  private func marks() throws -> Set<String> {
    let library = try Library.open(at: folder.library)
    return Set(try library.record(path: "-", fingerprint: content(1)).readSections.keys)
  }

  private func names(_ part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/broadsheet").sorted()
      .filter { $0.contains(part) }
  }

  @Test("is finished by the next start where the damaged file had gone aside, and told by it")
  func begun() throws {
    try damagedLibrary()
    let recovery = try Library.recover(at: folder.library, today: today)
    #expect(recovery?.salvaged.marks == 1)
    // As if it had been stopped before its last step.
    rename(folder.library, aside + ".restored")
    let loss = LibraryLoss(isEmpty: false, trace: .replacement)
    #expect(throws: LibraryError.lost(path: folder.library, loss)) {
      try Library.open(at: folder.library)
    }
    #expect(
      LibraryCheck(library: folder.library).problems.first?.contains("--restore-library") == true)
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    try opened.library.close()
    #expect(opened.recovery == recovery)
    #expect(try marks() == ["old", "new"] && names(".restored").isEmpty)
    opened.recovery?.wasTold()
    #expect(try Library.openOrRecover(at: folder.library, today: today).recovery == nil)
  }

  @Test("lets files that were rewritten since the copy lead to what they held last")
  func rewritten() throws {
    let path = try folder.write("brief.md")
    let copied = try Library.open(at: folder.library)
    let first = try #require(try copied.record(path: path, fingerprint: content(3)).id)
    try copied.keep([.section(record: first, id: "s", read: content(2))])
    try copied.close()
    try damagedLibrary { library in
      let second = try #require(try library.record(path: path, fingerprint: content(4)).id)
      try library.keep([.star(record: second, true)])
    }
    _ = try Library.recover(at: folder.library, today: today)
    let library = try Library.open(at: folder.library)
    let third = try library.record(path: path, fingerprint: content(5))
    #expect(try third.isStarred && third.readSections == ["s": content(2)])
  }

  @Test("is done anew where the damaged file had not gone aside") func prepared() throws {
    try damagedLibrary()
    try folder.write("state/broadsheet/library.sqlite.damaged-2026-11-24.restored", "Half of it")
    let recovery = try Library.recover(at: folder.library, today: today)
    #expect(recovery?.aside == aside)
    #expect(try marks() == ["old", "new"] && names(".restored").isEmpty)
  }

  @Test("gives up no mark where something else than damage keeps it from reading the file")
  func unread() throws {
    try damagedLibrary()
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    let holder = try DatabaseQueue(path: folder.library, configuration: configuration)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE; UPDATE archive_count SET number = 7; COMMIT")
      #expect(throws: DatabaseError.self) { try LibrarySalvage.state(of: folder.library) }
    }
    try holder.close()
    let state = try LibrarySalvage.state(of: folder.library)
    #expect(state.briefs.first?.marks.count == 2)
  }

  @Test("lets nobody write to the damaged file meanwhile") func writers() throws {
    try damagedLibrary()
    let library = try Library.open(at: folder.library)
    library.wait(atMost: 20)
    func mark() throws {
      try library.keep([.section(record: 1, id: "late", read: content(2))])
    }
    try DamagedLibrary(path: folder.library).whileUnwritten {
      #expect(throws: LibraryError.locked(path: folder.library)) { try mark() }
      let state = try LibrarySalvage.state(of: folder.library)
      #expect(state.briefs.first?.marks.count == 2)
    }
    try mark()
    #expect(try LibrarySalvage.state(of: folder.library).briefs.first?.marks.count == 3)
  }

  @Test("is not begun where the damaged file cannot be held, for want of more than its bytes")
  func unheld() throws {
    try damagedLibrary()
    // The index of the log cannot be opened.
    mkdir(folder.library + "-shm", 0o700)
    #expect(throws: DatabaseError.self) {
      try DamagedLibrary(path: folder.library).whileUnwritten {
        Issue.record("It was not held, and others may write to it")
      }
    }
    rmdir(folder.library + "-shm")
    try Data(repeating: 0xFF, count: 65536).write(to: URL(fileURLWithPath: folder.library))
    var isRun = false
    try DamagedLibrary(path: folder.library).whileUnwritten { isRun = true }
    #expect(isRun)
  }

  @Test(
    "is begun without a copy, too, where an index tells that there was a library",
    arguments: [false, true])
  func headless(hasIndex: Bool) throws {
    let desk = try IndexedFolder()
    try desk.write("a.md", "# Rail\n\nText.\n")
    try desk.run()
    try desk.library.close()
    let path = desk.folder.library
    if !hasIndex { unlink(BriefIndex.path(besideLibrary: path)) }
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try file.write(contentsOf: Data(repeating: 0xFF, count: 100))
    try file.close()
    let damaged = LibraryError.damaged(path: path)
    let isAdvised = damaged.description.contains("; start broadsheet again to have it restored, or")
    #expect(isAdvised == hasIndex)
    if hasIndex {
      let recovery = try Library.openOrRecover(at: path, today: today).recovery
      #expect(recovery?.aside == path + ".damaged-2026-11-24")
    } else {
      #expect(damaged.description.contains("; run broadsheet doctor --restore-library if it was"))
      #expect(throws: damaged) { try Library.openOrRecover(at: path, today: today) }
    }
  }

  @Test("takes no mark of who waited for the damaged file, which is kept in the library instead")
  func waiting() throws {
    try damagedLibrary()
    let library = try Library.open(at: folder.library)
    let replaced = LibraryError.replaced(path: folder.library)
    #expect(replaced.isMendedByOpening)
    // Who marks has seen the file in its place, and comes to write when it is not there any more.
    #expect(throws: replaced) {
      try library.access { db in
        _ = try Library.recover(at: folder.library, today: today)
        try library.inWriting(db) { Issue.record("It was written to the file that went aside") }
      }
    }
    #expect(throws: replaced) { try library.addFolder("/briefs") }
  }

  @Test("is not begun where it cannot be told whether there is damage") func unknown() throws {
    try damagedLibrary()
    let locked = LibraryError.locked(path: folder.library)
    #expect(throws: locked) {
      try Library.recover(at: folder.library, today: today) { () throws(LibraryError) in
        throw locked
      }
    }
    #expect(try names(".damaged-").isEmpty && names(".lock").isEmpty)
  }

  /// What lies in the place of the lock keeps any user from making it, as a folder that is read-only
  /// does all but the system's.
  @Test("is told as what it is where the folder lets nothing be made") func readOnly() throws {
    try damagedLibrary()
    mkdir(folder.library + ".lock", 0o700)
    let why = "its damage cannot be mended in that folder: Is a directory"
    #expect(throws: LibraryError.unwritable(path: folder.library, why: why)) {
      try Library.recover(at: folder.library, today: today)
    }
    #expect(try marks().count == 2 && names(".damaged-").isEmpty)
  }

  /// As another process does that brings a copy into the form of a library.
  @Test("waits for who holds a whole file to tell whether it is damaged") func held() throws {
    try damagedLibrary()
    _ = try Library.recover(at: folder.library, today: today)
    let path = folder.library
    let asked = Mutex(Result<Bool, any Error>?.none)
    let asking = DispatchQueue(label: "asking")
    try DatabaseQueue(path: path).writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      asking.async {
        let result = Result { try LibraryCopy.isDamaged(path) }
        asked.withLock { $0 = result }
      }
      usleep(200_000)
      try db.execute(sql: "ROLLBACK")
    }
    asking.sync {}
    #expect(try asked.withLock(\.self)?.get() == false)
  }
}
