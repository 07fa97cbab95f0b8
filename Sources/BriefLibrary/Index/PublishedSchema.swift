import GRDB

/// The tables of a published index, which another may have made than who reads it: what is not as the
/// program makes it may be reckoned when it is read, be it for ever, or until no memory is left.
struct PublishedSchema {
  let db: Database

  /// Whether there is all that the program makes, as it does, and nothing besides.
  ///
  /// SQLite goes by the statements: what the file says beside them of kinds and names may be anything.
  func isSound() throws -> Bool {
    let made = try Self.made.get()
    let found = try Self.statements(db)
    return found == made || found == made.map(Self.renamed).sorted()
  }

  /// The statements by which an index is made.
  private static let made = Result {
    try DatabaseQueue().writeWithoutTransaction { db in
      IndexFunctions.add(to: db)
      try db.transaction(.immediate) {
        for step in Schema.index.steps { try db.execute(sql: step) }
      }
      return try statements(db)
    }
  }

  /// A statement as it is where the words were made anew: SQLite quotes the names of what took the
  /// place of another.
  private static func renamed(_ statement: String) -> String {
    if statement.hasPrefix("CREATE TABLE 'words_") {
      return statement.replacing("'", with: "\"")
    }
    let virtual = "CREATE VIRTUAL TABLE "
    return statement.replacing(virtual + "words ", with: virtual + "\"words\" ")
  }

  /// Those of a file, in order; an index that comes with its table has none, and a name.
  private static func statements(_ db: Database) throws -> [String] {
    let sql = "SELECT CAST(coalesce(sql, name, '') AS TEXT) FROM sqlite_schema"
    return try String.fetchAll(db, sql: sql).sorted()
  }
}
