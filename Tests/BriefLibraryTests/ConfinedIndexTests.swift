import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

@Suite("An index of what lies in the folders alone")
struct ConfinedIndexTests {
  private let desk: IndexedFolder

  init() throws {
    desk = try IndexedFolder()
    try desk.write("in/a.md", "# A\n\nText.\n")
    try desk.folder.write("out/b.md", "# B\n\nText.\n")
    try desk.folder.write("out/deep/c.md", "# C\n\nText.\n")
    try desk.folder.write("d.md", "# D\n\nText.\n")
    for (target, name) in [
      ("../out", "way"), ("../d.md", "d.md"), ("in/a.md", "again.md"), ("in", "inner"),
      (desk.folder.path + "/out/deep", "deep"), ("../briefs/in/a.md", "around.md"),
    ] {
      try #require(symlink(target, desk.briefs + "/" + name) == 0)
    }
  }

  @discardableResult
  private func run(
    confined: Bool = true, archiving: Bool = false, _ scope: IndexScope = .all,
    _ folders: [String]? = nil
  ) throws -> IndexProgress {
    var indexer = Indexer(
      index: desk.index, library: desk.library, today: desk.today, archiving: archiving,
      confined: confined)
    return try #require(
      try indexer.run(folders: folders ?? [desk.briefs], scope: scope) { _ in true })
  }

  @Test("follows links that lead into the folders, and no other") func links() throws {
    let progress = try run()
    #expect(progress.missing.isEmpty && progress.unreadable.count == 0)
    #expect(try desk.titles() == ["A"])
    let places = try desk.row("A")
    #expect(
      [places.path] + places.otherPaths
        == ["/again.md", "/around.md", "/in/a.md"].map { desk.briefs + $0 })
    try run(confined: false)
    #expect(try desk.titles() == ["A", "B", "C", "D"], "as it is without bounds")
  }

  @Test("gives up what was indexed without bounds, and keeps nothing of it as archived")
  func narrowed() throws {
    try run(confined: false, archiving: true)
    #expect(try desk.titles() == ["A", "B", "C", "D"])
    #expect(try run(archiving: true).gone == 3)
    #expect(try desk.titles() == ["A"] && desk.titles("is:archived") == [])
    #expect(try desk.index.read { try FolderPlace.all($0) }.keys.contains(desk.briefs))
  }

  @Test("has what another folder of the library holds") func named() throws {
    let other = desk.folder.path + "/out"
    try run(.all, [desk.briefs, other])
    #expect(try desk.titles() == ["A", "B", "C"])
  }

  @Test("does not take what changes elsewhere, nor what a link leads to later") func later() throws
  {
    try run()
    try desk.folder.write("out/e.md", "# E\n\nText.\n")
    try run(.folders([desk.briefs + "/way", desk.folder.path + "/out"]))
    #expect(try desk.titles() == ["A"])
    unlink(desk.briefs + "/again.md")
    try #require(symlink("../out/e.md", desk.briefs + "/again.md") == 0)
    try run(.folders([desk.briefs]))
    #expect(try desk.titles() == ["A"])
    #expect(try desk.row("A").otherPaths == [desk.briefs + "/in/a.md"])
  }

  @Test("reads no file in whose place a link has come since it was found") func exchanged() throws {
    let path = desk.briefs + "/in/a.md"
    let file = FileComparison.File(folder: desk.briefs + "/in", name: "a.md", size: 1, modified: 1)
    unlink(path)
    try #require(symlink("../../d.md", path) == 0)
    let bounds = ReadBounds([desk.briefs])
    let read = try #require(ReadAhead([file], within: bounds, today: desk.today).next()?.first)
    let error = #expect(throws: BriefError.self) { try read.content.get() }
    #expect(error?.reason == .outside)
    #expect(try ReadAhead([file], today: desk.today).next()?.first?.content.get() != nil)
  }

  @Test("keeps nothing behind a link while something else cannot be looked into")
  func unseen() throws {
    try run(confined: false)
    try desk.write("gone/f.md", "# F\n\nText.\n")
    try run(confined: false)
    try #require(symlink("nowhere", desk.briefs + "/loose.md") == 0)
    try desk.folder.move("briefs", to: "away")
    #expect(try run().missing.count == 1)
    let titles = try desk.titles()
    #expect(!titles.contains("B") && !titles.contains("C"), "\(titles)")
  }
}
