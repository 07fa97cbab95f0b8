import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("A published index that another may have made")
struct PublishedTrustTests {
  @Test(
    "is damaged where a table is reckoned when it is read",
    arguments: [
      "ALTER TABLE counts RENAME TO counts0; CREATE VIEW counts AS SELECT * FROM counts0",
      "CREATE VIRTUAL TABLE more USING fts5 (x)",
    ])
  func reckoned(sql: String) throws {
    let shelf = try IndexedFolder()
    try shelf.write("one.md", "# One\n\nA port.\n")
    try shelf.run()
    let path = shelf.folder.path + "/published.sqlite"
    try shelf.index.publish(to: path, from: shelf.library)
    _ = try BriefIndex.openPublished(at: path)
    try DatabaseQueue(path: path).write { db in
      for statement in sql.split(separator: ";") { try db.execute(sql: String(statement)) }
    }
    #expect(throws: LibraryError.damaged(path: path)) { try BriefIndex.openPublished(at: path) }
  }
}
