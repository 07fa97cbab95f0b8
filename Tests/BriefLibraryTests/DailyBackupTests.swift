import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

@Suite("When a copy of the library is worth making, and what is counted in it")
struct DailyBackupTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func day(_ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: 2026, month: 11, day: day))
  }

  private func library() throws -> Library {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "s", read: content(2))])
    return library
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/broadsheet")
  }

  @Test("Folders alone are no reason for a copy, and the day's copy comes with its first marks")
  func folders() throws {
    let empty = try Library.open(at: folder.library)
    #expect(try empty.addFolder(folder.path))
    #expect(try !Library.backUpDaily(at: folder.library, today: day(20)))
    _ = try library()
    #expect(try Library.backUpDaily(at: folder.library, today: day(20)))
  }

  @Test("The copy of a day is made once more where it holds less than half, and not for less marks")
  func growth() throws {
    let library = try library()
    #expect(try Library.backUpDaily(at: library.path, today: day(20)))
    func mark(_ numbers: Range<Int>, read: Bool = true) throws -> Bool {
      for number in numbers {
        try library.keep([
          .section(record: 1, id: "\(number)", read: read ? content(2) : nil)
        ])
      }
      return try Library.backUpDaily(at: library.path, today: day(20))
    }
    let copy = folder.library + ".backup-2026-11-20"
    #expect(try !mark(0..<10) && LibraryCopy.kept(in: copy) == 1)
    #expect(try mark(10..<20) && LibraryCopy.kept(in: copy) == 21)
    #expect(try !mark(20..<30))
    #expect(try !mark(0..<30, read: false) && LibraryCopy.kept(in: copy) == 21)
    #expect(try names().filter { $0.contains(".backup-") || $0.contains(".part-") }.count == 1)
  }

  @Test("After an older copy was put back, what is copied then is newer than what was given up")
  func putBack() throws {
    func mark(_ numbers: Range<Int>, on day: Int) throws {
      let library = try self.library()
      for number in numbers {
        try library.keep([.section(record: 1, id: "\(number)", read: content(2))])
      }
      #expect(try Library.backUpDaily(at: library.path, today: self.day(day)))
      try library.close()
    }
    try mark(0..<2, on: 10)
    // By mistake.
    try mark(2..<200, on: 11)
    unlink(folder.library)
    try FileManager.default.copyItem(
      atPath: folder.library + ".backup-2026-11-10", toPath: folder.library)
    let backups = LibraryBackups(library: folder.library)
    for number in 12...16 {
      try mark(number..<number + 1, on: number)
      #expect(backups.newestIntact == folder.library + ".backup-2026-11-\(number)")
    }
    #expect(backups.paths == (14...16).map { folder.library + ".backup-2026-11-\($0)" })
    unlink(folder.library)
    let library = try Library.openOrRecover(at: folder.library, today: day(17)).library
    // Those of every day, which are of one section, and one of each.
    #expect(
      try Set(library.record(path: "-", fingerprint: content(1)).readSections.keys)
        == Set(["s"] + [0, 1, 12, 13, 14, 15, 16].map(String.init)))
  }

  @Test("A library that was begun anew is not driven out by damaged copies of the old one")
  func begunAnew() throws {
    let old = try library()
    for number in 0..<3 {
      try old.keep(
        (0..<1000).map {
          .section(record: 1, id: "\(number) \($0)", read: try content(2))
        })
      try Library.backUpDaily(at: folder.library, today: day(10 + number))
    }
    try old.close()
    let copies = LibraryBackups(library: folder.library).paths
    for path in [folder.library] + copies {
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      // Of a copy what it counts can still be read.
      let start = path == folder.library ? 0 : bytes.count / 4096 / 2 * 4096
      bytes.replaceSubrange(start..<start + 4096, with: Data(repeating: 0xA5, count: 4096))
      try bytes.write(to: URL(fileURLWithPath: path))
    }
    let opened = try Library.openOrRecover(at: folder.library, today: day(13))
    #expect(opened.recovery?.source == nil && opened.recovery != nil)
    try opened.library.close()
    try library().close()
    #expect(try Library.backUpDaily(at: folder.library, today: day(13)))
    let backups = LibraryBackups(library: folder.library)
    #expect(backups.newestIntact == folder.library + ".backup-2026-11-13")
    #expect(backups.paths == copies.dropFirst() + [folder.library + ".backup-2026-11-13"])
  }

  @Test("A check counts what is listed, and what files held before they were rewritten apart")
  func rewritten() throws {
    let library = try Library.open(at: folder.library)
    for number in UInt8(1)...4 {
      let id = try library.record(path: "/a.md", fingerprint: content(number)).id
      guard number == 1, let id else { continue }
      try library.keep([.star(record: id, true), .section(record: id, id: "s", read: content(9))])
    }
    let facts = LibraryCheck(library: folder.library).facts
    for (name, value) in [
      ("briefs", 1), ("marks", 1), ("stars", 1), ("contents before a rewrite", 3),
    ] {
      #expect(facts.contains { $0 == ("  " + name, "\(value)") }, "\(name)")
    }
  }
}
