import Glibc
import Testing

@testable import BriefLibrary

@Suite("An index that is removed by hand and made again")
struct RemovedIndexTests {
  private let desk: IndexedFolder

  init() throws {
    desk = try IndexedFolder()
    try desk.write("one.md", "# One\n\n2026-11-01\n\nFirst.\n")
    try desk.run()
  }

  /// Brings the index up to date, which is made anew.
  private func runAnew() throws {
    #expect(throws: LibraryError.indexRemade(path: desk.index.path)) { try desk.run() }
    try desk.run()
  }

  /// The titles that who opens the index just now finds.
  private func titlesOfOthers() throws -> [String] {
    let other = try BriefIndex.open(at: desk.index.path)
    return try other.rows(of: other.listing(order: .title).ids, from: nil).map(\.summary.title)
  }

  @Test("is seen by others as it is here, be the file emptied while it was open") func emptied()
    throws
  {
    try desk.write("two.md", "# Two\n\n2026-11-02\n\nSecond.\n")
    try #require(truncate(desk.index.path, 0) == 0)
    try runAnew()
    #expect(try desk.titles() == ["One", "Two"])
    #expect(try titlesOfOthers() == ["One", "Two"])
  }

  @Test(
    "is seen by others as it is here, be its log removed",
    arguments: [["-wal"], ["-shm"], ["-wal", "-shm"]])
  func logRemoved(suffixes: [String]) throws {
    try desk.write("two.md", "# Two\n\n2026-11-02\n\nSecond.\n")
    for suffix in suffixes { try #require(unlink(desk.index.path + suffix) == 0) }
    try runAnew()
    #expect(try desk.titles() == ["One", "Two"])
    #expect(try titlesOfOthers() == ["One", "Two"])
    #expect(try desk.run().done == 0)
  }

  @Test("has none of the numbers that a reader still shows briefs of, who goes over to it")
  func numbers() throws {
    let shown = try desk.index.listing(order: .date).ids
    for suffix in ["", "-wal", "-shm"] { unlink(desk.index.path + suffix) }
    try desk.write("two.md", "# Two\n\n2026-11-02\n\nSecond.\n")
    // Another process makes and fills it before the reader looks.
    let other = try BriefIndex.open(at: desk.index.path)
    var indexer = Indexer(index: other, library: desk.library, today: desk.today)
    _ = try indexer.run(folders: [desk.briefs]) { _ in true }
    #expect(try desk.titles() == ["One", "Two"])
    #expect(try Set(desk.index.listing(order: .date).ids).isDisjoint(with: shown))
    #expect(try desk.index.rows(of: shown, from: nil).isEmpty)
  }
}
