import GRDB

/// The tables of a database file, as numbered steps that are only ever added to.
struct Schema {
  /// `application_id` of the file.
  let applicationID: Int32
  /// Whether the file can be made smaller page by page, where something large was taken out.
  var givesBackRoom = false
  /// Step N brings a file from version N to N + 1; a step that was released never changes.
  let steps: [String]

  /// The library's; its `application_id` is "Brds" in ASCII.
  static let library = Schema(
    applicationID: 0x4272_6473,
    steps: [
      // A brief is one content. One without a path was read from standard input, or is what a
      // rewritten file held before; then `successor` is the brief that the file holds now.
      """
      CREATE TABLE brief (
        id INTEGER PRIMARY KEY,
        fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) = 16),
        successor INTEGER REFERENCES brief ON DELETE SET NULL,
        starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
        place_section TEXT,
        place_offset INTEGER CHECK (place_offset >= 0),
        changed_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX brief_by_successor ON brief (successor) WHERE successor IS NOT NULL;
      CREATE TABLE path (
        path TEXT PRIMARY KEY,
        brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX path_by_brief ON path (brief);
      CREATE TABLE section_mark (
        brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
        section TEXT NOT NULL,
        fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16),
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (brief, section)
      ) STRICT, WITHOUT ROWID;
      """,
      // The folders whose briefs are collected. `touched` tells in which order the reading of briefs
      // changed, so that an index takes over what is new to it: each brief once, with its last number.
      """
      CREATE TABLE folder (
        path TEXT PRIMARY KEY,
        added_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE identity (value BLOB NOT NULL) STRICT;
      INSERT INTO identity VALUES (randomblob(16));
      CREATE TABLE touched (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        brief INTEGER NOT NULL UNIQUE
      ) STRICT;
      INSERT INTO touched (brief) SELECT id FROM brief;
      CREATE TRIGGER brief_changed AFTER UPDATE OF starred, fingerprint ON brief BEGIN
        DELETE FROM touched WHERE brief = new.id;
        INSERT INTO touched (brief) VALUES (new.id);
      END;
      CREATE TRIGGER section_marked AFTER INSERT ON section_mark BEGIN
        DELETE FROM touched WHERE brief = new.brief;
        INSERT INTO touched (brief) VALUES (new.brief);
      END;
      CREATE TRIGGER section_marked_anew AFTER UPDATE ON section_mark BEGIN
        DELETE FROM touched WHERE brief = new.brief;
        INSERT INTO touched (brief) VALUES (new.brief);
      END;
      CREATE TRIGGER section_unmarked AFTER DELETE ON section_mark BEGIN
        DELETE FROM touched WHERE brief = old.brief;
        INSERT INTO touched (brief) SELECT id FROM brief WHERE id = old.brief;
      END;
      CREATE TRIGGER brief_forgotten AFTER DELETE ON brief BEGIN
        DELETE FROM touched WHERE brief = old.id;
      END;
      """,
      // The texts of briefs as they were read, deflated; `sections` are the ids of their parts, one
      // a line, and `size` counts the bytes of the text.
      """
      CREATE TABLE revision (
        brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
        fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16),
        kept_at INTEGER NOT NULL,
        number INTEGER NOT NULL,
        sections TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size > 0),
        text BLOB NOT NULL,
        PRIMARY KEY (brief, fingerprint)
      ) STRICT;
      """,
      // The texts of briefs whose files are gone, deflated; `path` is the last that they had.
      """
      CREATE TABLE archive (
        fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) = 16),
        path TEXT NOT NULL,
        archived_at INTEGER NOT NULL,
        size INTEGER NOT NULL CHECK (size > 0),
        text BLOB NOT NULL
      ) STRICT;
      CREATE INDEX archive_by_path ON archive (path, archived_at);
      """,
      // Star and place have a time each, 0 where they never changed, and a section that was marked
      // unread leaves a trace, so that an earlier mark from elsewhere does not make it read again.
      // A section has a mark or a trace, never both.
      """
      ALTER TABLE brief ADD COLUMN starred_at INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE brief ADD COLUMN placed_at INTEGER NOT NULL DEFAULT 0;
      UPDATE brief SET starred_at = changed_at WHERE starred;
      UPDATE brief SET placed_at = changed_at WHERE place_offset IS NOT NULL;
      ALTER TABLE brief DROP COLUMN changed_at;
      CREATE TABLE section_unmark (
        brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
        section TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (brief, section)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER section_read_again AFTER INSERT ON section_mark BEGIN
        DELETE FROM section_unmark WHERE brief = new.brief AND section = new.section;
      END;
      """,
      // The folder of the library in which an archived brief was found, be it by a link; NULL where
      // that was not noted. `archive_count` tells how many texts were ever archived, as those of
      // briefs that come back go; it is raised where an older copy was put in the library's place.
      """
      ALTER TABLE archive ADD COLUMN root TEXT;
      CREATE TABLE archive_count (number INTEGER NOT NULL) STRICT;
      INSERT INTO archive_count SELECT coalesce(max(rowid), 0) FROM archive;
      CREATE TRIGGER text_archived AFTER INSERT ON archive BEGIN
        UPDATE archive_count SET number = number + 1;
      END;
      """,
    ])

