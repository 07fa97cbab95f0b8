import BriefModel
import Foundation
import GRDB

/// How much of a state was new to a library.
package struct StateChanges: Sendable, Equatable {
  /// Marks of sections that were taken over.
  package var marks = 0
  /// Briefs whose star or place was.
  package var briefs = 0
}

extension Library {
  /// All that is kept of reading, as it is at one moment.
  package func state() throws(LibraryError) -> LibraryState {
    try access { db in
      try Self.inTransaction(db, .deferred) {
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT id, fingerprint, starred, place_section, place_offset, changed_at FROM brief
            WHERE starred OR place_offset IS NOT NULL
              OR EXISTS (SELECT 1 FROM section_mark WHERE section_mark.brief = brief.id)
            ORDER BY fingerprint
            """)
        var state = LibraryState()
        while let row = try rows.next() {
          guard let brief = try Self.brief(row, db) else { continue }
          state.briefs.append(brief)
        }
        return state
      }
    }
  }

  private static func brief(_ row: Row, _ db: Database) throws -> LibraryState.Brief? {
    guard let fingerprint = Fingerprint(bytes: Array(row[1] as Data)) else { return nil }
    var brief = LibraryState.Brief(fingerprint: fingerprint)
    brief.isStarred = row[2]
    if let offset: Int = row[4] { brief.place = Place(section: row[3], offset: offset) }
    brief.time = row[5]
    let id: Int64 = row[0]
    brief.paths = try String.fetchAll(
      db.cachedStatement(sql: "SELECT path FROM path WHERE brief = ? ORDER BY path"),
      arguments: [id])
    let marks = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT section, fingerprint, changed_at FROM section_mark WHERE brief = ? ORDER BY section
          """), arguments: [id])
    while let mark = try marks.next() {
      guard let read = Fingerprint(bytes: Array(mark[1] as Data)) else { continue }
      brief.marks.append(LibraryState.Mark(section: mark[0], fingerprint: read, time: mark[2]))
    }
    return brief
  }

  /// Takes over what is newer in a state, all or nothing; the rest stays as it is.
  ///
  /// A path that leads to another brief here goes on doing so.
  package func take(_ state: LibraryState) throws(LibraryError) -> StateChanges {
    try access { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return try Self.inTransaction(db, .immediate) {
        var changes = StateChanges()
        for brief in state.briefs { try Shelf(db: db).take(brief, &changes) }
        return changes
      }
    }
  }
}

extension Shelf {
  fileprivate func take(_ brief: LibraryState.Brief, _ changes: inout StateChanges) throws {
    let known = try self.brief(holding: brief.fingerprint)
    let id = try known ?? make(brief)
    for path in brief.paths {
      try write("INSERT OR IGNORE INTO path (path, brief) VALUES (?, ?)", [path, id])
    }
    if try takeStarAndPlace(of: brief, id) { changes.briefs += 1 }
    for mark in brief.marks {
      try write(
        """
        INSERT INTO section_mark (brief, section, fingerprint, changed_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint, changed_at = excluded.changed_at
        WHERE excluded.changed_at > section_mark.changed_at
        """, [id, mark.section, mark.fingerprint.data, mark.time])
      changes.marks += db.changesCount
    }
  }

  private func make(_ brief: LibraryState.Brief) throws -> Int64 {
    try write(
      "INSERT INTO brief (fingerprint, changed_at) VALUES (?, ?)",
      [brief.fingerprint.data, brief.time])
    return db.lastInsertedRowID
  }

  /// Star and place have one time. Where neither is kept here, the time is that of opening the brief,
  /// and whatever comes is newer.
  private func takeStarAndPlace(of brief: LibraryState.Brief, _ id: Int64) throws -> Bool {
    let sql = "SELECT starred, place_section, place_offset, changed_at FROM brief WHERE id = ?"
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else {
      return false
    }
    let isStarred: Bool = row[0]
    let place = (row[2] as Int?).map { Place(section: row[1], offset: $0) }
    let isNewer = brief.time > row[3] || (!isStarred && place == nil)
    let newPlace = brief.place ?? place
    guard isNewer, (isStarred, place) != (brief.isStarred, newPlace) else { return false }
    try write(
      """
      UPDATE brief SET starred = ?, place_section = ?, place_offset = ?,
        changed_at = max(changed_at, ?) WHERE id = ?
      """, [brief.isStarred, newPlace?.section, newPlace?.offset, brief.time, id])
    return true
  }
}
