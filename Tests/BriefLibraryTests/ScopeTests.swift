import Foundation
import Glibc
import Testing

@testable import BriefLibrary

@Suite("Looking through some folders alone")
struct ScopeTests {
  private let files: IndexedFolder

  init() throws {
    files = try IndexedFolder()
    for name in ["a/one", "a/two", "b/three", "b/deep/four"] { try write(name, "Text of \(name).") }
    try files.run()
  }

  private func write(_ name: String, _ text: String) throws {
    try files.write("\(name).md", "# \(name)\n\n\(text)\n")
  }

  /// Looks through these folders; returns how many files were read and how many are gone.
  private func look(_ folders: String...) throws -> [Int] {
    var indexer = Indexer(index: files.index, library: files.library, today: files.today)
    let paths = Set(folders.map { files.briefs + "/" + $0 })
    let end = try #require(
      try indexer.run(folders: [files.briefs], scope: .folders(paths)) { _ in true })
    return [end.done, end.gone]
  }

  @Test("finds what came, changed and went in them, and nothing elsewhere") func some() throws {
    try write("a/one", "Another text.")
    try write("a/five", "New.")
    try write("b/three", "Changed, and not looked at.")
    try write("b/deep/four", "Changed, and not looked at.")
    unlink(files.briefs + "/a/two.md")
    #expect(try look("a") == [2, 1])
    #expect(try files.titles() == ["a/five", "a/one", "b/deep/four", "b/three"])
    #expect(try files.titles("changed").isEmpty)
    #expect(try look("b") == [1, 0])
    #expect(try files.titles("changed") == ["b/three"])
    #expect(try look("a", "b", "b/deep") == [1, 0])
    #expect(try look("a", "b", "b/deep") == [0, 0])
  }

  @Test("keeps the marks of a brief that went from one to another") func moving() throws {
    try files.markAll(files.briefs + "/a/one.md")
    rename(files.briefs + "/a/one.md", files.briefs + "/b/one.md")
    #expect(try look("a", "b") == [1, 1])
    #expect(try files.row("a/one").path == files.briefs + "/b/one.md")
    #expect(try files.row("a/one").record.isStarred)
  }

  @Test(
    "is looking through all where a folder is new, gone or emptied",
    arguments: ["new", "gone", "emptied"])
  func all(_ what: String) throws {
    try write("a/one", "Another text.")
    switch what {
    case "new": try write("b/new/five", "New.")
    case "gone": try FileManager.default.removeItem(atPath: files.briefs + "/b/deep")
    default: unlink(files.briefs + "/b/deep/four.md")
    }
    #expect(try look(what == "new" ? "b/new" : "b/deep") == (what == "new" ? [2, 0] : [1, 1]))
    #expect(try files.titles("another") == ["a/one"])
    #expect(try files.titles().contains("b/deep/four") == (what == "new"))
  }

  @Test("passes over one without any brief that nobody knows") func empty() throws {
    try FileManager.default.createDirectory(
      atPath: files.briefs + "/empty", withIntermediateDirectories: true)
    try write("a/one", "Another text.")
    try write("b/three", "Changed, and not looked at.")
    #expect(try look("a", "empty") == [1, 0])
  }

  @Test("is no way out of the folders of the library") func outside() throws {
    try files.folder.write("elsewhere/x.md", "# X\n\nText.\n")
    #expect(try look("../elsewhere") == [0, 0])
    #expect(try !files.titles().contains("X"))
  }

  @Test("of two is looking through both, and all with all of them") func union() {
    #expect(IndexScope.union(.folders(["a"]), .folders(["b"])) == .folders(["a", "b"]))
    #expect(IndexScope.union(.folders(["a"]), .all) == .all)
    #expect(IndexScope.union(.all, .folders(["a"])) == .all)
    #expect(IndexScope.union(nil, .folders(["a"])) == .folders(["a"]))
    #expect(IndexScope.union(.folders(["a"]), nil) == .folders(["a"]))
    #expect(IndexScope.union(nil, nil) == nil)
  }
}
