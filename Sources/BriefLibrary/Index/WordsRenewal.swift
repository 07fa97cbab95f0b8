import BriefModel
import GRDB

/// Takes the words of briefs that are gone out of the index, by making its words anew in an open
/// transaction.
///
/// SQLite 3.40 takes a row out of a table of words without their text only where it is given that
/// text, which went with the file. So such rows stay behind, found by no join, until there are half
/// as many as briefs. Then the files of all briefs are read into a second table, which takes the
/// place of the first once it has all. What was done is kept, so that a renewal that was stopped or
/// killed goes on where it was.
struct WordsRenewal {
  /// As many rows of briefs that are gone are left alone in any case.
  static let leastGone = 256

  let db: Database

  /// Whether there is enough to take out, or it was begun.
  func isDue() throws -> Bool {
    if try isBegun() { return true }
    let rows = try count("SELECT count(*) FROM words_docsize")
    let briefs = try count("SELECT briefs FROM counts")
    return rows - briefs > max(Self.leastGone, briefs / 2)
  }

  /// Makes the second table where it is not there yet.
  func begin() throws {
    guard try !isBegun() else { return }
    try db.execute(sql: Schema.words(named: "words_anew"))
  }

  /// A file of each brief that the second table does not have yet.
  func missing() throws -> [FileComparison.File] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT folder.path, file.name, file.size, file.modified
        FROM brief JOIN file ON file.brief = brief.id JOIN folder ON folder.id = file.folder
        WHERE NOT file.gone AND brief.id NOT IN (SELECT id FROM words_anew_docsize)
        GROUP BY brief.id ORDER BY brief.id
        """)
    var files: [FileComparison.File] = []
    while let row = try rows.next() {
      files.append(
        .init(
          folder: try row.decode(atIndex: 0), name: try row.decode(atIndex: 1),
          size: try row.decode(atIndex: 2), modified: try row.decode(atIndex: 3)))
    }
    return files
  }

  /// The archived briefs that the second table does not have yet.
  func missingArchived() throws -> [ArchivedBrief] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT brief.fingerprint, folder.path, file.name
        FROM file JOIN brief ON brief.id = file.brief JOIN folder ON folder.id = file.folder
        WHERE file.gone AND brief.id NOT IN (SELECT id FROM words_anew_docsize)
        """)
    var briefs: [ArchivedBrief] = []
    while let row = try rows.next() {
      guard let fingerprint = try row.fingerprint(at: 0) else { continue }
      let path = IndexedFile.path(try row.decode(atIndex: 2), in: try row.decode(atIndex: 1))
      briefs.append(ArchivedBrief(fingerprint: fingerprint, path: path))
    }
    return briefs
  }

  /// Puts the words of a file's brief; a file that changed meanwhile is the next look's.
  func put(_ file: IndexedFile) throws {
    guard case .success(let content) = file.content else { return }
    try put(content)
  }

  /// Puts the words of a brief.
  func put(_ content: IndexedBrief) throws {
    guard let brief = try IndexWriter(db: db).brief(holding: content.fingerprint) else { return }
    let isKnown = "SELECT EXISTS (SELECT 1 FROM words_anew_docsize WHERE id = ?)"
    guard
      try Bool.fetchOne(db.cachedStatement(sql: isKnown), arguments: [brief]) == false
    else { return }
    try IndexWriter(db: db).put(BriefWords(brief: brief, content), in: "words_anew")
  }

  /// Lets the second table take the place of the first, if it has all; the room of the first is
  /// given back by `BriefIndex.giveBackRoom`.
  func end() throws {
    guard try missing().isEmpty else { return }
    try db.execute(sql: "DROP TABLE words; ALTER TABLE words_anew RENAME TO words")
  }

  private func isBegun() throws -> Bool { try db.tableExists("words_anew") }

  private func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
}