  /// No newer program has so many more.
  private static let stepsToCome = 100

  /// What `user_version` of the file says after the last step.
  var version: Int { steps.count }

  /// Whether the open database is ours and of this version; throws for one that must not be used.
  ///
  /// Runs in a transaction, as it asks more than once.
  func isCurrent(_ db: Database, path: String) throws -> Bool {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if id == 0, found == 0, try isEmpty(db) { return false }
    guard id == applicationID else { throw LibraryError.foreign(path: path) }
    // No program writes such a number.
    guard (0...version + Self.stepsToCome).contains(found) else {
      throw LibraryError.damaged(path: path)
    }
    try refuse(newer: found, path: path)
    guard try found == version || hasTables(of: found, db) else {
      throw LibraryError.damaged(path: path)
    }
    return found == version
  }

  /// Whether the tables are those of an earlier version: in a damaged header its number may be that
  /// of another.
  private func hasTables(of version: Int, _ db: Database) throws -> Bool {
    let made = try DatabaseQueue().writeWithoutTransaction { made in
      for step in steps[..<version] { try made.execute(sql: step) }
      return try Self.names(made)
    }
    return try Self.names(db) == made
  }

  private static func names(_ db: Database) throws -> Set<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    return try String.fetchSet(db, sql: sql)
  }

  /// Throws where a newer program has brought the open database forward meanwhile.
  func refuseNewer(_ db: Database, path: String) throws {
    let found = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version"))
    try refuse(newer: found ?? 0, path: path)
  }

  private func refuse(newer found: Int, path: String) throws {
    guard found > version else { return }
    throw LibraryError.newer(path: path, version: found, known: version)
  }

  /// Takes the steps that are missing, all or none of them.
  ///
  /// The checkpoint brings the version into the file's header at once.
  func migrate(_ db: Database, path: String) throws {
    // Heeded by a file without tables alone.
    if givesBackRoom { try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL") }
    try db.execute(sql: "PRAGMA journal_mode = WAL")
    try db.transaction(.immediate) { try bringForward(db, path: path) }
    try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
  }

  /// Takes the steps that are missing, in the transaction of the caller.
  func bringForward(_ db: Database, path: String) throws {
    // Another process may have been faster.
    if try isCurrent(db, path: path) { return }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    for step in steps[found...] { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Copies a file of an earlier version to `library.sqlite.version-1`, before it is brought
  /// forward; nothing where that was done.
  func keepCopy(_ db: Database, path: String) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let copy = "\(path).version-\(found)"
    guard found > 0, found < version, FileStamp(path: copy) == nil else { return }
    do {
      try LibraryCopy.write(db, to: copy)
    } catch LibraryError.uncopied where FileStamp(path: copy) != nil {
      // Another process was faster: copies come whole or not at all.
      return
    }
  }

  private func isEmpty(_ db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
  }
}
