import BriefModel
import Foundation
import GRDB

/// How much of a state was new to a library.
package struct StateChanges: Sendable, Equatable, Codable {
  /// Marks of sections that were taken over.
  package var marks = 0
  /// Briefs whose star or place was.
  package var briefs = 0
}

extension Library {
  /// All that is kept of reading, as it is at one moment.
  package func state() throws(LibraryError) -> LibraryState {
    try access { db in try db.transaction(.deferred) { try Self.state(db) } }
  }

  static func state(_ db: Database) throws -> LibraryState {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, fingerprint, starred, starred_at, place_section, place_offset, placed_at
        FROM brief
        WHERE starred OR starred_at > 0 OR place_offset IS NOT NULL
          OR EXISTS (SELECT 1 FROM section_mark WHERE section_mark.brief = brief.id)
          OR EXISTS (SELECT 1 FROM section_unmark WHERE section_unmark.brief = brief.id)
        ORDER BY fingerprint
        """)
    var state = LibraryState()
    while let row = try rows.next() {
      guard let brief = try brief(row, db) else { continue }
      state.briefs.append(brief)
    }
    return state
  }

  private static func brief(_ row: Row, _ db: Database) throws -> LibraryState.Brief? {
    guard var brief = try LibraryState.Brief(row) else { return nil }
    let id: Int64 = try row.decode(atIndex: 0)
    brief.paths = try String.fetchAll(
      db.cachedStatement(sql: "SELECT path FROM path WHERE brief = ? ORDER BY path"),
      arguments: [id])
    brief.marks = try marks(of: id, db)
    brief.unmarks = try unmarks(of: id, db)
    return brief
  }

  private static func marks(of id: Int64, _ db: Database) throws -> [LibraryState.Mark] {
    let sql = """
      SELECT section, fingerprint, changed_at FROM section_mark WHERE brief = ? ORDER BY section
      """
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [id])
    var marks: [LibraryState.Mark] = []
    while let row = try rows.next() {
      if let mark = try LibraryState.Mark(row) { marks.append(mark) }
    }
    return marks
  }

  private static func unmarks(of id: Int64, _ db: Database) throws -> [LibraryState.Unmark] {
    let sql = "SELECT section, changed_at FROM section_unmark WHERE brief = ? ORDER BY section"
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
      .map { try LibraryState.Unmark($0) }
  }

  /// Takes over what is newer in a state, all or nothing; the rest stays as it is.
  ///
  /// A path that leads to another brief here goes on doing so.
  package func take(_ state: LibraryState) throws(LibraryError) -> StateChanges {
    try access { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return try inWriting(db) { try Shelf(db: db).take(state) }
    }
  }
}
