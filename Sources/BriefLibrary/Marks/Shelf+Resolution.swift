import BriefModel
import GRDB

/// Which brief a path and a content mean.
///
/// A brief that moves or is copied keeps its marks, and so does one that is rewritten in place.
/// Of two copies of which one is rewritten both keep them.
/// What a rewritten file held before is remembered with its marks, so that the order in which
/// `mv today.md yesterday.md` and a new `today.md` are noticed makes no difference to them.
extension Shelf {
  /// How many earlier contents of a file are remembered.
  private static let remembered = 16

  /// Finds the brief or makes it; the content then lies at the path, and the marks on its parts.
  func brief(for key: BriefKey) throws -> Int64 {
    let brief = try resolve(key)
    try settle(brief, on: key.parts)
    for path in key.otherPaths { try learn(path, of: brief) }
    return brief
  }

  private func resolve(_ key: BriefKey) throws -> Int64 {
    let holder = try brief(holding: key.fingerprint)
    guard let path = key.path else { return try holder ?? make(key.fingerprint) }
    let resident = try brief(at: path)
    switch (holder, resident) {
    case (let holder?, let resident?) where holder == resident:
      return holder
    case (let holder?, let resident):
      try takeBack(holder, from: resident)
      return try put(holder, at: path)
    case (nil, let resident?) where try !livesElsewhere(resident, than: path):
      try rewrite(resident, at: path, to: key.fingerprint)
      return resident
    case (nil, let resident?):
      return try put(copy(resident, as: key.fingerprint.data.databaseValue), at: path)
    case (nil, nil):
      return try put(make(key.fingerprint), at: path)
    }
  }

  /// A brief of which nothing is kept yet.
  func make(_ fingerprint: Fingerprint) throws -> Int64 {
    try write("INSERT INTO brief (fingerprint) VALUES (?)", [fingerprint.data])
    return db.lastInsertedRowID
  }

  /// Lets a path lead to a brief, whatever it led to.
  @discardableResult
  func put(_ brief: Int64, at path: String) throws -> Int64 {
    try write(
      """
      INSERT INTO path (path, brief) VALUES (?, ?)
      ON CONFLICT DO UPDATE SET brief = excluded.brief
      """, [path, brief])
    return brief
  }

  /// Gives a brief the new content of a path, and remembers the old one where something was kept of
  /// it. What lay at other paths, where no file can be seen now, was the old one, and may be there
  /// again.
  private func rewrite(_ brief: Int64, at path: String, to fingerprint: Fingerprint) throws {
    let old = try DatabaseValue.fetchOne(
      db, sql: "SELECT fingerprint FROM brief WHERE id = ?", arguments: [brief])
    let record = try record(of: brief)
    try write(
      "UPDATE brief SET fingerprint = ?, successor = NULL WHERE id = ?", [fingerprint.data, brief])
    guard let old, record != ReadingRecord(id: brief) else {
      return try write("DELETE FROM path WHERE brief = ? AND path <> ?", [brief, path])
    }
    try remember(brief, as: old, but: path)
  }

  /// Copies a brief with its marks under another content.
  private func copy(_ brief: Int64, as fingerprint: DatabaseValue) throws -> Int64 {
    try write("INSERT INTO brief (fingerprint) VALUES (?)", [fingerprint])
    let copy = db.lastInsertedRowID
    try copyMarks(from: brief, to: copy)
    try copyState(from: brief, to: copy)
    return copy
  }

  /// Copies star and place. A star gets a number of `touched` where a row changes, and none where
  /// one is put.
  private func copyState(from: Int64, to: Int64) throws {
    try write(
      """
      UPDATE brief SET (starred, starred_at, place_section, place_offset, placed_at) =
        (SELECT starred, starred_at, place_section, place_offset, placed_at
          FROM brief WHERE id = ?) WHERE id = ?
      """, [from, to])
  }

  /// Copies a brief with its marks under its old content, to which all of its paths lead but one.
  private func remember(
    _ brief: Int64, as fingerprint: DatabaseValue, but path: String
  ) throws {
    let old = try copy(brief, as: fingerprint)
    try write("UPDATE path SET brief = ? WHERE brief = ? AND path <> ?", [old, brief, path])
    try write("UPDATE brief SET successor = ? WHERE id = ?", [brief, old])
    try write(
      """
      DELETE FROM brief WHERE id IN (
        SELECT id FROM brief WHERE successor = ? AND id NOT IN (SELECT brief FROM path)
          AND fingerprint NOT IN (SELECT fingerprint FROM archive)
        ORDER BY id DESC LIMIT -1 OFFSET ?)
      """, [brief, Self.remembered])
  }

  /// Makes a remembered content a brief of its own again.
  ///
  /// Where it comes back to the very path that it was rewritten at, what was read, marked unread,
  /// starred and reached in the meantime comes with it.
  private func takeBack(_ holder: Int64, from resident: Int64?) throws {
    let successor = try Int64.fetchOne(
      db, sql: "SELECT successor FROM brief WHERE id = ?", arguments: [holder])
    guard let successor else { return }
    try write("UPDATE brief SET successor = NULL WHERE id = ?", [holder])
    guard successor == resident else { return }
    try dropMarks(of: holder, unmarkedIn: successor)
    try copyMarks(from: successor, to: holder)
    try copyState(from: successor, to: holder)
    try write("UPDATE brief SET successor = ? WHERE id = ?", [holder, successor])
  }

  /// Takes the marks away of sections that were marked unread after that in the other brief.
  private func dropMarks(of brief: Int64, unmarkedIn other: Int64) throws {
    try write(
      """
      DELETE FROM section_mark WHERE brief = ?1 AND EXISTS (
        SELECT 1 FROM section_unmark AS unmark WHERE unmark.brief = ?2
          AND unmark.section = section_mark.section AND unmark.changed_at > section_mark.changed_at)
      """, [brief, other])
  }

  /// Copies the marks of sections that have none in the other brief, nor were marked unread there
  /// after that, the traces of those that were marked unread, and the texts that were read.
  private func copyMarks(from: Int64, to: Int64) throws {
    try write(
      """
      INSERT OR IGNORE INTO section_mark (brief, section, fingerprint, changed_at)
      SELECT ?1, section, fingerprint, changed_at FROM section_mark AS mark
      WHERE brief = ?2 AND NOT EXISTS (
        SELECT 1 FROM section_unmark AS unmark WHERE unmark.brief = ?1
          AND unmark.section = mark.section AND unmark.changed_at > mark.changed_at)
      """, [to, from])
    try write(
      """
      INSERT INTO section_unmark (brief, section, changed_at)
      SELECT ?1, section, changed_at FROM section_unmark WHERE brief = ?2 AND section NOT IN (
        SELECT section FROM section_mark WHERE brief = ?1)
      ON CONFLICT DO UPDATE SET changed_at = max(excluded.changed_at, section_unmark.changed_at)
      """, [to, from])
    try copyTexts(from: from, to: to)
  }
}
