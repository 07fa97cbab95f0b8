import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("An index beside a library in whose place a copy was put")
struct PutBackTests {
  private let shelf: IndexedFolder
  private let copy: String

  init() throws {
    shelf = try IndexedFolder()
    copy = shelf.folder.path + "/copy.sqlite"
  }

  private func write(_ name: String, _ sections: [String]) throws -> String {
    let parts = sections.map { "## \($0)\n\nOn \($0) of \(name).\n" }
    return try shelf.write(name, "# \(name)\n\n" + parts.joined(separator: "\n"))
  }

  /// Puts the copy in the library's place, as the documentation tells.
  private func putBack() throws -> Library {
    try shelf.library.close()
    for ending in ["", "-wal", "-shm"] { unlink(shelf.library.path + ending) }
    try FileManager.default.copyItem(atPath: copy, toPath: shelf.library.path)
    return try Library.open(at: shelf.library.path)
  }

  /// How many briefs a query finds.
  private func count(_ query: String) throws -> Int {
    try shelf.index.listing(Query(query, today: shelf.today), order: .title).ids.count
  }

  private func star(_ path: String, in library: Library) throws {
    let brief = try BriefLoader.load(path: path, today: shelf.today)
    let record = try library.record(path: path, fingerprint: brief.fingerprint)
    try library.keep([.star(record: #require(record.id), true)])
  }

  @Test("takes all marks anew, also where as many were made since as were given up")
  func overtaken() throws {
    let paths = try (1...9).map { try write("\($0).md", ["a"]) }
    try shelf.run()
    for path in paths[..<2] { try shelf.markAll(path) }
    try shelf.library.backUp(to: copy)
    for path in paths[2..<5] { try shelf.markAll(path) }
    #expect(try count("is:unread") == 4)
    let library = try putBack()
    for path in paths[5...] { for _ in 0..<9 { try star(path, in: library) } }
    let unread = try UnreadBriefs.count(library: library.path)
    try shelf.index.takeMarks(from: library)
    #expect(try count("is:unread") == 7 && unread == 7)
    #expect(try count("is:starred") == 6)
  }

  @Test("does not take a library for a copy in which a brief without marks was rewritten")
  func rewrittenWithoutMarks() throws {
    let paths = try (1...4).map { try write("\($0).md", ["a"]) }
    try shelf.run()
    for path in paths { try shelf.markAll(path) }
    let record = try #require(shelf.row("4.md").record.id)
    try shelf.library.keep([
      .star(record: record, false), .section(record: record, id: "a", read: nil),
    ])
    try shelf.index.takeMarks(from: shelf.library)
    _ = try write("4.md", ["a", "b"])
    try shelf.run()
    for count in 1...3 {
      let known = try shelf.index.read { try SeenMarks(ofIndex: $0) }
      let transfer = try shelf.library.access {
        try MarkTransfer($0, after: known, withTexts: false)
      }
      #expect(!transfer.isWhole, "after \(count)")
      _ = try write("4.md", ["a", "b"] + (0..<count).map { "c\($0)" })
      try shelf.run()
    }
    #expect(try count("is:unread") == 1)
  }

  @Test("tells it of files that were rewritten since the copy") func rewritten() throws {
    let path = try write("brief.md", ["a", "b"])
    try shelf.run()
    try shelf.markAll(path)
    try shelf.library.backUp(to: copy)
    _ = try write("brief.md", ["a", "b", "c"])
    try shelf.run()
    let library = try putBack()
    // As a restoration does, so that an index knows it for another.
    try library.access { try $0.execute(sql: "UPDATE identity SET value = randomblob(16)") }
    try shelf.index.takeMarks(from: library)
    #expect(
      try shelf.index.read { try Int.fetchAll($0, sql: "SELECT unread FROM brief") } == [1])
    #expect(try count("is:starred") == 1)
  }
}
