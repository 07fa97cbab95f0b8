import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

@Suite("An index of which a folder is taken out")
struct ForgottenFolderTests {
  private let desk: IndexedFolder

  init() throws { desk = try IndexedFolder() }

  private func forget(outside folders: [String]) throws -> IndexProgress? {
    var indexer = Indexer(index: desk.index, library: desk.library, today: desk.today)
    return try indexer.forget(outside: folders)
  }

  @Test("has nothing of it, be the disk there or not, and all that other folders have")
  func outside() throws {
    try desk.write("a.md", "# A\n\nText.\n")
    let inner = try desk.write("inner/b.md", "# B\n\nText.\n")
    try desk.folder.write("elsewhere/c.md", "# C\n\nText.\n")
    try desk.folder.write("linked/d.md", "# D\n\nText.\n")
    try #require(symlink(desk.folder.path + "/linked", desk.briefs + "/link") == 0)
    let elsewhere = desk.folder.path + "/elsewhere"
    try desk.run([desk.briefs, desk.briefs + "/inner", elsewhere])
    #expect(try desk.titles() == ["A", "B", "C", "D"])
    unlink(inner)
    try desk.folder.move("elsewhere", to: "away")
    #expect(try forget(outside: [desk.briefs])?.gone == 1)
    #expect(try desk.titles() == ["A", "B", "D"])
    #expect(try forget(outside: [])?.gone == 3)
    #expect(try desk.titles() == [])
  }

  @Test("lets archived briefs of it go, and keeps their marks") func archived() throws {
    let path = try desk.write("a.md", "# A\n\n## Part\n\nText.\n")
    let archiving = { (folders: [String]) throws in
      var indexer = Indexer(
        index: desk.index, library: desk.library, today: desk.today, archiving: true)
      _ = try indexer.run(folders: folders) { _ in true }
    }
    try archiving([desk.briefs])
    try desk.markAll(path)
    unlink(path)
    try archiving([desk.briefs])
    #expect(try desk.titles("is:archived") == ["A"])
    var indexer = Indexer(
      index: desk.index, library: desk.library, today: desk.today, archiving: true)
    #expect(try indexer.forget(outside: []) != nil)
    #expect(try desk.titles() == [])
    try desk.write("a.md", "# A\n\n## Part\n\nText.\n")
    try archiving([desk.briefs])
    #expect(try desk.titles("is:starred is:read") == ["A"])
  }

  @Test("is left alone while another process is at work on it") func busy() throws {
    try desk.write("a.md", "# A\n\nText.\n")
    try desk.run()
    let lock = try IndexLock(path: desk.index.path)
    #expect(try forget(outside: []) == nil)
    withExtendedLifetime(lock) {}
    #expect(try desk.titles() == ["A"])
  }
}
