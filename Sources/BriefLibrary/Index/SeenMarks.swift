import Foundation
import GRDB

/// Up to where somebody has seen the marks of a library, be it an index or a reader.
package struct SeenMarks: Sendable {
  /// Which library it is: its `identity`.
  let library: Data
  /// The last number of its `touched` that was seen.
  let touched: Int64
  /// The content of the brief whose reading changed with that number; empty where that is not known.
  let brief: Data

  init(library: Data, touched: Int64, brief: Data) {
    self.library = library
    self.touched = touched
    self.brief = brief
  }

  /// All marks that an open library has now.
  init(ofLibrary db: Database) throws {
    let sql = """
      SELECT touched.number, brief.fingerprint FROM touched JOIN brief ON brief.id = touched.brief
      ORDER BY touched.number DESC LIMIT 1
      """
    let last = try Row.fetchOne(db.cachedStatement(sql: sql))
    self.init(
      library: try Data.fetchOne(db, sql: "SELECT value FROM identity") ?? Data(),
      touched: try last?.decode(atIndex: 0) ?? 0, brief: try last?.decode(atIndex: 1) ?? Data())
  }

  /// Those that an open index has taken over; nil where it knows no library.
  init?(ofIndex db: Database) throws {
    let meta = IndexMeta(db: db)
    guard let library = try meta.data(.library) else { return nil }
    self.init(
      library: library, touched: try meta.number(.touched),
      brief: try meta.data(.touchedBrief) ?? Data())
  }

  /// Whether an open library, which has marks up to `now`, is the one that was seen, or what became
  /// of it since.
  ///
  /// One in whose place a copy of earlier days was put counts on from there, and gives the numbers
  /// once more: in it the content has none as high, unless it was changed again. One that a rewritten
  /// file held is remembered with a number of its own.
  func isContinued(in db: Database, upTo now: SeenMarks) throws -> Bool {
    guard library == now.library, touched <= now.touched else { return false }
    guard !brief.isEmpty else { return true }
    let sql = """
      SELECT touched.number FROM brief JOIN touched ON touched.brief = brief.id
      WHERE brief.fingerprint = ?
      """
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [brief]) ?? 0 >= touched
  }
}
