import BriefModel
import GRDB

/// Takes the words of briefs that are gone out of the index, by making its words anew in an open
/// transaction.
///
/// SQLite 3.40 takes a row out of a table of words without their text only where it is given that
/// text, which went with the file. So such rows stay behind, found by no join, until there are half
/// as many as briefs. Then the files of all briefs are read into a second table, which takes the
/// place of the first once it has all that can be read. What was done is kept, so that a renewal that
/// was stopped or killed goes on where it was.
///
/// The brief of a file that cannot be read is left out, as it would else hold up the renewal for as
/// long; it gets its words with the first look that can read the file (`IndexWriter.put`).
struct WordsRenewal {
  /// As many rows of briefs that are gone are left alone in any case.
  static let leastGone = 256

  let db: Database

  /// Whether there is enough to take out, or it was begun.
  func isDue() throws -> Bool {
    if try isBegun() { return true }
    return try isTooMany(
      count("SELECT count(*) FROM words_docsize") - count("SELECT briefs FROM counts"))
  }

  /// Makes the second table where it is not there yet, and anew where too many of its own rows are
  /// of briefs that went while it rested.
  func begin() throws {
    if try isBegun() {
      let gone = try count(
        "SELECT count(*) FROM words_anew_docsize WHERE id NOT IN (SELECT id FROM brief)")
      guard try isTooMany(gone) else { return }
      try drop()
    }
    try db.execute(sql: Schema.words(named: "words_anew"))
  }

  /// Takes the second table away, where there is one.
  func drop() throws { try db.execute(sql: "DROP TABLE IF EXISTS words_anew") }

  private func isTooMany(_ gone: Int) throws -> Bool {
    try gone > max(Self.leastGone, count("SELECT briefs FROM counts") / 2)
  }

  /// A file of each brief that the second table does not have yet, of those that could be read when
  /// they were looked at last.
  func missing() throws -> [FileComparison.File] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT folder.path, file.name, file.size, file.modified
        FROM brief JOIN file ON file.brief = brief.id JOIN folder ON folder.id = file.folder
        WHERE NOT file.gone AND file.failure IS NULL
          AND brief.id NOT IN (SELECT id FROM words_anew_docsize)
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

  /// Puts the words of a file's brief. A file that holds something else now, or cannot be read, is
  /// the next look's, though it may look as it did.
  func put(_ file: IndexedFile) throws {
    let writer = IndexWriter(db: db)
    let folder = try writer.folder(file.folder)
    let brief = try (try? file.content.get()).flatMap(put)
    if try brief == nil || brief != writer.brief(ofFile: file.name, in: folder) {
      try writer.forgetStamp(of: file.name, in: folder)
    }
  }

  /// Puts the words of a brief; returns its number, and nil where the index does not have it.
  @discardableResult
  func put(_ content: IndexedBrief) throws -> Int64? {
    let writer = IndexWriter(db: db)
    guard let brief = try writer.brief(holding: content.fingerprint) else { return nil }
    try writer.put(BriefWords(brief: brief, content), in: "words_anew")
    return brief
  }

  /// Lets the second table take the place of the first, if it has all that can be read; the room of the first is
  /// given back by `BriefIndex.giveBackRoom`.
  func end() throws {
    guard try missing().isEmpty else { return }
    try db.execute(sql: "DROP TABLE words; ALTER TABLE words_anew RENAME TO words")
  }

  private func isBegun() throws -> Bool { try db.tableExists("words_anew") }

  private func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
}
