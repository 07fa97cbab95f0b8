import BriefModel
import Foundation
import GRDB

/// Briefs whose files are gone.
extension IndexWriter {
  /// What is kept of the brief of a file that is gone; nil where another file holds it still that
  /// is none of those `before`, or where it is not of the library.
  func lastOf(
    _ file: FileComparison.Gone, after before: Set<FileComparison.Gone>, in roots: LibraryRoots
  ) throws -> ArchivedBrief? {
    let sql = """
      SELECT brief.fingerprint, folder.path, text.size, text.data, place.root, brief.id
      FROM file JOIN folder ON folder.id = file.folder JOIN brief ON brief.id = file.brief
      LEFT JOIN text ON text.brief = brief.id LEFT JOIN place ON place.path = folder.path
      WHERE file.folder = ? AND file.name = ? AND NOT file.gone
      """
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql), arguments: [file.folder, file.name]),
      let fingerprint = try row.fingerprint(at: 0)
    else { return nil }
    let path = IndexedFile.path(file.name, in: try row.decode(atIndex: 1))
    let root: String? = try row.decode(atIndex: 4)
    let brief: Int64 = try row.decode(atIndex: 5)
    guard roots.holds(path, root: root), try isLast(file, of: brief, after: before) else {
      return nil
    }
    let size: Int? = try row.decode(atIndex: 2)
    return ArchivedBrief(
      fingerprint: fingerprint, path: path, root: root,
      text: try size.map { DeflatedText(size: $0, data: try row.decode(atIndex: 3)) })
  }

  private func isLast(
    _ file: FileComparison.Gone, of brief: Int64, after before: Set<FileComparison.Gone>
  ) throws -> Bool {
    let sql = """
      SELECT file.name, folder.id, folder.path FROM file JOIN folder ON folder.id = file.folder
      WHERE file.brief = ? AND NOT file.gone
      """
    let holders = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brief])
    return try holders.allSatisfy { row in
      let holder = FileComparison.Gone(
        try row.decode(atIndex: 0), in: try row.decode(atIndex: 1), try row.decode(atIndex: 2))
      return holder == file || before.contains(holder)
    }
  }

  /// Notes that a file is gone and its brief archived; one that comes back under the name is read.
  func archive(_ name: String, in folder: Int64) throws {
    guard let brief = try brief(ofFile: name, in: folder) else { return }
    try run("DELETE FROM file WHERE folder = ? AND name = ? AND NOT gone", [folder, name])
    try putGone(name, in: folder, of: brief)
    try run("DELETE FROM text WHERE brief = ?", [brief])
  }

  /// Puts an archived brief under the name of the file that it had, and its words.
  func putArchived(
    _ content: IndexedBrief, _ name: String, in folder: Int64, record: ReadingRecord
  ) throws {
    let brief = try put(content, in: folder, record: record)
    try put(BriefWords(brief: brief, content))
    try putGone(name, in: folder, of: brief)
  }

  private func putGone(_ name: String, in folder: Int64, of brief: Int64) throws {
    try run(
      """
      INSERT OR REPLACE INTO file (folder, name, size, modified, inode, brief, gone)
      VALUES (?1, ?2, -1, -1, -1, ?3, ?3)
      """, [folder, name, brief])
    try run("UPDATE brief SET flags = flags | 8 WHERE id = ?", [brief])
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

  /// Puts the texts of archived briefs that `text` has; returns for which that was done.
  func putTexts(_ text: (Fingerprint) throws -> DeflatedText?) throws -> [Fingerprint] {
    try archived().compactMap { brief, fingerprint in
      guard let found = try text(fingerprint) else { return nil }
      try put(found, of: brief)
      return fingerprint
    }
  }

  /// Takes archived briefs out but for some.
  func removeArchived(but kept: Set<Fingerprint>) throws {
    for (brief, fingerprint) in try archived() where !kept.contains(fingerprint) {
      try run("DELETE FROM file WHERE brief = ? AND gone", [brief])
      try removeIfLost(brief)
    }
  }

  private func archived() throws -> [(brief: Int64, fingerprint: Fingerprint)] {
    let sql = """
      SELECT brief.id, brief.fingerprint FROM file JOIN brief ON brief.id = file.gone
      WHERE file.gone
      """
    return try Row.fetchAll(db, sql: sql).compactMap { row in
      try row.fingerprint(at: 1).map { (try row.decode(atIndex: 0), $0) }
    }
  }

  /// Which of some briefs a file holds, with the text that is to be kept when that goes.
  func held(of briefs: [ArchivedBrief]) throws -> [ArchivedBrief] {
    let sql = """
      SELECT EXISTS (
        SELECT 1 FROM brief JOIN text ON text.brief = brief.id JOIN file ON file.brief = brief.id
        WHERE brief.fingerprint = ? AND NOT file.gone)
      """
    let statement = try db.cachedStatement(sql: sql)
    return try briefs.filter { brief in
      try Bool.fetchOne(statement, arguments: [brief.fingerprint.data]) == true
    }
  }
}

extension AbsolutePath {
  /// Whether a path is that of a folder or lies below it, byte by byte.
  static func isIn(_ path: String, _ folder: String) -> Bool {
    (path + "/").utf8.starts(with: (folder == "/" ? folder : folder + "/").utf8)
  }
}
