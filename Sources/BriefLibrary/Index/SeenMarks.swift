import BriefModel
import Foundation
import GRDB

/// Up to where somebody has seen the marks of a library, be it an index or a reader.
package struct SeenMarks: Sendable {
  /// A content of which something was kept, and the number of its last change.
  struct Kept: Sendable {
    let content: Data
    let number: Int64
  }

  /// Which library it is: its `identity`.
  let library: Data
  /// The last number of its `touched` that was seen.
  let touched: Int64
  /// The row of the brief whose reading changed with that number; nil where that is not known.
  let row: Int64?
  /// The last that was changed and has marks or a star; nil where that is not known.
  let kept: Kept?

  init(library: Data, touched: Int64, row: Int64?, kept: Kept?) {
    self.library = library
    self.touched = touched
    self.row = row
    self.kept = kept
  }

  /// So many of the last changes are looked through for one that left something kept.
  private static let lookedThrough = 64

  /// All marks that an open library has now.
  init(ofLibrary db: Database) throws {
    let sql = "SELECT number, brief FROM touched ORDER BY number DESC LIMIT 1"
    let last = try Row.fetchOne(db.cachedStatement(sql: sql))
    let keptLast = """
      SELECT brief.fingerprint, last.number FROM (
        SELECT number, brief FROM touched ORDER BY number DESC LIMIT \(Self.lookedThrough)
      ) AS last JOIN brief ON brief.id = last.brief
      WHERE brief.starred OR EXISTS (SELECT 1 FROM section_mark WHERE section_mark.brief = brief.id)
      ORDER BY last.number DESC LIMIT 1
      """
    let kept = try Row.fetchOne(db.cachedStatement(sql: keptLast))
    self.init(
      library: try Data.fetchOne(db, sql: "SELECT value FROM identity") ?? Data(),
      touched: try last?.decode(atIndex: 0) ?? 0, row: try last?.decode(atIndex: 1),
      kept: try kept.map {
        Kept(content: try $0.decode(atIndex: 0), number: try $0.decode(atIndex: 1))
      })
  }

  /// Those up to one reading of a transfer.
  init(library: Data, number: Int64, row: Int64, _ reading: MarkTransfer.Reading?) {
    let isKept = reading.map { $0.record.isStarred || !$0.record.readSections.isEmpty } ?? false
    self.init(
      library: library, touched: number, row: row,
      kept: isKept ? reading.map { Kept(content: $0.fingerprint.data, number: number) } : nil)
  }

  /// Those that an open index has taken over; nil where it knows no library.
  init?(ofIndex db: Database) throws {
    let meta = IndexMeta(db: db)
    guard let library = try meta.data(.library) else { return nil }
    let (row, number) = (try meta.number(.touchedRow), try meta.number(.keptNumber))
    let content = try meta.data(.keptContent)
    self.init(
      library: library, touched: try meta.number(.touched), row: row > 0 ? row : nil,
      kept: content.flatMap { $0.isEmpty ? nil : Kept(content: $0, number: number) })
  }

  /// Notes them in an open index.
  func keep(in db: Database) throws {
    let meta = IndexMeta(db: db)
    try meta.set(.library, library)
    try meta.set(.touched, touched)
    try meta.set(.touchedRow, row ?? 0)
    try meta.set(.keptContent, kept?.content ?? Data())
    try meta.set(.keptNumber, kept?.number ?? 0)
  }

  /// Whether an open library, which has marks up to `now`, is the one that was seen, or what became
  /// of it since.
  ///
  /// One in whose place a copy of earlier days was put counts on from there, and gives the numbers
  /// once more: in it the row that had the last number has a lower one, unless it was changed again,
  /// and a content that was marked since the copy has none. A file that is rewritten keeps its row,
  /// and its old content, with a number of its own, where anything was kept of it; of a content of
  /// which nothing was there is no trace, so that none such is asked for.
  func isContinued(in db: Database, upTo now: SeenMarks) throws -> Bool {
    guard library == now.library, touched <= now.touched else { return false }
    if let row, let number = try Self.number(ofRow: row, db), number < touched { return false }
    return try kept.map { try Self.number(of: $0.content, db) ?? 0 >= $0.number } ?? true
  }

  private static func number(ofRow row: Int64, _ db: Database) throws -> Int64? {
    let sql = "SELECT number FROM touched WHERE brief = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [row])
  }

  private static func number(of content: Data, _ db: Database) throws -> Int64? {
    let sql = """
      SELECT touched.number FROM brief JOIN touched ON touched.brief = brief.id
      WHERE brief.fingerprint = ?
      """
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [content])
  }
}
