import BriefModel
import GRDB

/// The rows of briefs and marks in an open transaction.
struct Shelf {
  let db: Database
  /// Of the paths where briefs lie, too, that are rewritten, those at which a file is.
  var present: Set<String> = []

  /// The brief that has this content, at these paths; nil where anything would have to be written.
  func known(_ key: BriefKey) throws -> Int64? {
    guard let brief = try brief(holding: key.fingerprint),
      try key.otherPaths.allSatisfy({ try self.brief(at: $0) != nil })
    else { return nil }
    return try key.path.map { try self.brief(at: $0) == brief } ?? true ? brief : nil
  }

  /// What is known of the reading of a brief.
  func record(of id: Int64) throws -> ReadingRecord {
    var record = try marks(of: id)
    record.readTexts = try readTexts(of: id)
    return record
  }

  /// The same without the texts in which it was read.
  func marks(of id: Int64) throws -> ReadingRecord {
    var record = ReadingRecord(id: id)
    let sql = "SELECT starred, place_section, place_offset FROM brief WHERE id = ?"
    if let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) {
      record.isStarred = try row.decode(atIndex: 0)
      record.place = try row.place(section: 1, offset: 2)
    }
    let marks = "SELECT section, fingerprint FROM section_mark WHERE brief = ?"
    let rows = try Row.fetchCursor(db.cachedStatement(sql: marks), arguments: [id])
    while let row = try rows.next() {
      record.readSections[try row.decode(atIndex: 0)] = try row.fingerprint(at: 1)
    }
    return record
  }

  /// Makes one change; the brief that it names must be there.
  ///
  /// What takes the place of something is newer than that, whatever the clock says: it may have been
  /// years ahead when that was made. Only behind the last time that exports take there is none: what
  /// is changed then is of that time as well, and of two of one time a mark stands, and what was
  /// there.
  func apply(_ change: LibraryChange, path: String) throws {
    switch change {
    case .section(let record, let id, let fingerprint?):
      try mark(id, of: record, asRead: fingerprint)
      if db.changesCount == 0 { throw LibraryError.unknownBrief(path: path, record: record) }
    case .section(let record, let id, nil):
      try unmark(id, of: record)
    case .star(let record, let isStarred):
      try write(
        "UPDATE brief SET starred = ?, starred_at = min(max(?, starred_at + 1), ?) WHERE id = ?",
        [isStarred, Clock.now, LibraryState.lastTime, record])
      if db.changesCount == 0 { throw LibraryError.unknownBrief(path: path, record: record) }
    case .place(let record, let place):
      try write(
        """
        UPDATE brief SET place_section = ?, place_offset = ?,
          placed_at = min(max(?, placed_at + 1), ?)
        WHERE id = ?
        """,
        [place.section, max(0, place.offset), Clock.now, LibraryState.lastTime, record])
      if db.changesCount == 0 { throw LibraryError.unknownBrief(path: path, record: record) }
    }
  }

  private func mark(_ section: String, of brief: Int64, asRead read: Fingerprint) throws {
    try write(
      """
      INSERT INTO section_mark (brief, section, fingerprint, changed_at)
      SELECT brief.id, ?1, ?2, min(max(?3, coalesce(section_unmark.changed_at, 0) + 1), ?5)
      FROM brief
      LEFT JOIN section_unmark ON section_unmark.brief = brief.id AND section_unmark.section = ?1
      WHERE brief.id = ?4
      ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint,
        changed_at = min(max(excluded.changed_at, section_mark.changed_at + 1), ?5)
      """, [section, read.data, Clock.now, brief, LibraryState.lastTime])
  }

  /// Takes a mark away, and leaves a trace that tells when.
  private func unmark(_ section: String, of brief: Int64) throws {
    try write(
      """
      INSERT OR REPLACE INTO section_unmark (brief, section, changed_at)
      SELECT brief, section, min(max(?, changed_at + 1), ?) FROM section_mark
      WHERE brief = ? AND section = ?
      """, [Clock.now, LibraryState.lastTime, brief, section])
    try write("DELETE FROM section_mark WHERE brief = ? AND section = ?", [brief, section])
  }

  func brief(holding fingerprint: Fingerprint) throws -> Int64? {
    let sql = "SELECT id FROM brief WHERE fingerprint = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [fingerprint.data])
  }

  func brief(at path: String) throws -> Int64? {
    let sql = "SELECT brief FROM path WHERE path = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [path])
  }

  func write(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
