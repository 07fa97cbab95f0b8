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
