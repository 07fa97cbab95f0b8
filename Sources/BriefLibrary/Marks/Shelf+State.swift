import BriefModel
import GRDB

/// What comes from another machine.
extension Shelf {
  /// Takes over what is newer in a state; where that `tellsPlaces`, it says what lies at its paths,
  /// and else a path that leads to another brief here goes on doing so.
  func take(_ state: LibraryState, tellingPlaces tellsPlaces: Bool = false) throws -> StateChanges {
    var changes = StateChanges()
    for brief in state.briefs {
      let id = try self.brief(holding: brief.fingerprint) ?? make(brief.fingerprint)
      for path in brief.paths {
        if tellsPlaces { try put(id, at: path) } else { try learn(path, of: id) }
      }
      try take(brief, as: id, &changes)
    }
    return changes
  }

  /// Takes over what is newer of one brief, and counts what is another then.
  private func take(
    _ brief: LibraryState.Brief, as id: Int64, _ changes: inout StateChanges
  ) throws {
    let isStarTaken = try takeStar(of: brief, id)
    let isPlaceTaken = try takePlace(of: brief, id)
    if isStarTaken || isPlaceTaken { changes.briefs += 1 }
    for mark in brief.marks { changes.marks += try take(mark, id) }
    for unmark in brief.unmarks { changes.marks += try take(unmark, id) }
  }

  private func take(_ mark: LibraryState.Mark, _ brief: Int64) throws -> Int {
    try write(
      """
      INSERT INTO section_mark (brief, section, fingerprint, changed_at)
      SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (
        SELECT 1 FROM section_unmark WHERE brief = ?1 AND section = ?2 AND changed_at > ?4)
      ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint, changed_at = excluded.changed_at
      WHERE excluded.changed_at > section_mark.changed_at
      """, [brief, mark.section, mark.fingerprint.data, mark.time])
    return db.changesCount
  }

  /// The trace stays where there was no mark as well, for marks that are still to come.
  private func take(_ unmark: LibraryState.Unmark, _ brief: Int64) throws -> Int {
    let arguments: StatementArguments = [brief, unmark.section, unmark.time]
    try write(
      "DELETE FROM section_mark WHERE brief = ? AND section = ? AND changed_at < ?", arguments)
    let taken = db.changesCount
    try write(
      """
      INSERT INTO section_unmark (brief, section, changed_at)
      SELECT ?1, ?2, ?3 WHERE NOT EXISTS (
        SELECT 1 FROM section_mark WHERE brief = ?1 AND section = ?2)
      ON CONFLICT DO UPDATE SET changed_at = max(excluded.changed_at, section_unmark.changed_at)
      """, arguments)
    return taken
  }

  /// Of two that say the same the later time is kept, so that it makes no difference in which order
  /// machines learn of each other.
  private func takeStar(of brief: LibraryState.Brief, _ id: Int64) throws -> Bool {
    guard brief.isStarred || brief.starTime > 0 else { return false }
    let sql = "SELECT starred, starred_at FROM brief WHERE id = ?"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
    guard let row else { return false }
    let (isStarred, starTime): (Bool, Int64) = (
      try row.decode(atIndex: 0), try row.decode(atIndex: 1)
    )
    guard brief.starTime > starTime || starTime == 0 else { return false }
    let isOther = isStarred != brief.isStarred
    if isOther || brief.starTime > starTime {
      try write(
        "UPDATE brief SET starred = ?, starred_at = ? WHERE id = ?",
        [brief.isStarred, brief.starTime, id])
    }
    return isOther
  }

  private func takePlace(of brief: LibraryState.Brief, _ id: Int64) throws -> Bool {
    guard let place = brief.place else { return false }
    let sql = "SELECT place_section, place_offset, placed_at FROM brief WHERE id = ?"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
    guard let row else { return false }
    let placeTime: Int64 = try row.decode(atIndex: 2)
    let old = try row.place(section: 0, offset: 1)
    guard brief.placeTime > placeTime || old == nil else { return false }
    if old != place || brief.placeTime > placeTime {
      try write(
        "UPDATE brief SET place_section = ?, place_offset = ?, placed_at = ? WHERE id = ?",
        [place.section, place.offset, brief.placeTime, id])
    }
    return old != place
  }
}
