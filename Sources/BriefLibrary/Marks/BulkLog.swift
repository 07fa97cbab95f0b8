import BriefModel
import Foundation
import GRDB

/// What marks were before and after they were changed many at once, so that it can be taken back.
///
/// It lies in a temporary table of the connection, which SQLite keeps in a file that is gone with
/// it: half a million marks need no memory to speak of.
struct BulkLog {
  let db: Database
  /// Number of the changes that are taken back together.
  let step: Int64

  /// One mark as it was changed.
  struct Entry {
    var number: Int64
    var brief: Int64
    var section: String
    var before: Fingerprint?
    var after: Fingerprint?
  }

  /// Runs in no transaction, as the table is to stay.
  init(db: Database, step: Int64) throws {
    self.db = db
    self.step = step
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS bulk_mark (
          step INTEGER NOT NULL,
          number INTEGER NOT NULL,
          brief INTEGER NOT NULL,
          section TEXT NOT NULL,
          before BLOB,
          after BLOB,
          PRIMARY KEY (step, number)
        ) STRICT, WITHOUT ROWID
        """)
  }

  /// Forgets this step and those that came after it, which cannot be done again any more.
  func forget() throws {
    try run("DELETE FROM temp.bulk_mark WHERE step >= ?", [step])
  }

  /// The number of the last entry; 0 where there is none.
  func last() throws -> Int64 {
    let sql = "SELECT max(number) FROM temp.bulk_mark WHERE step = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [step]) ?? 0
  }

  func add(_ entry: Entry) throws {
    try run(
      """
      INSERT INTO temp.bulk_mark (step, number, brief, section, before, after)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [step, entry.number, entry.brief, entry.section, entry.before?.data, entry.after?.data])
  }

  /// Some entries after a number, in their order; or before it, the last first.
  func entries(from number: Int64, forward: Bool, limit: Int) throws -> [Entry] {
    let range = forward ? "number > ? ORDER BY number" : "number < ? ORDER BY number DESC"
    let sql = """
      SELECT number, brief, section, before, after FROM temp.bulk_mark
      WHERE step = ? AND \(range) LIMIT ?
      """
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [step, number, limit])
    return try rows.map { row in
      Entry(
        number: try row.decode(atIndex: 0), brief: try row.decode(atIndex: 1),
        section: try row.decode(atIndex: 2),
        before: Self.fingerprint(try row.decode(atIndex: 3)),
        after: Self.fingerprint(try row.decode(atIndex: 4)))
    }
  }

  private static func fingerprint(_ data: Data?) -> Fingerprint? {
    data.flatMap { Fingerprint(bytes: Array($0)) }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
