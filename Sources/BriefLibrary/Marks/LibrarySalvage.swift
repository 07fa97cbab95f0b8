import BriefModel
import Foundation
import GRDB

/// What can still be read of a damaged library: each brief is asked for by its number, so that those
/// on a damaged page leave the others.
///
/// A damaged page may give rows with anything in them: only what has the types and the bounds of
/// the tables is taken.
struct LibrarySalvage {
  private let db: Database

  /// The state of the library at a path; an empty one where nothing of it can be read. Throws where
  /// something else than damage hinders that, such as a disk without room for the index of the log.
  static func state(of path: String) throws -> LibraryState {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      // In no transaction, which would end with the first page that is damaged.
      let state = try queue.writeWithoutTransaction { db in try LibrarySalvage(db: db).state() }
      try queue.close()
      return state
    } catch let error as DatabaseError where !isDamage(error) {
      throw error
    } catch {
      return LibraryState()
    }
  }

  /// Whether SQLite reports what only the bytes of a file can bring about.
  static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
      || [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ].contains(error.extendedResultCode)
  }

  private func state() throws -> LibraryState {
    guard try isCurrent() else { return LibraryState() }
    try db.execute(sql: "PRAGMA cell_size_check = ON")
    var state = LibraryState()
    let guessed = SalvagedNumbers(last: lastNumber, next: next(after:))
    for id in Set(guessed).union(indexedNumbers).sorted() {
      guard let brief = brief(id), brief.isTold else { continue }
      state.briefs.append(brief)
    }
    return state
  }

  /// The header itself may be what is damaged: what has the columns of this version can be read.
  private func isCurrent() throws -> Bool {
    do { return try Schema.library.isCurrent(db, path: "") } catch is LibraryError { return true }
  }

  /// The numbers that other trees of pages than that of the briefs tell, each from both of its ends
  /// as far as it can be read: those of a page between two that are damaged, however far apart.
  private var indexedNumbers: Set<Int64> {
    var numbers: Set<Int64> = []
    for sql in [
      "SELECT id FROM brief ORDER BY fingerprint", "SELECT brief FROM path ORDER BY brief",
      "SELECT brief FROM touched ORDER BY brief",
    ] {
      for order in [" ASC", " DESC"] {
        guard let cursor = try? Int64.fetchCursor(db, sql: sql + order) else { continue }
        while let number = try? cursor.next() { numbers.insert(number) }
      }
    }
    return numbers
  }

  /// The highest number of a brief; the highest that there can be where that cannot be read.
  private var lastNumber: Int64 {
    (try? Int64.fetchOne(db, sql: "SELECT id FROM brief ORDER BY id DESC LIMIT 1")) ?? .max
  }

  /// The number after one, nil within behind the last; throws on a page that is damaged.
  private func next(after id: Int64) throws -> Int64? {
    let sql = "SELECT id FROM brief WHERE id > ? ORDER BY id LIMIT 1"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
  }

  /// One that is not there, or that cannot be read, is nil.
  private func brief(_ id: Int64) -> LibraryState.Brief? {
    let sql = """
      SELECT id, fingerprint, starred, starred_at, place_section, place_offset, placed_at
      FROM brief WHERE id = ?1 AND typeof(fingerprint) = 'blob' AND starred IN (0, 1)
        AND typeof(starred_at) = 'integer' AND starred_at BETWEEN 0 AND ?2
        AND typeof(placed_at) = 'integer' AND placed_at BETWEEN 0 AND ?2
        AND typeof(place_section) IN ('text', 'null')
        AND (place_offset IS NULL
          OR typeof(place_offset) = 'integer' AND place_offset BETWEEN 0 AND ?2)
      """
    guard let row = rows(sql, [id, LibraryState.lastTime]).first,
      var brief = try? LibraryState.Brief(row)
    else { return nil }
    brief.paths = rows("SELECT path FROM path WHERE brief = ? AND typeof(path) = 'text'", [id])
      .compactMap { try? $0.decode(atIndex: 0) }
    brief.marks = marks(of: id)
    brief.unmarks = unmarks(of: id)
    return brief
  }

  private func marks(of id: Int64) -> [LibraryState.Mark] {
    let sql = """
      SELECT section, fingerprint, changed_at FROM section_mark
      WHERE brief = ?1 AND typeof(section) = 'text' AND typeof(fingerprint) = 'blob'
        AND typeof(changed_at) = 'integer' AND changed_at BETWEEN 0 AND ?2
      """
    return rows(sql, [id, LibraryState.lastTime]).compactMap { try? LibraryState.Mark($0) }
  }

  private func unmarks(of id: Int64) -> [LibraryState.Unmark] {
    let sql = """
      SELECT section, changed_at FROM section_unmark
      WHERE brief = ?1 AND typeof(section) = 'text'
        AND typeof(changed_at) = 'integer' AND changed_at BETWEEN 0 AND ?2
      """
    return rows(sql, [id, LibraryState.lastTime]).compactMap { try? LibraryState.Unmark($0) }
  }

  /// None where any of them cannot be read.
  private func rows(_ sql: String, _ arguments: StatementArguments) -> [Row] {
    (try? Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)) ?? []
  }
}

extension LibraryState.Brief {
  /// Whether anything is kept of it.
  fileprivate var isTold: Bool {
    isStarred || starTime > 0 || place != nil || !marks.isEmpty || !unmarks.isEmpty
  }
}
