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
