import BriefModel
import Foundation
import Glibc
import Testing

@testable import BriefLibrary

@Suite("Several libraries in one folder")
struct NeighbouringLibraryTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate
  private let brief: String

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    brief = try folder.write("briefs/a.md", "# A\n\nText.\n")
  }

  private func path(_ name: String) -> String { folder.path + "/state/broadsheet/" + name }

  /// Opens a library with its index, and brings that up to date.
  private func open(_ name: String) throws -> (library: Library, index: BriefIndex) {
    let library = try Library.openOrRecover(at: path(name), today: today)
    #expect(library.recovery == nil)
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: path(name)))
    var indexer = Indexer(index: index, library: library.library, today: today)
    _ = try indexer.run(folders: [folder.path + "/briefs"]) { _ in true }
    return (library.library, index)
  }

  private func mark(_ library: Library) throws {
    let brief = try BriefLoader.load(path: brief, today: today)
    let id = try #require(try library.record(path: self.brief, fingerprint: brief.fingerprint).id)
    try library.keep(
      BriefSummary(brief).parts.map { .section(record: id, id: $0.id, read: $0.fingerprint) })
  }

  @Test(
    "do not count as lost where only another was there",
    arguments: ["library.sqlite", "work.sqlite"])
  func first(other: String) throws {
    _ = try open(other)
    for name in ["private.sqlite", "private", "library.db"] {
      #expect(LibraryLoss(library: path(name)) == nil)
      _ = try open(name)
    }
  }

  @Test("count as lost where one goes whose own index is left") func lost() throws {
    let work = try open("work.sqlite")
    try work.library.close()
    for suffix in ["", "-wal", "-shm"] { unlink(path("work.sqlite") + suffix) }
    #expect(LibraryLoss(library: path("work.sqlite"))?.trace == .index)
    #expect(LibraryLoss(library: path("private.sqlite")) == nil)
  }

  @Test("have an index each, which goes by its own marks") func marks() throws {
    let (work, home) = (try open("work.sqlite"), try open("library.sqlite"))
    try mark(work.library)
    try work.index.takeMarks(from: work.library)
    try home.index.takeMarks(from: home.library)
    #expect(try work.index.counts().unread == 0)
    #expect(try home.index.counts().unread == 1)
    #expect(try UnreadBriefs.count(library: work.library.path) == 0)
    #expect(try UnreadBriefs.count(library: home.library.path) == 1)
  }

  @Test("keep the earlier indices of each other") func earlier() throws {
    let work = try open("work.sqlite")
    for name in ["index.1.sqlite-wal", "work.sqlite.index.1.sqlite-wal"] {
      try folder.write("state/broadsheet/" + name, "left")
    }
    EarlierIndices(besideIndex: work.index.path)?.remove()
    #expect(access(path("index.1.sqlite-wal"), F_OK) == 0)
    #expect(access(path("work.sqlite.index.1.sqlite-wal"), F_OK) != 0)
    let home = try open("library.sqlite")
    EarlierIndices(besideIndex: home.index.path)?.remove()
    #expect(access(path("index.1.sqlite-wal"), F_OK) != 0)
    #expect(access(work.index.path, F_OK) == 0)
  }
}
