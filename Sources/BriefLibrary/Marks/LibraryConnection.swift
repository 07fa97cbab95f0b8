import Foundation
import GRDB

/// The connection to a library, and which file it is to.
struct LibraryConnection {
  let queue: DatabaseQueue
  /// Why nothing can be written; nil where it can.
  private(set) var obstacle: LibraryError?
  /// The files that are open; nil where they are only read, or none is there.
  private let files: OpenFiles?
  /// The file that is only read; nil where none was there.
  private let readFile: FileIdentity?
  /// How many milliseconds a change waits while another program is writing.
  var patience = Self.usualPatience
  /// That, until it is told otherwise.
  private static let usualPatience = 2000

  /// Opens a library to read and write, making the file and its folders where they are missing.
  ///
  /// Opening waits for others for so many seconds; what comes after it does for two. A library that
  /// is lost is not made anew, as its copy would be overlooked for ever.
  init(to path: String, schema: Schema, patience: TimeInterval = 2) throws(LibraryError) {
    try Self.refuseLost(path)
    try StateFile(path: path).prepare()
    readFile = nil
    // Who restores it may have moved the file aside meanwhile: the one that is there now was made
    // just now, and SQLite is to make none.
    try Self.refuseLost(path)
    do {
      let (opened, file) = try FileIdentity.opening(path) {
        try DatabaseQueue(
          path: FixedFile.uri(path, "mode=rw"),
          configuration: Self.configuration(path: path, schema: schema, patience))
      }
      queue = opened
      files = file.map { OpenFiles(opened, path: path, file: $0) }
    } catch {
      try Self.refuseLost(path)
      let known = LibraryError(error, path: path)
      guard case .failed = known, DatabaseHead.isDamaged(at: path) else { throw known }
      throw .damaged(path: path)
    }
  }

  private static func refuseLost(_ path: String) throws(LibraryError) {
    if let loss = LibraryLoss(library: path) { throw .lost(path: path, loss) }
  }

  /// Opens a library that cannot be written, and waits for nobody.
  init(fixed path: String, because reason: LibraryError) throws(LibraryError) {
    obstacle = reason
    files = nil
    do {
      (queue, readFile) =
        try reason.isPassing && FileStamp(path: path).map { $0.size == 0 } ?? true
        ? (Self.empty(path), nil) : FileIdentity.opening(path) { try Self.fixed(path) }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Lets changes wait for as long as `patience` says. Where that cannot be set they wait as before.
  func heedPatience() {
    try? queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = \(patience)")
    }
  }

  /// Throws where a file that is open, be it the log, is not the one at its path: what is written
  /// would be lost with one that nobody finds, or that is kept aside.
  func checkFiles() throws(LibraryError) {
    if let moved = files?.moved { throw .replaced(path: moved) }
  }

  /// Brings the log into the file, unless one of them is another by now, and closes it.
  func close() throws {
    if let files { try files.close() } else { try queue.close() }
  }

  /// Whether another connection has the same files open.
  func isToFiles(of other: Self) -> Bool { files == other.files }

  /// Throws where another file lies at the path than the one that was only read.
  func checkReadFile(_ path: String) throws(LibraryError) {
    guard let readFile, FileIdentity(path: path) != readFile else { return }
    throw .replaced(path: path)
  }

  /// Takes note of why the library cannot be written now, where that is not over by itself.
  mutating func learn(_ error: LibraryError) {
    if error.isMendedByOpening { obstacle = error }
  }

  /// Why a write failed on a connection that has none.
  func obstacle(_ error: any Error) -> LibraryError? {
    (error as? DatabaseError)?.resultCode == .SQLITE_READONLY ? obstacle : nil
  }

  private static func fixed(_ path: String) throws -> DatabaseQueue {
    try FixedFile.open(path) { db in
      guard try Schema.library.isCurrent(db, path: path) else {
        throw LibraryError.unwritable(path: path, why: "it is not of this version")
      }
    }
  }

  /// The tables alone, in memory, for a library that is not there yet.
  private static func empty(_ path: String) throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in
      try Schema.library.migrate(db, path: path)
      try db.execute(sql: "PRAGMA query_only = 1")
    }
    return queue
  }

  /// One connection is all that one reader needs, and the cheapest to open.
  ///
  /// The journal's mode is kept in the file, so it is set by the migration and not by GRDB, which
  /// would write to the file each time.
  private static func configuration(
    path: String, schema: Schema, _ patience: TimeInterval
  ) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      // In one transaction, as another process may be making the tables just now.
      let isCurrent = try db.transaction(.deferred) {
        try schema.isCurrent(db, path: path)
      }
      if !isCurrent {
        try schema.keepCopy(db, path: path)
        try retryingWhileBusy { try schema.migrate(db, path: path) }
      } else if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
        // A copy that was put in the library's place.
        try retryingWhileBusy { try db.execute(sql: "PRAGMA journal_mode = WAL") }
      }
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = \(usualPatience)")
    }
    return configuration
  }
}
