import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("The files of a library that is open, of which one is taken away")
struct OpenFilesTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  private func mark(_ section: String, in library: Library) throws {
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: section, read: content(2))])
  }

  private func marks() throws -> Set<String> {
    let library = try Library.open(at: folder.library)
    defer { try? library.close() }
    return Set(try library.record(path: "-", fingerprint: content(1)).readSections.keys)
  }

  /// Marks in a process of its own, which shares nothing with those that are open here.
  private func markElsewhere(_ count: Int) async {
    let (path, log) = (folder.library, folder.path + "/acknowledged")
    await #expect(processExitsWith: .success) {
      [path = path as String, log = log as String, count = count as Int] in
      try Writer(library: path, log: log, name: "other").mark(count)
    }
  }

  @Test("take no mark any more, and that is told", arguments: ["-wal", "-shm"])
  func removed(ending: String) throws {
    let library = try Library.open(at: folder.library)
    try mark("first", in: library)
    unlink(folder.library + ending)
    let replaced = LibraryError.replaced(path: folder.library + ending)
    #expect(replaced.isMendedByOpening)
    #expect(throws: replaced) { try mark("second", in: library) }
    #expect(throws: replaced) { try library.addFolder("/briefs") }
  }

  @Test("are known of a library that was made just now, and of a copy in its place")
  func known() throws {
    let library = try Library.open(at: folder.library)
    try library.backUp(to: folder.path + "/copy")
    unlink(folder.library + "-shm")
    #expect(throws: LibraryError.replaced(path: folder.library + "-shm")) { try library.folders() }
    let copy = try Library.open(at: folder.path + "/copy")
    unlink(copy.path + "-shm")
    #expect(throws: LibraryError.replaced(path: copy.path + "-shm")) { try copy.folders() }
  }

  @Test("are found where a link to the library leads") func linked() throws {
    let target = try folder.write("elsewhere/marks")
    try folder.write("state/broadsheet/other")
    symlink(target, folder.library)
    let library = try Library.open(at: folder.library)
    try mark("first", in: library)
    unlink(target + "-wal")
    #expect(throws: LibraryError.replaced(path: target + "-wal")) {
      try mark("second", in: library)
    }
  }

  @Test(
    "leave what others kept since to these",
    arguments: [["-shm"], ["-wal", "-shm"]], [false, true])
  func others(endings: [String], isClosed: Bool) async throws {
    var library: Library? = try Library.open(at: folder.library)
    try library.map { try mark("first", in: $0) }
    for ending in endings { unlink(folder.library + ending) }
    await markElsewhere(5)
    if isClosed { try library?.close() }
    library = nil
    let marks = try marks()
    #expect(marks.isSuperset(of: (0..<5).map { "other-\($0)" }))
    // What is in a log that was removed is gone with it.
    #expect(marks.contains("first") == !endings.contains("-wal"))
  }

  /// All connections of a process to a file have one index of its log.
  @Test("are taken for those of one that is opened beside it") func beside() async throws {
    let library = try Library.open(at: folder.library)
    try mark("first", in: library)
    unlink(folder.library + "-shm")
    await markElsewhere(2)
    let beside = try Library.open(at: folder.library)
    let replaced = LibraryError.replaced(path: folder.library + "-shm")
    #expect(throws: replaced) { try mark("second", in: beside) }
    try beside.close()
    try library.close()
    let after = try Library.open(at: folder.library)
    try mark("second", in: after)
    try after.close()
    #expect(try marks() == ["first", "second", "other-0", "other-1"])
  }

  /// SQLite does not ask whether a file was moved that it takes for one without pages.
  @Test("of which none has bytes any more leave the log of what was put in its place alone")
  func emptied() throws {
    let copied = try Library.open(at: folder.library)
    try mark("copied", in: copied)
    try Library.backUpDaily(at: folder.library, today: today)
    try copied.close()
    // With an empty log the file alone says how many pages there are.
    let library = try Library.open(at: folder.library)
    truncate(folder.library, 0)
    #expect(throws: LibraryError.damaged(path: folder.library)) { try mark("lost", in: library) }
    let restored = try Library.openOrRecover(at: folder.library, today: today).library
    try mark("new", in: restored)
    try library.close()
    for ending in ["-wal", "-shm"] { #expect(FileStamp(path: folder.library + ending) != nil) }
    try mark("newer", in: restored)
    try restored.close()
    #expect(try marks() == ["copied", "new", "newer"])
  }
}
