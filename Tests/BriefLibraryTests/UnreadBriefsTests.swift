import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("The number of unread briefs")
struct UnreadBriefsTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    for name in ["a", "b", "c"] {
      try folder.write("briefs/\(name).md", "# \(name)\n\nText of \(name).\n")
    }
  }

  private func open() throws -> (Library, BriefIndex) {
    let library = try Library.open(at: folder.library)
    return (library, try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library)))
  }

  private func index(_ library: Library, _ index: BriefIndex) throws {
    var indexer = Indexer(index: index, library: library, today: today)
    _ = try indexer.run(folders: [folder.path + "/briefs"]) { _ in true }
  }

  private func mark(_ name: String, in library: Library, read: Bool = true) throws {
    let path = folder.path + "/briefs/\(name).md"
    let brief = try BriefLoader.load(path: path, today: today)
    let record = try library.record(path: path, fingerprint: brief.fingerprint)
    let part = BriefSummary(brief).parts[0]
    try library.keep([
      .section(record: #require(record.id), id: part.id, read: read ? part.fingerprint : nil)
    ])
  }

  @Test("counts marks that the index does not have yet, in both directions") func marks() throws {
    let (library, index) = try open()
    try self.index(library, index)
    #expect(try UnreadBriefs.count(library: folder.library) == 3)
    try mark("a", in: library)
    try mark("b", in: library)
    #expect(try UnreadBriefs.count(library: folder.library) == 1)
    try index.takeMarks(from: library)
    try mark("a", in: library, read: false)
    #expect(try index.counts().unread == 1)
    #expect(try UnreadBriefs.count(library: folder.library) == 2)
  }

  @Test("counts by the library that is there, and not by the one that the index knew")
  func otherLibrary() throws {
    let (library, index) = try open()
    try self.index(library, index)
    try mark("a", in: library)
    try index.takeMarks(from: library)
    try library.close()
    for suffix in ["", "-wal", "-shm"] { unlink(folder.library + suffix) }
    #expect(try UnreadBriefs.count(library: folder.library) == 2)
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    let other = try Library.openOrRecover(at: folder.library, today: today).library
    #expect(try UnreadBriefs.count(library: folder.library) == 3)
    try mark("b", in: other)
    try mark("c", in: other)
    #expect(try UnreadBriefs.count(library: folder.library) == 1)
  }

  @Test("waits for nobody who writes") func writers() throws {
    let (library, index) = try open()
    try self.index(library, index)
    let count = try index.write { db in
      try db.execute(sql: "UPDATE brief SET flags = 0")
      return try library.access { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        defer { try? db.execute(sql: "ROLLBACK") }
        return try UnreadBriefs.count(library: folder.library)
      }
    }
    #expect(count == 3)
  }

  @Test("writes nothing, even where the log of a program that was killed is left") func log() throws
  {
    let (library, index) = try open()
    try self.index(library, index)
    try mark("a", in: library)
    let left = TemporaryPlace(folder.path + "/left/")
    try left.copy(folder.library)
    try left.copy(index.path)
    let before = try left.contents()
    #expect(before.keys.contains("library.sqlite-wal"))
    #expect(try UnreadBriefs.count(library: left.path + "library.sqlite") == 2)
    let after = try left.contents()
    for name in before.keys where !name.hasSuffix("-shm") { #expect(after[name] == before[name]) }
  }

  @Test("makes no file, whatever is missing, and reads names with every character") func names()
    throws
  {
    #expect(try UnreadBriefs.count(library: folder.library) == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
    let (library, index) = try open()
    try self.index(library, index)
    try library.close()
    try index.close()
    let left = TemporaryPlace(folder.path + "/50% of ä?#&x=1/")
    try left.copy(folder.library)
    try left.copy(index.path)
    #expect(try UnreadBriefs.count(library: left.path + "library.sqlite") == 3)
    #expect(try left.contents().count == 2)
  }

  @Test("tells a folder that cannot be looked into") func unseen() throws {
    let name = String(repeating: "x", count: 300)
    #expect(throws: LibraryError.folder(path: folder.path + "/" + name, why: "File name too long"))
    {
      try UnreadBriefs.count(library: folder.path + "/\(name)/library.sqlite")
    }
  }

  @Test("tells what is damaged") func damage() throws {
    let (library, index) = try open()
    try library.close()
    try index.close()
    try folder.write(
      "state/broadsheet/index.13.sqlite", String(repeating: "no database", count: 99))
    #expect(throws: LibraryError.damaged(path: index.path)) {
      try UnreadBriefs.count(library: folder.library)
    }
  }
}

/// A folder that databases are copied to as they lie on the disk.
private struct TemporaryPlace {
  let path: String

  init(_ path: String) { self.path = path }

  func copy(_ database: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: database + suffix) {
      let name = URL(fileURLWithPath: database).lastPathComponent + suffix
      try FileManager.default.copyItem(atPath: database + suffix, toPath: path + name)
    }
  }

  func contents() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: path + $0)))
      })
  }
}
