import BriefModel
import Foundation
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("What a program that was killed left of a file that it was making")
struct BrokenOffCopyTests {
  /// No process has this number.
  private static let dead = Int32.max

  private let shelf: IndexedFolder

  init() throws {
    shelf = try IndexedFolder()
    try shelf.write("a.md", "# A\n\nText.\n")
    try shelf.run()
  }

  private func names(in folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder))
  }

  @Test("goes when an index is published, and nothing else does") func published() throws {
    let folder = shelf.folder.path + "/out"
    let others = [
      "i.sqlite.part-\(getppid())", "i.sqlite.part-", "i.sqlite.part-x-journal",
      "i.sqlite.part-7.md",
      "i.sqlite.part--7", "other.sqlite.part-\(Self.dead)", "i.sqlite.old.part-\(Self.dead)",
    ]
    let left = ["i.sqlite.part-\(Self.dead)", "i.sqlite.part-\(Self.dead)-journal"]
    for name in others + left { try shelf.folder.write("out/" + name, "left") }
    try shelf.index.publish(to: folder + "/i.sqlite", from: shelf.library)
    #expect(try names(in: folder) == Set(others + ["i.sqlite"]))
  }

  @Test("goes from beside a library with the copy of the next day, and nothing else does")
  func library() throws {
    let (folder, name) = try #require(shelf.library.path.folderAndName)
    try shelf.markAll(shelf.briefs + "/a.md")
    let others = ["\(name).backup-2026-11-23.part-\(getppid())-journal", "\(name).part-x"]
    let left = ["\(name).backup-2026-11-23.part-\(Self.dead)", "\(name).part-\(Self.dead)-journal"]
    let before = try names(in: folder)
    for name in others + left { try Data().write(to: URL(fileURLWithPath: folder + "/" + name)) }
    try Library.backUpDaily(at: shelf.library.path, today: shelf.today)
    let copy = "\(name).backup-2026-11-24"
    #expect(try names(in: folder).subtracting(before) == Set(others + [copy]))
  }

  @Test("is nothing to the next of the same number") func sameNumber() throws {
    let path = shelf.folder.path + "/out/i.sqlite"
    try shelf.folder.write("out/i.sqlite.part-\(getpid())", "left")
    try shelf.folder.write("out/i.sqlite.part-\(getpid())-journal", "left")
    try shelf.index.publish(to: path, from: shelf.library)
    #expect(try names(in: shelf.folder.path + "/out") == ["i.sqlite"])
    #expect(try BriefIndex.openPublished(at: path).counts().briefs == 1)
  }
}
