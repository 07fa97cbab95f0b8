import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("A published index that another may have made")
struct PublishedTrustTests {
  private let shelf: IndexedFolder
  private let path: String

  init() throws {
    shelf = try IndexedFolder()
    path = shelf.folder.path + "/published.sqlite"
  }

  private func publish() throws {
    try shelf.write("one.md", "# One\n\nA port.\n")
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
    _ = try BriefIndex.openPublished(at: path)
  }

  /// Changes the published file as another may.
  private func change(_ sql: String) throws {
    try DatabaseQueue(path: path).writeWithoutTransaction { db in
      for statement in sql.split(separator: ";") { try db.execute(sql: String(statement)) }
    }
  }

  @Test(
    "is damaged where its tables are not as the program makes them",
    arguments: [
      "ALTER TABLE counts RENAME TO counts0; CREATE VIEW counts AS SELECT * FROM counts0",
      "CREATE VIRTUAL TABLE more USING fts5 (x)",
      "ALTER TABLE brief ADD COLUMN more TEXT AS (printf('%.*c', 400000000, 'a'))",
      "ALTER TABLE naming ADD COLUMN more TEXT DEFAULT 'as long as one likes, in each row'",
      "DROP INDEX brief_by_day",
      """
      CREATE VIEW more AS SELECT 1; PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET type = 'table' WHERE name = 'more'
      """,
    ])
  func reckoned(sql: String) throws {
    try publish()
    try change(sql)
    #expect(throws: LibraryError.damaged(path: path)) { try BriefIndex.openPublished(at: path) }
  }

  @Test("is read where its words were made anew") func renewed() throws {
    try shelf.index.write { db in
      try WordsRenewal(db: db).begin()
      try WordsRenewal(db: db).end()
    }
    try publish()
    #expect(try BriefIndex.openPublished(at: path).counts().briefs == 1)
  }

  @Test("gives no value that is larger than any text") func large() throws {
    try publish()
    try change("UPDATE brief SET title = printf('%.*c', 40000000, 'a')")
    let index = try BriefIndex.openPublished(at: path)
    #expect(throws: LibraryError.self) {
      try index.read { db in try String.fetchAll(db, sql: "SELECT title FROM brief") }
    }
  }
}
