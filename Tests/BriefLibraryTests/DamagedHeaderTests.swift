import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

@Suite("A library with a damaged header")
struct DamagedHeaderTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  /// Makes one with a mark, a copy, and a mark that is not in the copy; then puts a byte there.
  private func damage(at offset: Int, _ byte: UInt8, copies: Bool = true) throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "s", read: content(2))])
    if copies { #expect(try Library.backUpDaily(at: folder.library, today: today)) }
    try library.keep([.section(record: id, id: "t", read: content(3))])
    try library.close()
    let file = try #require(FileHandle(forUpdatingAtPath: folder.library))
    try file.seek(toOffset: UInt64(offset))
    try file.write(contentsOf: [byte])
    try file.close()
  }

  private func expectRestored(
    _ library: Library, _ recovery: LibraryRecovery?, sections: Set<String> = ["s", "t"]
  ) throws {
    #expect(recovery?.source == folder.library + ".backup-2026-11-24")
    let record = try library.record(path: "-", fingerprint: content(1))
    #expect(Set(record.readSections.keys) == sections)
    #expect(LibraryCheck(library: folder.library).problems == [])
  }

  /// No version, earlier ones whose tables are others, those of no program, and a form of the
  /// tables that there is not.
  @Test(
    "is restored when it is opened",
    arguments: [
      (63, 0), (63, 4), (63, 2), (62, 1), (61, 1), (60, 1), (60, 255), (47, 9),
    ] as [(Int, UInt8)])
  func opening(_ offset: Int, _ byte: UInt8) throws {
    try damage(at: offset, byte)
    #expect(LibraryCheck(library: folder.library).isLibraryDamaged)
    let (library, recovery) = try Library.openOrRecover(at: folder.library, today: today)
    // Of tables in an unknown form SQLite reads nothing.
    try expectRestored(library, recovery, sections: offset == 47 ? ["s"] : ["s", "t"])
  }

  @Test("that lets it be read alone is noted, and it is restored when it is opened next")
  func readOnly() throws {
    try damage(at: 18, 255)
    #expect(LibraryCheck(library: folder.library).isLibraryDamaged)
    let first = try Library.openOrRecover(at: folder.library, today: today).library
    let id = try #require(try first.record(path: "-", fingerprint: content(1)).id)
    #expect(throws: LibraryError.self) { try first.keep([.star(record: id, true)]) }
    try first.close()
    let (library, recovery) = try Library.openOrRecover(at: folder.library, today: today)
    try expectRestored(library, recovery)
  }

  /// It may be what it says: only who asks for it has it restored.
  @Test(
    "that says it is another's is restored where that is asked for",
    arguments: [(63, 7), (68, 0), (71, 1)] as [(Int, UInt8)])
  func asking(_ offset: Int, _ byte: UInt8) throws {
    try damage(at: offset, byte)
    let told = #expect(throws: LibraryError.self) {
      try Library.openOrRecover(at: folder.library, today: today)
    }
    #expect(told?.description.contains("; or run broadsheet doctor --restore-library") == true)
    let check = LibraryCheck(library: folder.library)
    #expect(check.isLibraryDamaged && check.problems.count == 1)
    #expect(check.problems.first?.contains("; or run broadsheet doctor --restore-library") == true)
    let recovery = try Library.recover(at: folder.library, today: today)
    try expectRestored(Library.open(at: folder.library), recovery)
  }

  @Test("that says it is another's is left alone without a copy") func alone() throws {
    try damage(at: 63, 7, copies: false)
    let check = LibraryCheck(library: folder.library)
    #expect(!check.isLibraryDamaged && check.problems.count == 1)
    #expect(check.problems.first?.contains("--restore-library") == false)
  }
}
