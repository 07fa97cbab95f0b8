import Foundation
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("Indices of earlier versions")
struct EarlierIndicesTests {
  private let files: IndexedFolder

  init() throws {
    files = try IndexedFolder()
    try files.write("a.md", "# A\n\nText.\n")
  }

  private var state: String { files.folder.path + "/state/broadsheet" }

  private func names() throws -> Set<String> {
    let all = try FileManager.default.contentsOfDirectory(atPath: state)
    return Set(all.filter { $0.hasPrefix("index.") })
  }

  /// Makes a database beside the index, and files like those that a killed program leaves.
  private func make(_ name: String, applicationID: Int32) throws {
    let queue = try DatabaseQueue(path: state + "/" + name)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA application_id = \(applicationID); CREATE TABLE any (thing TEXT)")
    }
    try queue.close()
    for suffix in ["-wal", "-shm", ".lock"] {
      try files.folder.write("state/broadsheet/" + name + suffix, "left")
    }
  }

  @Test("go once the new one is complete, with all that lies beside them; later ones stay")
  func going() throws {
    let before = try names()
    let id = Schema.index.applicationID
    try make("index.1.sqlite", applicationID: id)
    try make("index.2.sqlite", applicationID: id)
    try make("index.9999.sqlite", applicationID: id)
    let others = ["index.01.sqlite", "index.1.sqlite.copy", "index.sqlite", "index.", "index.1"]
    for name in others { try files.folder.write("state/broadsheet/" + name, "another") }
    try files.run()
    let added: Set = [
      "index.9999.sqlite", "index.9999.sqlite-wal", "index.9999.sqlite-shm",
      "index.9999.sqlite.lock",
    ]
    #expect(try names() == before.union(added).union(others).union([BriefIndex.fileName + ".lock"]))
    #expect(try files.titles() == ["A"])
  }

  @Test("stay while the new one is not complete") func stopping() throws {
    try make("index.1.sqlite", applicationID: Schema.index.applicationID)
    var indexer = Indexer(index: files.index, library: files.library, today: files.today)
    _ = try indexer.run(folders: [files.briefs]) { _ in false }
    #expect(try names().contains("index.1.sqlite"))
  }

  @Test("are no library, whatever its name") func library() throws {
    try make("index.1.sqlite", applicationID: Schema.library.applicationID)
    try files.run()
    #expect(try names().isSuperset(of: ["index.1.sqlite", "index.1.sqlite-wal"]))
  }

  @Test("of which only the log is left go, too") func remains() throws {
    try files.folder.write("state/broadsheet/index.1.sqlite-wal", "left")
    try files.run()
    #expect(try !names().contains("index.1.sqlite-wal"))
  }

  /// Opens a database and reads from it, which SQLite keeps locked then.
  private func opened(_ path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL; INSERT INTO any VALUES ('read')")
    }
    return queue
  }

  @Test("stay as long as another program has them open") func open() async throws {
    try make("index.1.sqlite", applicationID: Schema.index.applicationID)
    for suffix in ["-wal", "-shm"] { unlink(state + "/index.1.sqlite" + suffix) }
    let path = state + "/index.1.sqlite"
    let queue = try opened(path)
    // The locks of this process are none to itself.
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      let index = path.replacing("index.1.sqlite", with: "index.2.sqlite")
      EarlierIndices(besideIndex: index)?.remove()
      exit(access(path, F_OK) == 0 ? 7 : 8)
    }
    try queue.close()
    try files.run()
    #expect(try !names().contains("index.1.sqlite"))
  }
}
