import BriefModel
import Foundation
import GRDB
import Synchronization
import Testing

@testable import BriefLibrary

@Suite("A library that is gone, or has no bytes any more")
struct LostLibraryTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  /// A library with one mark, and a copy of it where that is asked for.
  private func library(copied: Bool) throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "old", read: content(2))])
    if copied { try Library.backUpDaily(at: library.path, today: today) }
    try library.close()
  }

  private func lose(leavingFile: Bool) throws {
    for suffix in ["", "-wal", "-shm"] { unlink(folder.library + suffix) }
    if leavingFile { try folder.write("state/broadsheet/library.sqlite") }
  }

  private func marks(_ library: Library) throws -> Set<String> {
    Set(try library.record(path: "-", fingerprint: content(1)).readSections.keys)
  }

  private func names(_ part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/broadsheet").sorted()
      .filter { $0.contains(part) }
  }

  @Test("is restored from its copy, and that is told", arguments: [false, true])
  func copy(leavingFile: Bool) throws {
    try library(copied: true)
    try lose(leavingFile: leavingFile)
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    #expect(try marks(opened.library) == ["old"])
    let recovery = try #require(opened.recovery)
    let fault = leavingFile ? "has no bytes" : "is gone"
    #expect(
      recovery.description
        == "the library \(folder.library) \(fault), though copies of it lie beside it; "
        + "restored from \(folder.library).backup-2026-11-24; marks since then are missing")
    #expect(try names(".damaged-").isEmpty && names(".part-").isEmpty)
    recovery.wasTold()
    #expect(try Library.openOrRecover(at: folder.library, today: today).recovery == nil)
  }

  @Test("is restored from the copy of an earlier version where no other is")
  func earlierVersion() throws {
    try library(copied: false)
    let copy = folder.library + ".version-\(Schema.library.version)"
    try FileManager.default.moveItem(atPath: folder.library, toPath: copy)
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    #expect(opened.recovery?.source == copy)
    #expect(try marks(opened.library) == ["old"])
  }

  /// As who restores it moves the file aside, and is about to put another in its place.
  @Test("is made anew by nobody who opens it just when it goes") func going() throws {
    try library(copied: true)
    let path = folder.library
    let made = Mutex(0)
    let isOver = Mutex(false)
    let moving = DispatchQueue(label: "moving")
    moving.async {
      for _ in 0..<150 {
        rename(path, path + ".damaged-2026-11-24")
        usleep(2000)
        if let stamp = FileStamp(path: path), stamp.size > 0 { made.withLock { $0 += 1 } }
        rename(path + ".damaged-2026-11-24", path)
        usleep(1000)
      }
      isOver.withLock { $0 = true }
    }
    var opened = 0
    while !isOver.withLock(\.self) { if (try? Library.open(at: path)) != nil { opened += 1 } }
    moving.sync {}
    #expect(opened > 0 && made.withLock(\.self) == 0)
  }

  @Test("is made anew by nobody who does not restore it", arguments: [false, true])
  func others(leavingFile: Bool) throws {
    try library(copied: true)
    let open = try Library.open(at: folder.library)
    try lose(leavingFile: leavingFile)
    let lost = LibraryError.lost(
      path: folder.library, LibraryLoss(isEmpty: leavingFile, trace: .copies))
    #expect(throws: lost) { try Library.open(at: folder.library) }
    let tomorrow = try #require(CalendarDate(year: 2026, month: 11, day: 25))
    #expect(throws: lost) { try Library.backUpDaily(at: folder.library, today: tomorrow) }
    let closed = try Library.openUnwritable(
      at: folder.library, because: .diskFull(path: folder.library))
    #expect(!closed.reopen())
    #expect(throws: LibraryError.self) { try marks(open) }
    #expect(FileStamp(path: folder.library).map { $0.size == 0 } ?? !leavingFile)
  }

  @Test("leaves a log, which is kept aside where SQLite would remove it", arguments: [false, true])
  func log(leavingFile: Bool) throws {
    try library(copied: false)
    let open = try Library.open(at: folder.library)
    try open.keep([.section(record: 1, id: "new", read: try content(2))])
    let log = try folder.bytes("state/broadsheet/library.sqlite-wal")
    try lose(leavingFile: leavingFile)
    try log.write(to: URL(fileURLWithPath: folder.library + "-wal"))
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    let aside = folder.library + ".damaged-2026-11-24"
    #expect(opened.recovery?.aside == aside)
    #expect(
      opened.recovery?.description.contains("beside it; its log is now at \(aside)-wal; ") == true)
    #expect(try folder.bytes("state/broadsheet/library.sqlite.damaged-2026-11-24-wal") == log)
    #expect(try marks(opened.library).isEmpty && names(".damaged-").count == 1)
  }

  /// A library that was lost with its log, and restored, which is not told yet.
  private func lostWithLog() throws -> (recovery: LibraryRecovery, log: Data) {
    let open = try Library.open(at: folder.library)
    let id = try #require(try open.record(path: "-", fingerprint: content(1)).id)
    try open.keep([.section(record: id, id: "new", read: try content(2))])
    let log = try folder.bytes("state/broadsheet/library.sqlite-wal")
    try lose(leavingFile: false)
    try log.write(to: URL(fileURLWithPath: folder.library + "-wal"))
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    try opened.library.close()
    return (try #require(opened.recovery), log)
  }

  @Test("leaves a log that no other takes the name of, nor lies beside another's damaged file")
  func logs() throws {
    let (first, log) = try lostWithLog()
    first.wasTold()
    let (second, other) = try lostWithLog()
    second.wasTold()
    let aside = folder.library + ".damaged-2026-11-24"
    #expect(first.aside == aside && second.aside == aside + "-2")
    let name = "state/broadsheet/library.sqlite.damaged-2026-11-24"
    #expect(try folder.bytes(name + "-wal") == log && folder.bytes(name + "-2-wal") == other)
    try Data(repeating: 0xFF, count: 65536).write(to: URL(fileURLWithPath: folder.library))
    try Data().write(to: URL(fileURLWithPath: folder.library + ".backup-2026-11-24"))
    let damaged = try Library.openOrRecover(at: folder.library, today: today).recovery
    #expect(damaged?.aside == aside + "-3")
  }

  @Test("has the place of its log told by who goes on after another was stopped") func stopped()
    throws
  {
    let (recovery, log) = try lostWithLog()
    // As if it had been stopped before its last step.
    let aside = try #require(recovery.aside)
    rename(folder.library, aside + ".restored")
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    #expect(opened.recovery == recovery)
    #expect(try folder.bytes("state/broadsheet/\(aside.pathName)-wal") == log)
    #expect(try names(".restored").isEmpty)
  }

  @Test("is told where nothing but an index with briefs is left") func index() throws {
    let desk = try IndexedFolder()
    try desk.write("a.md", "# Rail\n\nText.\n")
    try desk.run()
    try desk.library.close()
    for suffix in ["", "-wal", "-shm"] { unlink(desk.folder.library + suffix) }
    let opened = try Library.openOrRecover(at: desk.folder.library, today: today)
    #expect(
      opened.recovery?.description
        == "the library \(desk.folder.library) is gone, though an index of briefs lies beside it; "
        + "no backup was there, so a new one was started; marks since then are missing")
    opened.recovery?.wasTold()
    #expect(try Library.openOrRecover(at: desk.folder.library, today: today).recovery == nil)
  }

  @Test("is none at the first start, be it with an index without briefs") func firstStart() throws {
    #expect(try Library.openOrRecover(at: folder.library, today: today).recovery == nil)
    try lose(leavingFile: true)
    _ = try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
    #expect(try Library.openOrRecover(at: folder.library, today: today).recovery == nil)
  }

  @Test("stays as it is, damaged too, where there is no room for its copy")
  func noRoom() throws {
    try library(copied: true)
    var bytes = try folder.bytes("state/broadsheet/library.sqlite")
    bytes.replaceSubrange(100..<4096, with: Data(repeating: 0xA5, count: 3996))
    try bytes.write(to: URL(fileURLWithPath: folder.library))
    // A folder cannot be removed to make the file in which the copy is made.
    mkdir("\(folder.library).part-\(getpid())", 0o700)
    #expect(throws: LibraryError.self) {
      try Library.openOrRecover(at: folder.library, today: today)
    }
    #expect(try folder.bytes("state/broadsheet/library.sqlite") == bytes)
    #expect(try names(".damaged-").isEmpty)
    rmdir("\(folder.library).part-\(getpid())")
    #expect(try Library.openOrRecover(at: folder.library, today: today).recovery?.source != nil)
  }

  @Test("is found by a check, and mended by a restoration", arguments: [false, true])
  func check(leavingFile: Bool) throws {
    try library(copied: true)
    try lose(leavingFile: leavingFile)
    let check = LibraryCheck(library: folder.library)
    #expect(check.isLibraryDamaged)
    #expect(check.problems.first?.contains("doctor --restore-library") == true)
    let recovery = try Library.recover(at: folder.library, today: today) {
      !LibraryCheck(library: folder.library).isLibraryDamaged
    }
    #expect(recovery?.source != nil)
    #expect(LibraryCheck(library: folder.library).problems == [])
  }

  // MARK: - What is no file

  private static let kinds: [(make: @Sendable (String) -> Void, what: String)] = [
    ({ mkfifo($0, 0o600) }, "a pipe"),
    ({ mkdir($0, 0o700) }, "a folder"),
    ({ symlink($0 + "-nowhere", $0) }, "a link that leads nowhere"),
    ({ symlink($0, $0) }, "a link that leads nowhere"),
  ]

  @Test("What is no file in its place, or in that of its index, is told by all who would read it")
  func kinds() throws {
    try library(copied: true)
    let index = BriefIndex.path(besideLibrary: folder.library)
    for (make, what) in Self.kinds {
      for path in [folder.library, index] {
        rename(path, path + ".kept")
        make(path)
        let error = LibraryError.noFile(path: path, what: what)
        #expect(LibraryCheck(library: folder.library).problems == [error.description])
        if path == index {
          #expect(throws: error) { try BriefIndex.openOrRemake(at: path) }
          #expect(throws: error) { try BriefIndex.openUnwritable(at: path) }
          #expect(throws: error) { try BriefIndex.openPublished(at: path) }
          #expect(throws: error) { try UnreadBriefs.count(library: folder.library) }
        } else {
          #expect(throws: error) { try Library.openOrRecover(at: path, today: today) }
          #expect(throws: error) { try Library.openUnwritable(at: path, because: error) }
        }
        #expect(remove(path) == 0)
        rename(path + ".kept", path)
      }
    }
  }

  @Test("A pipe in the place of a copy holds up nobody") func pipeAsCopy() throws {
    try library(copied: true)
    mkfifo(folder.library + ".backup-2026-11-25", 0o600)
    try lose(leavingFile: false)
    let recovery = try Library.openOrRecover(at: folder.library, today: today).recovery
    #expect(recovery?.source == folder.library + ".backup-2026-11-24")
  }
}
