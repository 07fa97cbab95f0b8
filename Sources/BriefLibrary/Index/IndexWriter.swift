import BriefModel
import Foundation
import GRDB

/// Changes rows of the index in an open transaction.
struct IndexWriter {
  let db: Database

  // MARK: - Files

  /// The number of a folder, which is made where it is missing.
  func folder(_ path: String) throws -> Int64 {
    if let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM folder WHERE path = ?"), arguments: [path])
    {
      return id
    }
    try run("INSERT INTO folder (path) VALUES (?)", [path])
    return db.lastInsertedRowID
  }

  /// Puts a file at its place, with the brief that it holds or why it could not be read; what it
  /// held before goes, where no other file holds it.
  ///
  /// Returns the words of a brief that has none yet, for `put` after all files of the transaction: FTS5
  /// writes what it has gathered before each statement that might have to be taken back in its
  /// midst, and merging what is written brief by brief takes longer than all else.
  func put(_ file: IndexedFile, record: ReadingRecord) throws -> BriefWords? {
    let folder = try folder(file.folder)
    let old = try brief(ofFile: file.name, in: folder)
    if case .failure(let error) = file.content, case .unreadable = error.reason {
      try putUnreadable(file.name, in: folder, error.description)
      return nil
    }
    var new: Int64?
    var isNew = false
    var words: BriefWords?
    var failure: String?
    switch file.content {
    case .success(let content):
      let known = try brief(holding: content.fingerprint)
      let id = try known ?? put(content, in: folder, record: record)
      (new, isNew) = (id, known == nil)
      if try !hasWords(id, in: "words") { words = BriefWords(brief: id, content) }
    case .failure(let error): failure = error.description
    }
    try run(
      """
      INSERT INTO file (folder, name, size, modified, inode, brief, failure)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET size = excluded.size, modified = excluded.modified,
        inode = excluded.inode, brief = excluded.brief, failure = excluded.failure
      """,
      [
        folder, file.name, file.stamp.size, file.stamp.modified, file.stamp.inode, new, failure,
      ])
    if let old, old != new { try removeIfLost(old) }
    if let new {
      if let text = try? file.content.get().text { try put(text, of: new) }
      if !isNew {
        try revive(new)
        try place(new)
      }
    }
    return words
  }

  /// Notes that a file could not be read now: what it held before stays, and the stamp of no file
  /// has it read with the next look.
  private func putUnreadable(_ name: String, in folder: Int64, _ failure: String) throws {
    try run(
      """
      INSERT INTO file (folder, name, size, modified, inode, failure) VALUES (?, ?, -1, -1, -1, ?)
      ON CONFLICT DO UPDATE SET size = -1, modified = -1, inode = -1, failure = excluded.failure
      """, [folder, name, failure])
  }

  /// Puts the words of a brief that `put` returned.
  func put(_ words: BriefWords) throws { try put(words, in: "words") }

  /// Puts the words of a brief into a table of them, unless it has them.
  func put(_ words: BriefWords, in table: String) throws {
    guard try !hasWords(words.brief, in: table) else { return }
    try run(
      "INSERT INTO \(table) (rowid, title, headings, body) VALUES (?, ?, ?, ?)",
      [words.brief, words.title, words.headings, words.body])
  }

