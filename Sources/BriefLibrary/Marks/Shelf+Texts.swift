import BriefModel
import Foundation
import GRDB

/// The texts of briefs as they were read.
extension Shelf {
  /// As many texts are kept of a brief: the last, and those before it in which a part may have been
  /// read that changed since.
  private static let keptTexts = 3

  /// What is known of the texts of a brief, the newest first.
  func readTexts(of brief: Int64) throws -> [ReadText] {
    let sql = "SELECT fingerprint, sections FROM revision WHERE brief = ? ORDER BY number DESC"
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [brief])
    var texts: [ReadText] = []
    while let row = try rows.next() {
      guard let fingerprint = try row.fingerprint(at: 0) else { continue }
      let parts: String = try row.decode(atIndex: 1)
      texts.append(
        ReadText(
          fingerprint: fingerprint,
          parts: Set(
            parts.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)))
      )
    }
    return texts
  }

  /// The texts of a brief, the newest first.
  func texts(of brief: Int64) throws -> [DeflatedText] {
    let sql = "SELECT size, text FROM revision WHERE brief = ? ORDER BY number DESC"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brief]).map { row in
      try row.deflatedText()
    }
  }

  /// Keeps a text as the newest that was read of a brief; of the others those that came last.
  func keep(_ text: DeflatedText, of brief: Int64, _ known: ReadText) throws {
    try write(
      """
      INSERT INTO revision (brief, fingerprint, kept_at, number, sections, size, text)
      SELECT id, ?, ?, (SELECT coalesce(max(number), 0) + 1 FROM revision WHERE brief = ?), ?, ?, ?
      FROM brief WHERE id = ?
      ON CONFLICT DO UPDATE SET kept_at = excluded.kept_at, number = excluded.number
      """,
      [
        known.fingerprint.data, Clock.now, brief, known.parts.sorted().joined(separator: "\n"),
        text.size, text.data, brief,
      ])
    try write(
      """
      DELETE FROM revision WHERE brief = ? AND number NOT IN (
        SELECT number FROM revision WHERE brief = ? ORDER BY number DESC LIMIT ?)
      """, [brief, brief, Self.keptTexts])
  }

  /// Copies the texts of one brief to another that has not got them.
  func copyTexts(from: Int64, to: Int64) throws {
    try write(
      """
      INSERT OR IGNORE INTO revision (brief, fingerprint, kept_at, number, sections, size, text)
      SELECT ?, fingerprint, kept_at,
        number + (SELECT coalesce(max(number), 0) FROM revision WHERE brief = ?), sections, size, text
      FROM revision WHERE brief = ? ORDER BY number
      """, [to, to, from])
    try write(
      """
      DELETE FROM revision WHERE brief = ? AND number NOT IN (
        SELECT number FROM revision WHERE brief = ? ORDER BY number DESC LIMIT ?)
      """, [to, to, Self.keptTexts])
  }

  /// The paths under which a brief is known.
  func paths(of brief: Int64) throws -> [String] {
    let sql = "SELECT path FROM path WHERE brief = ? ORDER BY path"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [brief])
  }
}
