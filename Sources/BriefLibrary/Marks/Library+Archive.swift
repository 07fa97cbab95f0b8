import BriefModel
import GRDB

/// A brief whose files are gone.
struct ArchivedBrief: Sendable {
  var fingerprint: Fingerprint
  /// The last that it had.
  var path: String
  /// The folder of the library in which it was found, be it by a link; nil where that is not known.
  var root: String?
  /// Nil where the library is to use the text that was kept when the brief was read.
  var text: DeflatedText?
}

/// The texts of briefs whose files are gone.
extension Library {
  /// The text that was kept of the brief that lay at a path last; nil where none was.
  func archivedText(at path: String) throws(LibraryError) -> DeflatedText? {
    try archivedText(
      "SELECT size, text FROM archive WHERE path = ? ORDER BY archived_at DESC LIMIT 1", [path])
  }

  /// The text that was kept of a brief; nil where none was.
  func archivedText(of fingerprint: Fingerprint) throws(LibraryError) -> DeflatedText? {
    try archivedText("SELECT size, text FROM archive WHERE fingerprint = ?", [fingerprint.data])
  }

  private func archivedText(
    _ sql: String, _ arguments: StatementArguments
  ) throws(LibraryError) -> DeflatedText? {
    try access { db in
      try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments).map {
        try $0.deflatedText()
      }
    }
  }

  /// The brief of a content, as one that lies at a path; nil where its text was not kept.
  func archivedBrief(
    holding fingerprint: Fingerprint, at path: String, today: CalendarDate
  ) -> Brief? {
    (try? archivedText(of: fingerprint))?.brief(at: path, today: today)
  }

  /// Keeps the texts of some briefs; returns those of which there is any.
  func archive(_ briefs: [ArchivedBrief]) throws(LibraryError) -> Set<Fingerprint> {
    try access { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return try inWriting(db) {
        let shelf = Shelf(db: db)
        return Set(try briefs.filter(shelf.archive).map(\.fingerprint))
      }
    }
  }

  /// The briefs whose texts are kept, without these.
  func archived() throws(LibraryError) -> [ArchivedBrief] {
    try access { db in
      try Row.fetchAll(db, sql: "SELECT fingerprint, path, root FROM archive").compactMap { row in
        try row.fingerprint(at: 0).map {
          ArchivedBrief(
            fingerprint: $0, path: try row.decode(atIndex: 1), root: try row.decode(atIndex: 2))
        }
      }
    }
  }

  /// Lets the texts of briefs go that files hold again.
  func unarchive(_ fingerprints: some Sequence<Fingerprint>) throws(LibraryError) {
    try access { db in
      try inWriting(db) {
        for fingerprint in fingerprints {
          try Shelf(db: db).write(
            "DELETE FROM archive WHERE fingerprint = ?", [fingerprint.data])
        }
      }
    }
  }
}

extension Shelf {
  /// The text of a content that was kept when it was read: of the brief that has it, of that which
  /// was rewritten with another, or of one that was remembered with the same.
  ///
  /// Found by the numbers of these briefs, as no index has the contents of all texts.
  static let readText = """
    WITH holder AS (SELECT id, successor FROM brief WHERE fingerprint = ?1),
    family AS (
      SELECT id FROM holder UNION SELECT successor FROM holder
      UNION SELECT brief.id FROM holder JOIN brief ON brief.successor = holder.id
      UNION SELECT brief.id FROM holder JOIN brief ON brief.successor = holder.successor)
    SELECT size, text FROM family JOIN revision ON revision.brief = family.id
    WHERE revision.fingerprint = ?1 LIMIT 1
    """

  /// Keeps the text of a brief, or the one that was kept when it was read; false where there is none.
  fileprivate func archive(_ brief: ArchivedBrief) throws -> Bool {
    let text =
      try brief.text
      ?? Row.fetchOne(db.cachedStatement(sql: Self.readText), arguments: [brief.fingerprint.data])
      .map { try $0.deflatedText() }
    guard let text else { return false }
    try write(
      """
      INSERT INTO archive (fingerprint, path, root, archived_at, size, text)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET path = excluded.path, root = excluded.root,
        archived_at = excluded.archived_at
      """,
      [
        brief.fingerprint.data, brief.path, brief.root, Clock.now, text.size, text.data,
      ])
    return true
  }
}
