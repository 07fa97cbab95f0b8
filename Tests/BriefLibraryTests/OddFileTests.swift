import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

@Suite("An index of odd files")
struct OddFileTests {
  private let desk: IndexedFolder

  init() throws { desk = try IndexedFolder() }

  @Test("has files of any time, and sees another time") func times() throws {
    let seconds = 10_413_792_000
    let path = try desk.write("a.md", "# Rail\n\nText.\n")
    try set(path, to: seconds)
    #expect(try desk.run().done == 1)
    #expect(try desk.titles() == ["Rail"])
    #expect(try desk.run().total == 0)
    try set(path, to: seconds + 1)
    #expect(try desk.run().done == 1)
  }

  @Test("has the time of a file, whatever it is", arguments: [Int.min, Int.max])
  func stamps(_ seconds: Int) {
    var status = stat()
    status.st_mtim = timespec(tv_sec: seconds, tv_nsec: 999_999_999)
    let stamp = FileStamp(status)
    status.st_mtim.tv_sec = seconds &- 1
    #expect(FileStamp(status) != stamp)
  }

  @Test("reads files of any size in batches") func sizes() {
    let files = [1, Int64.max, Int64.max].map {
      FileComparison.File(folder: "/", name: "a.md", size: $0, modified: 0)
    }
    #expect(ReadAhead.batches(of: files).map(\.count) == [2, 1])
  }

  @Test("keeps what it has of a file that cannot be read now, and reads it later")
  func unreadable() throws {
    let path = try desk.write("a.md", "# Rail\n\nText.\n")
    try desk.run()
    let file = IndexedFile(
      folder: desk.briefs, name: "a.md", stamp: try #require(FileStamp(path: path)),
      content: .failure(BriefError(path: path, .unreadable("Input/output error"))))
    _ = try desk.index.write { db in
      try IndexWriter(db: db).put(file, record: ReadingRecord())
    }
    #expect(try desk.titles() == ["Rail"])
    #expect(try desk.run().done == 1)
    #expect(try desk.titles() == ["Rail"] && desk.run().done == 0)
  }

  private func set(_ path: String, to seconds: Int) throws {
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
  }
}
