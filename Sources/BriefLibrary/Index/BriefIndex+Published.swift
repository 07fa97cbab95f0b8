import BriefModel
import GRDB
import GRDBSQLite
import Glibc

/// An index that one process publishes as a file, and others read who cannot write there.
///
/// SQLite's log is of no use to them: they cannot open it once the writer has closed, and without it
/// what is in it is missing. So the file is whole, nobody ever changes it, and the next one takes its
/// place.
extension BriefIndex {
  /// Writes the index to a file that all who reach it may read (0644), in the place of the one that
  /// was published before; throws where anything else is there.
  ///
  /// What was read is not in it, as each reader has marks of their own. Texts are in it of the briefs
  /// alone whose files are gone, as far as the library has them.
  package func publish(to path: String, from library: Library) throws(LibraryError) {
    let path = AbsolutePath.of(path)
    let part = PartFile(for: path)
    defer { part.remove() }
    do {
      try PublishedPlace(path: path, others: [self.path, library.path]).check()
      PartFile.removeLeft(in: LibraryCopy.folder(of: path)) { $0 == path.pathName }
      try part.make()
      try configure { db in try db.execute(sql: "VACUUM INTO ?", arguments: [part.path]) }
      try Self.complete(part.path, from: library)
      guard chmod(part.path, 0o644) == 0 else { throw LibraryCopy.error(part.path, errno) }
      try LibraryCopy.flush(part.path)
      guard rename(part.path, path) == 0 else { throw LibraryCopy.error(path, errno) }
      try LibraryCopy.flush(LibraryCopy.folder(of: path))
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Makes of a copy what is published.
  private static func complete(_ path: String, from library: Library) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      IndexFunctions.add(to: db)
      // Nobody else knows the file yet, and it is flushed as a whole.
      try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      let writer = IndexWriter(db: db)
      try writer.forgetMarks()
      try WordsRenewal(db: db).drop()
      try db.execute(sql: "DELETE FROM meta; DELETE FROM text")
      try writer.removeArchived(but: Set(writer.putTexts { try library.archivedText(of: $0) }))
      try IndexMeta(db: db).set(.tables, fileName)
    }
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA incremental_vacuum") }
    try queue.close()
  }

  /// Opens an index that was published; what is read of it is kept for this reader in memory alone,
  /// and comes from their own library by `takeMarks`. Where folders are given it is as if it had no
  /// others.
  package static func openPublished(
    at path: String, showing folders: [String]? = nil
  ) throws(LibraryError) -> BriefIndex {
    try openPublished(at: path, showing: folders.map(LibraryRoots.init))
  }

  private static func openPublished(
    at path: String, showing shown: LibraryRoots?
  ) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    do {
      return BriefIndex(path: path, try connectPublished(path, shown))
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Opens the same file once more, in the same way.
  package func openAgain() throws(LibraryError) -> BriefIndex {
    let shown = connection.withLock(\.shown)
    if isPublished { return try .openPublished(at: path, showing: shown) }
    return try isWritable ? .open(at: path) : .openUnwritable(at: path)
  }

  /// Goes over to what has been published since; false where nothing has. No marks are over it then.
  package func goOver() throws(LibraryError) -> Bool {
    guard isPublished, FileIdentity(path: path) != connection.withLock(\.file) else { return false }
    do {
      let opened = try Self.connectPublished(path, connection.withLock(\.shown))
      connection.withLock { $0 = opened }
      return true
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private static func connectPublished(
    _ path: String, _ shown: LibraryRoots?
  ) throws -> Connection {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, largestValue)
      IndexFunctions.add(to: db)
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      guard try Schema.index.isCurrent(db, path: path) else {
        throw LibraryError.foreign(path: path)
      }
      guard try PublishedSchema(db: db).isSound() else { throw LibraryError.damaged(path: path) }
      guard try IndexMeta(db: db).text(.tables) == fileName else {
        throw LibraryError.failed(
          path: path, why: "another version published it; broadsheet index --publish does so anew")
      }
      try ReaderOverlay.lay(over: db, showing: shown)
    }
    try StateFile(path: path).checkKind()
    let opened = try FileIdentity.opening(path) {
      try DatabaseQueue(path: FixedFile.uri(path), configuration: configuration)
    }
    return Connection(
      queue: opened.opened, file: opened.file, isWritable: false, isPublished: true,
      shown: shown)
  }

  /// Bytes of the largest value that is read of one, or that it lets be made: more than any text.
  private static let largestValue: Int32 = 32 << 20

  /// The text of a brief whose files are gone; nil where it was not published with it.
  func archivedText(of fingerprint: Fingerprint) throws(LibraryError) -> DeflatedText? {
    try text(
      """
      SELECT text.size, text.data FROM brief JOIN text ON text.brief = brief.id
      WHERE brief.fingerprint = ?
      """, [fingerprint.data])
  }

  /// The text of the brief that lay at a path.
  func archivedText(at path: String) throws(LibraryError) -> DeflatedText? {
    guard let (folder, name) = path.folderAndName else { return nil }
    return try text(
      """
      SELECT text.size, text.data FROM folder JOIN file ON file.folder = folder.id
      JOIN text ON text.brief = file.gone WHERE folder.path = ? AND file.name = ?
      """, [folder, name])
  }

  private func text(
    _ sql: String, _ arguments: StatementArguments
  ) throws(LibraryError) -> DeflatedText? {
    guard isPublished else { return nil }
    return try read { db in
      try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments).map {
        try $0.deflatedText()
      }
    }
  }

  /// The folders of the library that it was made from.
  package func roots() throws(LibraryError) -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT DISTINCT root FROM place ORDER BY root") }
  }

  /// How many of the briefs that a query finds have something unread for the reader of a library,
  /// which is read without a lock.
  func unread(_ query: Query, markedIn library: ReadOnlyFile) throws(LibraryError) -> Int {
    let marks = try read { index in
      try library.read { db in
        try PublishedMarks(index: index, indexPath: path, library: db).transfer()
      }
    }
    if let marks { _ = try write { db in try IndexWriter(db: db).take(marks) } }
    return try query == .all ? counts().unread : count(query).unread
  }
}

extension IndexWriter {
  /// Takes all that is known of reading away.
  func forgetMarks() throws {
    let unread = "flags & 8 | (sections > 0)"
    try run(
      """
      UPDATE brief SET unread = sections, flags = \(unread)
      WHERE unread <> sections OR flags <> (\(unread))
      """, [])
  }
}
