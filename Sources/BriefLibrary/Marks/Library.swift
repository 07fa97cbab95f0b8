package import BriefModel
package import Foundation
import GRDB
import Synchronization

/// What is kept of reading: marks, stars and places, in one SQLite file.
///
/// Every change is in the write-ahead log when `keep` returns, so a killed program loses nothing.
/// Marks and stars are also flushed to the disk then; places are with the next mark or at the
/// close, and only a loss of power before that can take them.
package final class Library: Sendable {
  /// Absolute path of the database.
  package let path: String
  private let schema: Schema
  private let connection: Mutex<LibraryConnection>

  private init(path: String, _ schema: Schema, _ connection: LibraryConnection) {
    self.path = path
    self.schema = schema
    self.connection = Mutex(connection)
  }

  /// Opens the library at a path, making the file and its folders where they are missing. Throws
  /// `.lost` where there was one before.
  package static func open(at path: String) throws(LibraryError) -> Library {
    try open(at: path, schema: .library)
  }

  /// The folder of the library at a path, which is made where it is missing.
  package static func preparedFolder(at path: String) throws(LibraryError) -> String {
    let path = AbsolutePath.of(path)
    try StateFile(path: path).prepareFolder()
    return LibraryCopy.folder(of: path)
  }

  static func open(at path: String, schema: Schema) throws(LibraryError) -> Library {
    let path = AbsolutePath.of(path)
    return Library(path: path, schema, try LibraryConnection(to: path, schema: schema))
  }

  /// Throws where something else than a file lies in a library's place; nothing at all may.
  package static func checkKind(at path: String) throws(LibraryError) {
    try StateFile(path: AbsolutePath.of(path)).checkKind()
  }

  /// Opens a library that cannot be written now, for the reason given: what was kept is told, and
  /// nothing more is kept until `reopen` brings that about. No file at all counts as an empty one.
  package static func openUnwritable(
    at path: String, because reason: LibraryError
  ) throws(LibraryError) -> Library {
    let path = AbsolutePath.of(path)
    return Library(
      path: path, .library, try LibraryConnection(fixed: path, because: reason))
  }

  /// Why nothing can be kept; nil where it can.
  package var obstacle: LibraryError? { connection.withLock(\.obstacle) }

  /// Whether an error is about one of its files.
  package func isMeant(by error: LibraryError) -> Bool {
    ["", "-wal", "-shm"].contains { path + $0 == error.path }
  }

  /// Tries again to open a library for writing that could not be, and waits so many seconds for
  /// others; false where it still cannot, nor may, as numbers of briefs stay what they were and those
  /// that were read are of another file.
  package func reopen(patience: TimeInterval = 0) -> Bool {
    guard obstacle != nil else { return true }
    var new: LibraryConnection
    do throws(LibraryError) {
      new = try LibraryConnection(to: path, schema: .library, patience: patience)
      try connection.withLock(\.self).checkReadFile(path)
    } catch {
      connection.withLock { $0.learn(error) }
      return false
    }
    new = connection.withLock { old in
      new.patience = old.patience
      old = new
      return new
    }
    new.heedPatience()
    return true
  }

  /// Opens the same file once more, for work that may wait for others while this connection does
  /// not; throws where it cannot be written.
  package func openAgain() throws(LibraryError) -> Library {
    let connection = connection.withLock(\.self)
    if let obstacle = connection.obstacle { throw obstacle }
    try connection.checkFiles()
    let new = try Self.open(at: path)
    // It may have been replaced between the two, and numbers of briefs are those of one file.
    guard new.connection.withLock({ $0.isToFiles(of: connection) }) else {
      try new.close()
      throw .replaced(path: path)
    }
    return new
  }

  /// How many milliseconds each change waits from now on while another program is writing.
  package func wait(atMost milliseconds: Int) {
    let connection = connection.withLock { connection in
      connection.patience = milliseconds
      return connection
    }
    // Not under the lock, which who is on the connection just now may need to come off it.
    connection.heedPatience()
  }

  /// Finds the brief of one content and path, and what is known of its reading.
  ///
  /// `-` as the path is standard input, which is known by its content alone.
  package func record(path: String, fingerprint: Fingerprint) throws(LibraryError) -> ReadingRecord
  {
    let found = try records(for: [BriefKey(path: path, fingerprint: fingerprint)])
    return found.first ?? ReadingRecord()
  }

  /// The records of many briefs, in the order asked, in one transaction.
  ///
  /// Where nothing can be written just now, a brief that would get a number has none, and what is
  /// kept of its content is told, or of the brief whose file was rewritten with it; where all have to
  /// be `numbered` the reason is thrown. `known` and `earlier` are as they are to `follow`.
  package func records(
    for keys: [BriefKey], known: Set<Fingerprint> = [], earlier: [BriefKey] = [],
    numbered: Bool = false
  ) throws(LibraryError) -> [ReadingRecord] {
    let keys = keys.map(\.resolved)
    let earlier = earlier.map(\.resolved)
    return try access { db in
      if let known = try Self.known(keys, db) { return known }
      if let obstacle {
        if numbered { throw obstacle }
        return try Self.unregistered(keys, known, earlier, db)
      }
      do {
        return try inWriting(db, resolving: keys, earlier: earlier) { shelf in
          try keys.map { key in
            try shelf.leave(key, ifKnown: known)
            return try shelf.record(of: shelf.brief(for: key))
          }
        }
      } catch let error as DatabaseError
        where !numbered && LibraryError(error, path: path).isPassing
      {
        return try Self.unregistered(keys, known, earlier, db)
      }
    }
  }

  /// The number of the last change of what was read.
  package func lastTouched() throws(LibraryError) -> Int64 {
    try access { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM touched")) ?? 0
    }
  }

  /// The records of contents, in the order given; an empty one where nothing is kept of one.
  func knownRecords(of fingerprints: [Fingerprint]) throws(LibraryError) -> [ReadingRecord] {
    try access { db in
      try db.transaction(.deferred) {
        let shelf = Shelf(db: db)
        return try fingerprints.map { fingerprint in
          try shelf.brief(holding: fingerprint).map(shelf.record) ?? ReadingRecord()
        }
      }
    }
  }

  /// Keeps changes whole or not at all; they are in the log when this returns.
  package func keep(_ changes: [LibraryChange]) throws(LibraryError) {
    _ = try keep([LibraryChanges(changes)])
  }

  /// Keeps the changes of several steps in their order, all or none; they are in the log when this
  /// returns. Briefs that have no number get one.
  package func keep(_ steps: [LibraryChanges]) throws(LibraryError) -> KeptChanges {
    guard steps.contains(where: { !$0.isEmpty }) else { return KeptChanges() }
    let isDurable = steps.contains { $0.markCount > 0 }
    return try access { db in
      try db.execute(sql: "PRAGMA synchronous = \(isDurable ? "FULL" : "NORMAL")")
      let keys = steps.flatMap { $0.unnumbered.map(\.key.resolved) }
      return try inWriting(db, resolving: keys) { shelf in
        try shelf.keep(steps, path: path)
      }
    }
  }

  /// Brings the log into the file and closes it; nothing else may be called after.
  package func close() throws(LibraryError) {
    let connection = connection.withLock(\.self)
    do { try connection.close() } catch { throw LibraryError(error, path: path) }
  }

  /// The records when all briefs are known at their paths, which needs no lock for writing.
  private static func known(_ keys: [BriefKey], _ db: Database) throws -> [ReadingRecord]? {
    try db.transaction(.deferred) {
      var records: [ReadingRecord] = []
      for key in keys {
        guard let id = try Shelf(db: db).known(key) else { return nil }
        records.append(try Shelf(db: db).record(of: id))
      }
      return records
    }
  }

  /// What would be the records of briefs if something could be written: one that was rewritten has
  /// no number yet, and the marks of the brief that it will be.
  private static func unregistered(
    _ keys: [BriefKey], _ known: Set<Fingerprint>, _ earlier: [BriefKey], _ db: Database
  ) throws -> [ReadingRecord] {
    let shelf = Shelf(db: db)
    let places = Dictionary(earlier.map { ($0.path, $0.fingerprint) }) { first, _ in first }
    return try keys.map { key in
      if let holder = try shelf.brief(holding: key.fingerprint) {
        return try shelf.record(of: holder)
      }
      guard !known.contains(key.fingerprint), let path = key.path,
        let resident = try shelf.brief(at: path) ?? places[path].flatMap(shelf.brief(holding:))
      else { return ReadingRecord() }
      var record = try shelf.record(of: resident)
      record.id = nil
      return record
    }
  }

  /// Runs a body on the connection; what fails is told in our words.
  ///
  /// Damage that shows is noted, so that the next program that opens the library looks for it.
  func access<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    let connection = connection.withLock(\.self)
    try connection.checkFiles()
    do {
      return try connection.queue.writeWithoutTransaction(body)
    } catch {
      // What is read by the log of others is no damage.
      try connection.checkFiles()
      let error = connection.obstacle(error) ?? LibraryError(error, path: path)
      if error.suggestsDamage, connection.obstacle == nil { DamageNote(library: path).leave() }
      throw error
    }
  }

  /// Reads the file that is open, also where another lies at the path now.
  func readReplaced<T>(_ body: (Database) throws -> T) throws -> T {
    try connection.withLock(\.self).queue.read(body)
  }

  /// Runs a body in a transaction that may write.
  ///
  /// Who restores the library may have moved the file aside while this waited for it, and lets it go
  /// then: what is written to it would be lost.
  ///
  /// A newer program may have brought the library forward while it was open here: only that knows
  /// what is to be kept beside a mark then, so that nothing is written any more.
  func inWriting<T>(_ db: Database, _ body: () throws -> T) throws -> T {
    try db.transaction(.immediate) {
      try connection.withLock(\.self).checkFiles()
      try schema.refuseNewer(db, path: path)
      return try body()
    }
  }
}
