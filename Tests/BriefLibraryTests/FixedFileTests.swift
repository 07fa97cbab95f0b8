import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

/// As on a disk that is read-only: whoever runs the tests may write to every folder, so that a link
/// that leads nowhere takes the place of the log's index.
@Suite("A library whose log cannot be given an index")
struct FixedFileTests {
  private let folder: TemporaryFolder
  private let path: String

  /// What a program leaves that is killed: a mark in the log that the file does not have.
  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/copied.sqlite"
    let library = try Library.open(at: folder.library)
    try library.keep([.star(record: try Self.record(of: library), true)])
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: folder.library + ending, toPath: path + ending)
    }
    symlink(path + "-shm", path + "-shm")
    try library.close()
  }

  private static func record(of library: Library) throws -> Int64 {
    try #require(try library.record(path: "-", fingerprint: content(1)).id)
  }

  private func fixed() throws -> Library {
    try .openUnwritable(at: path, because: .unwritable(path: path, why: "Read-only file system"))
  }

  @Test("tells the marks in it, and its copy has them") func marks() throws {
    let log = try folder.bytes("copied.sqlite-wal")
    let library = try fixed()
    #expect(try library.state().briefs.map(\.isStarred) == [true])
    try library.backUp(to: folder.path + "/backup")
    let backup = try Library.open(at: folder.path + "/backup")
    #expect(try backup.state().briefs.map(\.isStarred) == [true])
    #expect(throws: LibraryError.self) { try library.addFolder("/briefs") }
    try library.close()
    #expect(try folder.bytes("copied.sqlite-wal") == log)
  }

  @Test("is refused where that cannot be read, instead of told without it") func unreadable() throws
  {
    try FileManager.default.moveItem(atPath: path + "-wal", toPath: path + ".log")
    symlink(path + ".log", path + "-wal")
    #expect(throws: LibraryError.self) { try fixed() }
  }

  @Test("keeps its locks once it can be written") func reopened() async throws {
    let library = try fixed()
    #expect(try library.state().briefs.count == 1)
    unlink(path + "-shm")
    #expect(library.reopen())
    // Who closes a file that nobody else has locked removes its log.
    await #expect(processExitsWith: .success) { [path = path as String] in
      try Library.open(at: path).close()
    }
    try library.keep([.star(record: try Self.record(of: library), false)])
    #expect(try library.state().briefs.map(\.isStarred) == [false])
  }
}
