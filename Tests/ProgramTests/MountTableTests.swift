import BriefLibrary
import BriefModel
import Foundation
import Glibc
import Testing

@testable import broadsheet

@Suite("Folders on which other machines may write")
struct MountTableTests {
  @Test(
    "are told by the type of their file system",
    arguments: [
      ("nfs4", true), ("cifs", true), ("fuse.sshfs", true), ("9p", true), ("virtiofs", true),
      ("ext4", false), ("tmpfs", false), ("fuseblk", false), ("nfsd", false),
    ])
  func types(type: String, isRemote: Bool) {
    let table = MountTable(
      """
      27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
      41 27 0:52 / /mnt/with\\040space rw shared:1 master:2 - \(type) server:/briefs rw
      half a line
      """)
    #expect(table.remoteType(ofDevice: 52) == (isRemote ? type : nil))
    #expect(table.remoteType(ofDevice: 254 << 8) == nil && table.remoteType(ofDevice: 53) == nil)
  }

  @Test("have numbers of twenty and twelve bits") func numbers() {
    let table = MountTable("41 27 4660:74565 / /mnt rw - nfs server:/ rw")
    // 0x1234 and 0x12345.
    let device = UInt64(0x234) << 8 | UInt64(0x1000) << 32 | UInt64(0x45) | UInt64(0x12300) << 12
    #expect(table.remoteType(ofDevice: device) == "nfs")
    #expect(table.remoteType(ofDevice: device + 1) == nil)
  }

  @Test("are none of this machine's") func here() throws {
    let desk = try LibraryDesk()
    #expect(MountTable.current().remoteType(at: desk.path + "/nothing") == nil)
    #expect(MountTable.current().remoteType(at: "/proc") == nil)
  }

  /// A table in which the file system of a folder is one of a network.
  private func table(_ folder: String) throws -> MountTable {
    var status = stat()
    try #require(stat(folder, &status) == 0)
    let device = UInt64(status.st_dev)
    let (major, minor) = (device >> 8 & 0xFFF, device & 0xFF | device >> 12 & ~0xFF)
    return MountTable("41 27 \(major):\(minor) / \(folder) rw - nfs4 server:/ rw")
  }

  @Test("are looked at though nothing is told of them, with those that came") func looking() throws
  {
    let desk = try LibraryDesk()
    try desk.write("briefs/deep/a.md", "text")
    let table = try table(desk.path)
    var changes = FolderChanges(ender: -1, pause: 1, watch: FolderWatch { table })
    defer { changes.close() }
    changes.watch([desk.path + "/briefs"])
    #expect(
      changes.way == "Watching by inotify: folders 2; looking every 0 s at those on nfs4: 2")
    let both = [desk.path + "/briefs", desk.path + "/briefs/deep"]
    #expect(changes.wait(10) == .folders(Set(both)))
    try FileManager.default.removeItem(atPath: both[1])
    #expect(changes.wait(10) == .all, "one has gone")
    #expect(changes.wait(10) == .folders([both[0]]))
    #expect(FolderWay(both[0], table) == .looking(type: "nfs4"))
    #expect(FolderWay(both[1], table) == .missing("No such file or directory"))
    #expect(FolderWay(both[0], MountTable("")) == .inotify)
  }

  @Test("find what came in them without being told, without any event of the system")
  func silently() throws {
    let desk = try LibraryDesk()
    try desk.write("briefs/a.md", "text")
    let table = try table(desk.path)
    var watch = FolderWatch { table }
    watch.watch([desk.path + "/briefs"])
    try desk.write("briefs/new/b.md", "text")
    #expect(watch.lookAtRemote() && watch.remoteFolders.count == 2)
  }

  @Test("hold no files but the system's own by that type, too") func system() throws {
    let table = MountTable(
      "22 28 0:21 / /proc rw - proc proc rw\n30 28 8:1 / / rw - ext4 /dev/sda1 rw\n")
    #expect(table.systemType(ofDevice: 21) == "proc")
    #expect(table.systemType(ofDevice: 8 << 8 | 1) == nil)
    #expect(MountTable.current().systemType(at: "/proc/self") == "proc")
  }
}
