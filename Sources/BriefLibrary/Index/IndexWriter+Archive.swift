import BriefModel
import Foundation
import GRDB

/// Briefs whose files are gone.
extension IndexWriter {
  /// What is kept of the brief of a file that is gone; nil where another file holds it still.
  func lastOf(_ file: FileComparison.Gone) throws -> ArchivedBrief? {
    let sql = """
      SELECT brief.fingerprint, folder.path, text.size, text.data
      FROM file JOIN folder ON folder.id = file.folder JOIN brief ON brief.id = file.brief
      LEFT JOIN text ON text.brief = brief.id
      WHERE file.folder = ?1 AND file.name = ?2 AND NOT EXISTS (
        SELECT 1 FROM file AS other WHERE other.brief = brief.id AND NOT other.gone
          AND NOT (other.folder = ?1 AND other.name = ?2))
      """
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql), arguments: [file.folder, file.name]),
      let fingerprint = Fingerprint(bytes: Array(row[0] as Data))
    else { return nil }
    return ArchivedBrief(
      fingerprint: fingerprint, path: IndexedFile.path(file.name, in: row[1]),
      text: (row[2] as Int?).map { DeflatedText(size: $0, data: row[3]) })
  }

  /// Notes that a file is gone and its brief archived. The stamp is that of no file, so that one
  /// which comes back is read.
  func archive(_ name: String, in folder: Int64) throws {
    guard let brief = try brief(ofFile: name, in: folder) else { return }
    try run(
      """
      UPDATE file SET gone = 1, size = -1, modified = -1, inode = -1 WHERE folder = ? AND name = ?
      """, [folder, name])
    try run("UPDATE brief SET flags = flags | 8 WHERE id = ?", [brief])
    try run("DELETE FROM text WHERE brief = ?", [brief])
  }

  /// A file holds the brief again: those that are gone are forgotten.
  func revive(_ brief: Int64) throws {
    try run("DELETE FROM file WHERE brief = ? AND gone", [brief])
    try run("UPDATE brief SET flags = flags & ~8 WHERE id = ? AND flags & 8", [brief])
  }

  func put(_ text: DeflatedText, of brief: Int64) throws {
    try run(
      "INSERT OR IGNORE INTO text (brief, size, data) VALUES (?, ?, ?)",
      [brief, text.size, text.data])
  }

  /// Takes archived briefs out but for those of some folders.
  func removeArchived(but folders: [String]) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT folder.id, folder.path, file.name FROM file JOIN folder ON folder.id = file.folder
        WHERE file.gone
        """)
    for row in rows where !folders.contains(where: { AbsolutePath.isIn(row[1], $0) }) {
      try remove(row[2], in: row[0])
    }
  }
}

extension AbsolutePath {
  /// Whether a path is that of a folder or lies below it, byte by byte.
  static func isIn(_ path: String, _ folder: String) -> Bool {
    (path + "/").utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
  }
}
