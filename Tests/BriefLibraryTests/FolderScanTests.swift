import Foundation
import Testing

@testable import BriefLibrary

@Suite("Looking through folders")
struct FolderScanTests {
  private let folder: TemporaryFolder
  private var root: String { folder.path + "/briefs" }

  init() throws { folder = try TemporaryFolder() }

  /// The names of the files that are found, and what cannot be looked into.
  private func scan(limit: Int = FolderLimit.folders) -> (
    names: Set<String>, unseen: [UnseenFolder]
  ) {
    var scan = FolderScan(limit: limit)
    var names: Set<String> = []
    scan.visit(root) { found in
      for name in found.files.keys { names.insert(String(decoding: name, as: UTF8.self)) }
      return true
    }
    return (names, scan.unseen)
  }

  @Test("finds what lies deep by one way and shallow by another, in whatever order they come")
  func shortWay() throws {
    let deep = Array(repeating: "d", count: 60).joined(separator: "/")
    let deeper = Array(repeating: "e", count: 10).joined(separator: "/")
    // The order of names in a folder is that of the disk.
    for number in 0..<8 {
      try folder.write("briefs/c\(number)/\(deep)/x/\(deeper)/\(number).md")
      symlink("\(root)/c\(number)/\(deep)/x", "\(root)/l\(number)")
    }
    let (names, unseen) = scan()
    #expect(names == Set((0..<8).map { "\($0).md" }))
    #expect(unseen == [])
  }

  @Test("tells what lies too deep") func depth() throws {
    try folder.write("briefs/" + String(repeating: "d/", count: 70) + "a.md")
    let (names, unseen) = scan()
    #expect(names == [] && unseen.map(\.reason) == [.tooDeep])
  }

  @Test("follows no link to what is above, but those to what is beside or within")
  func above() throws {
    try folder.write("briefs/sub/a.md")
    try folder.write("beside/b.md")
    try folder.write("c.md")
    symlink("..", root + "/sub/within")
    symlink("../..", root + "/sub/out")
    symlink("/", root + "/machine")
    symlink(folder.path + "/beside", root + "/beside")
    let (names, unseen) = scan()
    #expect(names == ["a.md", "b.md"])
    #expect(
      Set(unseen.map(\.path)) == [root + "/sub/out", root + "/machine"]
        && unseen.allSatisfy { $0.reason == .above && !$0.mayHoldBriefs })
  }

  @Test("looks into no file system of the system's own") func system() throws {
    try folder.write("briefs/a.md")
    symlink("/proc/self", root + "/process")
    let (names, unseen) = scan()
    #expect(names == ["a.md"])
    #expect(unseen.map(\.reason) == [.system("proc")])
  }

  @Test("ends where there are too many folders, which is told of the whole") func count() throws {
    for number in 0..<5 { try folder.write("briefs/\(number)/\(number).md") }
    let (names, unseen) = scan(limit: 4)
    #expect(names.count == 3)
    #expect(unseen == [UnseenFolder(path: root, reason: .tooMany)])
    #expect(scan(limit: 6).unseen == [])
  }

  @Test("keeps what the index has of folders beyond the most, and drops what is there no more")
  func kept() throws {
    let desk = try IndexedFolder()
    try desk.write("a.md", "# A\n\nText.\n")
    try desk.folder.write("c.md", "# C\n\nText.\n")
    symlink("..", desk.briefs + "/out")
    let progress = try desk.run()
    #expect(progress.missing == [UnseenFolder(path: desk.briefs + "/out", reason: .above)])
    #expect(try desk.titles() == ["A"])
    unlink(desk.briefs + "/a.md")
    #expect(try desk.run().gone == 1)
  }
}
