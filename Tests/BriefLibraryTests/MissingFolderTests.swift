import BriefModel
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("An index of folders that are empty or missing")
struct MissingFolderTests {
  private let desk: IndexedFolder

  init() throws { desk = try IndexedFolder() }

  @Test("has nothing of one whose last brief was deleted") func empty() throws {
    let path = try desk.write("a.md", "# A\n\nText.\n")
    try desk.run()
    unlink(path)
    let progress = try desk.run()
    #expect(progress.missing.isEmpty && progress.gone == 1)
    #expect(try desk.titles() == [])
    #expect(try desk.run().missing.isEmpty)
  }

  @Test("keeps what was on a disk that is not mounted, and follows it when it is there again")
  func unmounted() throws {
    let path = try desk.write("sub/a.md", "# A\n\nText.\n")
    let other = try desk.write("b.md", "# B\n\nText.\n")
    try desk.run()
    // As if the folder had been on another file system, and that under it came to light.
    try setDevice(77)
    try #require(rename(path, desk.folder.path + "/a") == 0)
    try #require(rename(other, desk.folder.path + "/b") == 0)
    try #require(rmdir(desk.briefs + "/sub") == 0)
    let progress = try desk.run()
    #expect(progress.missing == [UnseenFolder(path: desk.briefs, reason: .unmounted)])
    #expect(progress.gone == 0)
    #expect(try desk.titles() == ["A", "B"])
    // Mounted again, perhaps with another number.
    try #require(mkdir(desk.briefs + "/sub", 0o700) == 0)
    try #require(rename(desk.folder.path + "/a", path) == 0)
    try #require(rename(desk.folder.path + "/b", other) == 0)
    #expect(try desk.run().missing.isEmpty)
    unlink(path)
    unlink(other)
    #expect(try desk.run().gone == 2)
    #expect(try desk.titles() == [])
  }

  @Test("keeps what links lead to from a folder that is missing, and only from there")
  func links() throws {
    try desk.write("a.md", "# A\n\nText.\n")
    try desk.folder.write("elsewhere/b.md", "# B\n\nText.\n")
    let link = desk.briefs + "/link"
    try #require(symlink(desk.folder.path + "/elsewhere", link) == 0)
    try desk.run()
    #expect(try desk.titles() == ["A", "B"])
    try desk.folder.move("briefs", to: "away")
    let progress = try desk.run()
    #expect(progress.missing == [UnseenFolder(path: desk.briefs, reason: .absent)])
    #expect(try desk.titles() == ["A", "B"])
    try desk.folder.move("away", to: "briefs")
    unlink(link)
    #expect(try desk.run().gone == 1)
    #expect(try desk.titles() == ["A"])
  }

  @Test("has nothing of a folder that is no longer the library's, whatever else is missing")
  func removed() throws {
    let one = try desk.folder.write("one/a.md", "# A\n\nText.\n")
    try desk.folder.write("two/b.md", "# B\n\nText.\n")
    let folders = ["one", "two"].map { desk.folder.path + "/" + $0 }
    try desk.run(folders)
    try desk.folder.move("two", to: "away")
    #expect(try desk.run([folders[1]]).missing.count == 1)
    #expect(try desk.titles() == ["B"])
    _ = one
  }

  @Test("tells why one cannot be looked into") func reasons() throws {
    try desk.write("a.md", "# A\n\nText.\n")
    let bad = (desk.briefs + "/").utf8.map(CChar.init(bitPattern:)) + [-1, 98, 0]
    try #require(mkdir(bad, 0o700) == 0)
    #expect(
      try desk.run().missing == [
        UnseenFolder(path: desk.briefs + "/\u{FFFD}b", reason: .misnamed)
      ])
  }

  private func setDevice(_ device: Int64) throws {
    try desk.index.write { db in
      try db.execute(sql: "UPDATE place SET device = ?", arguments: [device])
    }
  }

  @Test("keeps what it has of a link that cannot be followed now, and sees all beside it")
  func unfollowable() throws {
    let path = try desk.write("a.md", "# A\n\nText.\n")
    let (elsewhere, link) = (desk.folder.path + "/elsewhere.md", desk.briefs + "/odd.md")
    try desk.folder.write("elsewhere.md", "# B\n\nText.\n")
    try #require(symlink(elsewhere, link) == 0)
    try desk.run()
    #expect(try desk.titles().sorted() == ["A", "B"])
    try #require(unlink(link) == 0 && unlink(path) == 0)
    try #require(symlink(String(repeating: "x", count: 300), link) == 0)
    let progress = try desk.run()
    #expect(
      progress.missing == [UnseenFolder(path: link, reason: .unreadable("File name too long"))])
    #expect(progress.gone == 1)
    #expect(try desk.titles() == ["B"])
    try #require(unlink(link) == 0 && symlink("nowhere", link) == 0)
    #expect(try desk.run().gone == 1)
  }
}
