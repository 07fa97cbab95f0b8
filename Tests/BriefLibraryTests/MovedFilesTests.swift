import BriefModel
import Foundation
import Glibc
import Testing

@testable import BriefLibrary

@Suite("A file that was moved and edited between two looks")
struct MovedFilesTests {
  private static let text = "# Title\n\nLede.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n"
  private let files: IndexedFolder

  init() throws {
    files = try IndexedFolder()
    let path = try files.write("a.md", Self.text)
    try files.run()
    try files.markAll(path)
  }

  /// Moves the file, which keeps its inode, and puts text at its end.
  private func edit(_ from: String, _ to: String, appending text: String) throws {
    try FileManager.default.createDirectory(
      atPath: files.briefs + "/x", withIntermediateDirectories: true)
    rename(files.briefs + "/" + from, files.briefs + "/" + to)
    let handle = try #require(FileHandle(forWritingAtPath: files.briefs + "/" + to))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }

  @Test("keeps its star and its marks under any name", arguments: ["x/a.md", "b.md", "x/b.md"])
  func sameInode(name: String) throws {
    try edit("a.md", name, appending: "\nMore.\n")
    let progress = try files.run()
    #expect(progress.gone == 1 && progress.elsewhere == 1)
    let row = try files.row("Title")
    #expect(try files.rows().count == 1 && row.path == files.briefs + "/" + name)
    #expect(row.record.isStarred)
    #expect(try files.titles("is:changed is:unread") == ["Title"])
    #expect(row.record.unread(of: row.summary.parts, lede: row.summary.lede) == 1)
  }

  @Test("keeps them with another inode, too, where a section tells that it is the same")
  func otherInode() throws {
    try files.write("x/a.md", Self.text.replacing("Second.", with: "Another."))
    try files.write("x/b.md", "# Other\n\n## One\n\nNothing of it.\n")
    unlink(files.briefs + "/a.md")
    try files.run()
    #expect(try files.row("Title").record.isStarred)
    #expect(try !files.row("Other").record.isStarred)
  }

  @Test("is none that has nothing but the name, or nothing but the inode, of one that is gone")
  func others() throws {
    try files.write("x/a.md", "# Other\n\n## One\n\nNothing of it.\n")
    unlink(files.briefs + "/a.md")
    try files.run()
    #expect(try !files.row("Other").record.isStarred)
    try files.markAll(files.briefs + "/x/a.md")
    rename(files.briefs + "/x/a.md", files.briefs + "/x/c.md")
    try files.write("x/c.md", "# New\n\nNothing.\n")
    try files.run()
    #expect(try files.titles() == ["New"])
    #expect(try !files.row("New").record.isStarred)
  }

  @Test("is not archived with its old text") func archived() throws {
    try edit("a.md", "x/a.md", appending: "\nMore.\n")
    var indexer = Indexer(
      index: files.index, library: files.library, today: files.today, archiving: true)
    _ = try indexer.run(folders: [files.briefs]) { _ in true }
    #expect(try files.rows().map(\.path) == [files.briefs + "/x/a.md"])
  }
}
