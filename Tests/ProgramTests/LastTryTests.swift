import BriefLibrary
import BriefModel
import Foundation
import GRDB
import Reader
import Testing

@testable import broadsheet

@Suite("Marks that still wait at the end, as the library was replaced or damaged")
final class LastTryTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "broadsheet-\(UUID().uuidString)")
  private let content: Fingerprint
  private let today: CalendarDate
  private let library: Library
  /// The number of the brief in the library that is open at first.
  private let id: Int64

  /// A library with a brief that is starred, which its copy has, too.
  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    content = try #require(Fingerprint(bytes: [UInt8](repeating: 1, count: 16)))
    today = try .today()
    library = try Library.open(at: folder.path + "/library.sqlite")
    id = try #require(try library.record(path: "-", fingerprint: content).id)
    try library.keep([.star(record: id, true)])
    try Library.backUpDaily(at: library.path, today: today)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var path: String { library.path }
  private var backup: String { "\(path).backup-\(today)" }
  private var mark: LibraryChanges {
    LibraryChanges([.section(record: id, id: "s", read: content)])
  }

  /// A library in which the number is that of another brief.
  private func makeOther(at path: String) throws {
    let other = try Library.open(at: path)
    let strange = try #require(Fingerprint(bytes: [UInt8](repeating: 2, count: 16)))
    #expect(try other.record(path: "-", fingerprint: strange).id == id)
    try other.close()
  }

  private func remove() { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }

  /// Puts a whole file in the place of the library, which goes aside, as who restores it does.
  private static func put(_ file: String, at path: String) {
    for suffix in ["", "-wal", "-shm"] { rename(path + suffix, path + ".aside" + suffix) }
    rename(file, path)
  }

  /// A connection that may hold the library's lock as long as it likes.
  private func holder() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// What is kept in the end of the brief that was marked.
  private func kept() throws -> ReadingRecord {
    let library = try Library.open(at: path)
    defer { try? library.close() }
    return try library.record(path: "-", fingerprint: content)
  }

  /// What comes of another try when it is time to; nil where nothing does.
  private func again(_ keeper: inout MarkKeeper) throws -> Result<KeptChanges, LibraryError>? {
    keeper.retry(now: try #require(keeper.delay(now: 0)))?.result
  }

  /// A page of the library's marks that is noise from now on.
  private func damage() throws {
    let root = try DatabaseQueue(path: path).write { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'section_mark'")
    }
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: UInt64(try #require(root) - 1) * 4096)
    try file.write(contentsOf: Data(repeating: 0xFF, count: 4096))
    try file.close()
  }

  /// The same of every page but the first.
  private func damageAll() throws {
    let size = try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    let file = try FileHandle(forUpdating: URL(filePath: path))
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xFF, count: size - 4096))
    try file.close()
  }

  @Test("are kept in the other file where that comes while the program waits")
  func replacedMeanwhile() throws {
    let copy = folder.path + "/other.sqlite"
    try makeOther(at: copy)
    var keeper = MarkKeeper(library: library, now: 0)
    let holder = try holder()
    let path = path
    let restoring = DispatchQueue(label: "restoring")
    try holder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: LibraryError.locked(path: path)) { try keeper.keep(mark, now: 0) }
    restoring.async {
      // Long enough that the last try has begun to wait.
      usleep(500_000)
      Self.put(copy, at: path)
      try? holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    }
    let last = keeper.finish(today: today)
    restoring.sync {}
    #expect(last?.loss == nil)
    #expect(try kept().readSections == ["s": content])
  }

  @Test(
    "are kept where a restoration takes longer than a lock is waited for", arguments: [false, true])
  func restoring(isGivenUp: Bool) throws {
    let copy = folder.path + "/other.sqlite"
    try makeOther(at: copy)
    var keeper = MarkKeeper(library: library, now: 0)
    let lock = open(path + ".lock", O_CREAT | O_RDWR, 0o600)
    flock(lock, LOCK_EX)
    let holder = try holder()
    try holder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    #expect(throws: LibraryError.locked(path: path)) { try keeper.keep(mark, now: 0) }
    let last = keeper.finish(
      today: today,
      while: {
        if isGivenUp { return false }
        // It is asked only once the patience for a lock is over.
        Self.put(copy, at: path)
        try? holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        close(lock)
        return true
      })
    let reason = LibraryError.locked(path: path).description
    #expect(last?.loss == (isGivenUp ? "1 mark could not be kept: \(reason)" : nil))
    if isGivenUp {
      try holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
      close(lock)
    } else {
      #expect(try kept().readSections == ["s": content])
    }
  }

  @Test("have those with them that were kept in the file that is gone", arguments: [false, true])
  func gone(isWaiting: Bool) throws {
    try library.keep([.section(record: id, id: "since", read: content)])
    try library.keep([.star(record: id, false)])
    var keeper = MarkKeeper(library: library, now: 0)
    remove()
    if isWaiting { _ = try? keeper.keep(mark, now: 0) }
    let recovery = try #require(keeper.finish(today: today)?.recovery)
    #expect(recovery.salvaged.marks == 1 && recovery.salvaged.briefs == 1)
    let record = try kept()
    #expect(Set(record.readSections.keys) == (isWaiting ? ["s", "since"] : ["since"]))
    #expect(!record.isStarred)
    recovery.wasTold()
    #expect(try Library.openOrRecover(at: path, today: today).recovery == nil)
  }

  @Test("are told to be in a new library where nothing is left of the old one")
  func goneWhole() throws {
    var keeper = MarkKeeper(library: library, now: 0)
    let folder = URL(filePath: path).deletingLastPathComponent()
    for file in try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    { try FileManager.default.removeItem(at: file) }
    _ = try? keeper.keep(mark, now: 0)
    let finished = keeper.finish(today: today)
    let last = try #require(finished)
    #expect(last.recovery == nil && last.loss == nil)
    #expect(last.place?.hasPrefix(path + ": the library was gone") == true)
    #expect(try kept().readSections == ["s": content])
  }

  @Test("are nothing to a library that is there, and no other is opened") func nothing() throws {
    var keeper = MarkKeeper(library: library, now: 0)
    let last = keeper.finish(today: today)
    #expect(last?.recovery == nil && last?.loss == nil)
  }

  @Test("are kept in the library that is restored where it is gone", arguments: [false, true])
  func lost(hasCopy: Bool) throws {
    var keeper = MarkKeeper(library: library, now: 0)
    remove()
    if !hasCopy { unlink(backup) }
    #expect(throws: LibraryError.replaced(path: path)) { try keeper.keep(mark, now: 0) }
    let last = keeper.finish(today: today)
    #expect(last?.loss == nil && last?.recovery?.source == (hasCopy ? backup : nil))
    let record = try kept()
    #expect(record.readSections == ["s": content] && record.isStarred)
  }

  @Test(
    "are told to be kept at the end where there was no room to restore the library, and are then")
  func noRoom() throws {
    remove()
    let full = LibraryError.diskFull(path: path)
    let closed = try Library.openUnwritable(at: path, because: full)
    var keeper = MarkKeeper(library: closed, now: 0)
    var marks = UnnumberedMarks(BriefKey(path: "-", fingerprint: content))
    marks.set("s", read: content)
    #expect(throws: full) { try keeper.keep(LibraryChanges(unnumbered: [marks]), now: 0) }
    // There is room now.
    let reason = try #require(again(&keeper)?.failure)
    #expect(keeper.sentence(reason).hasPrefix("1 mark waits to be kept: the library is lost; q"))
    let next = try again(&keeper)
    #expect(next == nil)
    let last = keeper.finish(today: today)
    #expect(last?.loss == nil && last?.recovery?.source == backup)
    let record = try kept()
    #expect(record.readSections == ["s": content] && record.isStarred)
  }

  @Test("are kept by their contents where the file that could only be read was replaced")
  func readFile() throws {
    try library.close()
    let copy = folder.path + "/other.sqlite"
    try makeOther(at: copy)
    let full = LibraryError.diskFull(path: path)
    let closed = try Library.openUnwritable(at: path, because: full)
    #expect(try closed.record(path: "-", fingerprint: content).id == id)
    var keeper = MarkKeeper(library: closed, now: 0)
    #expect(throws: full) { try keeper.keep(mark, now: 0) }
    Self.put(copy, at: path)
    #expect(try again(&keeper)?.failure == .replaced(path: path))
    let last = keeper.finish(today: today)
    #expect(last?.loss == nil)
    #expect(try kept().readSections == ["s": content])
  }

  /// SQLite lets all connections of the program to a file share what the first of them opened.
  @Test("are kept when all is closed where a file beside the library was taken away")
  func companion() throws {
    let other = try library.openAgain()
    var keeper = MarkKeeper(library: library, now: 0)
    unlink(path + "-shm")
    let replaced = LibraryError.replaced(path: path + "-shm")
    #expect(throws: replaced) { try keeper.keep(mark, now: 0) }
    #expect(
      keeper.sentence(replaced)
        == "1 mark waits to be kept: library.sqlite-shm was moved or replaced; q keeps it")
    let tried = keeper.finish(today: today)
    var last = try #require(tried)
    #expect(last.awaitsClosing && last.loss == nil)
    try other.close()
    try library.close()
    last.runWhenClosed { true }
    #expect(last.loss == nil && !last.awaitsClosing)
    let record = try kept()
    #expect(record.readSections == ["s": content] && record.isStarred)
  }

  @Test("are kept in the library that is restored where the file in its place is damaged")
  func damagedOther() throws {
    var keeper = MarkKeeper(library: library, now: 0)
    remove()
    try Data(repeating: 0xFF, count: 65536).write(to: URL(filePath: path))
    #expect(throws: LibraryError.replaced(path: path)) { try keeper.keep(mark, now: 0) }
    let last = keeper.finish(today: today)
    #expect(last?.loss == nil && last?.recovery?.source == backup)
    let record = try kept()
    #expect(record.readSections == ["s": content] && record.isStarred)
  }

  @Test(
    "are kept in the library that is restored where damage shows with them",
    arguments: [false, true])
  func damaged(isAll: Bool) throws {
    try library.keep([.section(record: id, id: "first", read: content)])
    try library.close()
    if !isAll { try damage() }
    let library = try Library.open(at: path)
    if isAll { try damageAll() }
    var keeper = MarkKeeper(library: library, now: 0)
    #expect(throws: LibraryError.damaged(path: path)) { try keeper.keep(mark, now: 0) }
    #expect(keeper.sentence(.damaged(path: path)).hasPrefix("1 mark waits to be kept: the library"))
    let last = keeper.finish(today: today) { numbers in
      // What the screen shows knows it where the file is past reading.
      #expect(numbers == [id])
      return isAll ? [id: BriefKey(path: "-", fingerprint: content)] : [:]
    }
    #expect(last?.loss == nil && last?.recovery?.aside == "\(path).damaged-\(today)")
    let record = try kept()
    #expect(record.readSections == ["s": content] && record.isStarred)
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
