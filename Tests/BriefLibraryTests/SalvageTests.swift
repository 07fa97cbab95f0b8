import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

@Suite("What was marked since the last copy of a damaged library")
struct SalvageTests {
  private static let briefs = 300
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  /// A library with a mark of each brief that its copy has, and one that it has not; its bytes.
  private func library(copied: Bool = true) throws -> Data {
    let library = try Library.open(at: folder.library)
    let keys = (0..<Self.briefs).map { number in
      BriefKey(path: "/briefs/\(number).md", fingerprint: Fingerprint(of: "\(number)".utf8))
    }
    let ids = try library.records(for: keys).compactMap(\.id)
    try library.keep(ids.map { .section(record: $0, id: "old", read: try content(1)) })
    if copied { try Library.backUpDaily(at: library.path, today: today) }
    try library.keep(ids.map { .section(record: $0, id: "new", read: try content(2)) })
    try library.keep([.star(record: ids[0], true), .section(record: ids[1], id: "old", read: nil)])
    try library.close()
    return try Data(contentsOf: URL(fileURLWithPath: folder.library))
  }

  /// Opens a file in the library's place; what was restored, and how many sections of a name are
  /// read then.
  private func open(_ bytes: Data) throws -> (LibraryRecovery?, old: Int, new: Int) {
    try bytes.write(to: URL(fileURLWithPath: folder.library))
    DamageNote(library: folder.library).leave()
    let opened = try Library.openOrRecover(at: folder.library, today: today)
    let names = try opened.library.state().briefs.flatMap { $0.marks.map(\.section) }
    try opened.library.close()
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.path + "/state/broadsheet")
    where name.contains(".damaged-") {
      try FileManager.default.removeItem(atPath: folder.path + "/state/broadsheet/" + name)
    }
    return (opened.recovery, names.count { $0 == "old" }, names.count { $0 == "new" })
  }

  @Test("is taken over from the pages that are whole, whichever is not") func pages() throws {
    let whole = try library()
    let pages = whole.count / 4096
    var number: UInt64 = 7
    var most = 0
    for page in 1..<pages {
      var bytes = whole
      let noise = (0..<4096).map { _ in
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(number >> 56)
      }
      bytes.replaceSubrange(page * 4096..<page * 4096 + 4096, with: noise)
      let (recovery, old, new) = try open(bytes)
      guard let recovery else { continue }
      #expect(old == Self.briefs || old == Self.briefs - 1, "page \(page)")
      #expect(recovery.salvaged.marks >= new, "page \(page)")
      if new > Self.briefs / 2 { most += 1 }
    }
    // But for the roots of tables, and pages that hold nothing but marks.
    #expect(most > pages * 2 / 3, "\(most) of \(pages)")
  }

  @Test("is all there is where there is no copy") func withoutCopy() throws {
    var bytes = try library(copied: false)
    let last = bytes.count / 4096 * 4096 - 4096
    bytes.replaceSubrange(last..<last + 4096, with: Data(repeating: 0xA5, count: 4096))
    let (recovery, old, new) = try open(bytes)
    #expect(recovery?.source == nil && recovery?.description.contains("could be read") == true)
    #expect(old + new > Self.briefs)
  }

  /// As where many briefs came and went, imported and forgotten.
  private func spreadNumbers(_ library: Library) throws {
    try library.access { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          UPDATE section_mark SET brief = brief * 1000000007;
          UPDATE path SET brief = brief * 1000000007;
          UPDATE brief SET id = id * 1000000007;
          PRAGMA foreign_keys = ON;
          """)
    }
  }

  @Test("is taken over however far its numbers lie apart") func sparse() throws {
    _ = try library(copied: false)
    let library = try Library.open(at: folder.library)
    try spreadNumbers(library)
    let state = try library.state()
    try library.close()
    let salvaged = try LibrarySalvage.state(of: folder.library)
    #expect(salvaged.briefs.count == Self.briefs)
    #expect(Set(salvaged.briefs.map(\.fingerprint)) == Set(state.briefs.map(\.fingerprint)))
  }

  @Test("is taken over from a page between two that are damaged, however far its numbers lie apart")
  func between() throws {
    _ = try library(copied: false)
    let library = try Library.open(at: folder.library)
    try spreadNumbers(library)
    let leaves = try library.access { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT pageno FROM dbstat WHERE name = 'brief' AND pagetype = 'leaf' ORDER BY path
          """)
    }
    try library.close()
    #expect(leaves.count >= 4)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.library))
    let whole = try LibrarySalvage.state(of: folder.library).briefs.count
    for leaf in leaves where leaf == leaves[0] || leaf == leaves[2] {
      bytes.replaceSubrange(
        (leaf - 1) * 4096..<leaf * 4096, with: Data(repeating: 0xA5, count: 4096))
    }
    try bytes.write(to: URL(fileURLWithPath: folder.library))
    let left = try LibrarySalvage.state(of: folder.library).briefs.count
    // Two pages of so many, and no more.
    #expect(left >= whole - 2 * (whole / (leaves.count - 1) + 1), "\(left) of \(whole)")
  }

  @Test("is not taken over where its numbers cannot be") func impossible() throws {
    _ = try library()
    let library = try Library.open(at: folder.library)
    var state = try LibrarySalvage.state(of: folder.library)
    state.briefs.sort { $0.fingerprint.hexadecimal < $1.fingerprint.hexadecimal }
    #expect(try library.state() == state)
    try library.access { db in
      try db.execute(
        sql: """
          PRAGMA ignore_check_constraints = ON;
          UPDATE section_mark SET changed_at = -1 WHERE section = 'new';
          UPDATE brief SET fingerprint = x'00' WHERE id = 1;
          UPDATE brief SET placed_at = 9223372036854775807 WHERE id = 2;
          """)
    }
    try library.close()
    let rest = try LibrarySalvage.state(of: folder.library)
    #expect(rest.briefs.count == Self.briefs - 2)
    #expect(rest.briefs.allSatisfy { $0.marks.map(\.section) == ["old"] })
  }

  @Test("is nothing in a file that is no library") func noLibrary() throws {
    let path = try folder.write("file", "Dear diary")
    #expect(try LibrarySalvage.state(of: path) == LibraryState())
    #expect(throws: (any Error).self) { try LibrarySalvage.state(of: folder.path + "/none") }
  }
}