  private func hasWords(_ brief: Int64, in table: String) throws -> Bool {
    let sql = "SELECT EXISTS (SELECT 1 FROM \(table)_docsize WHERE id = ?)"
    return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [brief]) == true
  }

  /// Lets a file be read with the next look, whatever its stamp.
  func forgetStamp(of name: String, in folder: Int64) throws {
    try run(
      """
      UPDATE file SET size = -1, modified = -1, inode = -1
      WHERE folder = ? AND name = ? AND NOT gone
      """, [folder, name])
  }

  /// Takes a file out, and its brief where no other file holds it.
  func remove(_ name: String, in folder: Int64) throws {
    let brief = try brief(ofFile: name, in: folder)
    try run("DELETE FROM file WHERE folder = ? AND name = ? AND NOT gone", [folder, name])
    if let brief { try removeIfLost(brief) }
  }

  /// Whether another file has the text of one.
  func liesElsewhere(_ name: String, in folder: Int64) throws -> Bool {
    guard let brief = try brief(ofFile: name, in: folder) else { return false }
    let sql = "SELECT count(*) FROM file WHERE brief = ? AND NOT gone"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [brief]) ?? 0 > 1
  }

  func brief(ofFile name: String, in folder: Int64) throws -> Int64? {
    let sql = "SELECT brief FROM file WHERE folder = ? AND name = ? AND NOT gone"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [folder, name])
  }

  // MARK: - Briefs

  func put(
    _ content: IndexedBrief, in folder: Int64, record: ReadingRecord
  ) throws -> Int64 {
    let flags = BriefFlags(content.summary, in: content.fingerprint, record)
    let summary = content.summary
    try run(
      """
      INSERT INTO brief
        (fingerprint, title, day, origin, sources, outlets, sections, unread, flags, parts, folder)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        content.fingerprint.data, summary.title, summary.date?.date.code ?? 0,
        summary.date?.origin.rawValue, summary.sourceCount, summary.outletCount,
        summary.parts.count, record.unread(of: summary.parts, lede: summary.lede), flags.rawValue,
        PartsBlob.encode(summary), folder,
      ])
    let id = db.lastInsertedRowID
    try put(content.uses, of: id, month: (summary.date?.date.code ?? 0) / 100)
    return id
  }

  func brief(holding fingerprint: Fingerprint) throws -> Int64? {
    let sql = "SELECT id FROM brief WHERE fingerprint = ?"
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [fingerprint.data])
  }

  /// Notes in which folder the first of a brief's files lies, after one has come or gone.
  private func place(_ id: Int64) throws {
    try run(
      """
      UPDATE brief SET folder = (
        SELECT folder.id FROM file JOIN folder ON folder.id = file.folder
        WHERE file.brief = ?1 ORDER BY folder.path, file.name LIMIT 1
      ) WHERE id = ?1
      """, [id])
  }

  /// Takes a brief out that no file holds any more, and the sources that no other uses. Its words
  /// stay behind; see `WordsRenewal`.
  func removeIfLost(_ id: Int64) throws {
    let isHeld = "SELECT EXISTS (SELECT 1 FROM file WHERE brief = ?)"
    guard
      try Bool.fetchOne(db.cachedStatement(sql: isHeld), arguments: [id]) == false
    else { return try place(id) }
    try removeUses(of: id)
    try run("DELETE FROM text WHERE brief = ?", [id])
    try run("DELETE FROM brief WHERE id = ?", [id])
  }

  /// Takes over what is known of the reading of a brief; nil where the index does not have it.
  func take(
    _ record: ReadingRecord, of fingerprint: Fingerprint
  ) throws -> (id: Int64, flags: BriefFlags)? {
    let sql = "SELECT id, parts, flags FROM brief WHERE fingerprint = ?"
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql), arguments: [fingerprint.data])
    else { return nil }
    let known = try row.withUnsafeData(atIndex: 1) { data in
      data?.withUnsafeBytes(PartsBlob.decode) ?? .init()
    }
    let id: Int64 = try row.decode(atIndex: 0)
    let kept = try row.flags(at: 2).intersection(.archived)
    let flags = BriefFlags(known.parts, lede: known.lede, in: fingerprint, record)
      .union(kept)
    try run(
      "UPDATE brief SET unread = ?, flags = ? WHERE id = ?",
      [record.unread(of: known.parts, lede: known.lede), flags.rawValue, id])
    return (id, flags)
  }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

/// What the full-text index gets of a brief.
struct BriefWords {
  /// The number of its row.
  var brief: Int64
  var title: String
  var headings: String
  var body: String

  init(brief: Int64, _ content: IndexedBrief) {
    self.brief = brief
    title = content.summary.title
    headings = content.headings
    body = content.body
  }
}

extension ReadingRecord {
  /// How many parts are not read, changed ones included.
  func unread(of parts: [BriefSummary.Part], lede: BriefSummary.Part?) -> Int {
    partsToRead(parts, lede: lede).count { !state(of: $0).isRead }
  }
}
