import BriefModel
import GRDB
import Glibc

/// What can be made again of the briefs in the library's folders: their titles, sources and words,
/// in one SQLite file beside the library's.
///
/// One connection; whoever reads beside another opens an index of his own. Readers wait for nobody.
package final class BriefIndex: Sendable {
  /// The file's name, which changes with its tables: an index of other tables is made anew.
  package static let fileName = "index.2.sqlite"

  /// Absolute path of the database.
  package let path: String
  let queue: DatabaseQueue

  private init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// The path of the index that belongs to a library.
  package static func path(besideLibrary path: String) -> String {
    let path = AbsolutePath.of(path)
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return folder + fileName
  }

  /// Opens the index at a path, making an empty one where none is.
  ///
  /// Throws `.damaged` for what is no index; it may be removed then, as nothing in it is lost.
  package static func open(at path: String) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    try StateFile(path: path).prepare()
    do {
      return BriefIndex(
        path: path,
        queue: try DatabaseQueue(path: path, configuration: configuration(path: path)))
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Opens the index at a path; one that is damaged is made anew, as nothing in it is lost.
  package static func openOrRemake(at path: String) throws(LibraryError) -> BriefIndex {
    do throws(LibraryError) {
      return try open(at: path)
    } catch .damaged, .foreign {
      for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
      return try open(at: path)
    }
  }

  /// Opens an index that cannot be written, as on a disk that is mounted so.
  package static func openUnwritable(at path: String) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.prepareDatabase { db in db.add(tokenizer: BriefTokenizer.self) }
      return BriefIndex(
        path: path,
        queue: try DatabaseQueue(path: FixedFile.uri(path), configuration: configuration))
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private static func configuration(path: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      db.add(tokenizer: BriefTokenizer.self)
      // In one transaction, as another process may be making the tables just now.
      var isCurrent = false
      try db.inTransaction(.deferred) {
        isCurrent = try Schema.index.isCurrent(db, path: path)
        return .commit
      }
      if !isCurrent {
        try retryingWhileBusy { try Schema.index.migrate(db, path: path) }
      }
      // What the last moments before a loss of power brought is made again.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }

  /// Closes the file; nothing else may be called after.
  package func close() throws(LibraryError) {
    do { try queue.close() } catch { throw LibraryError(error, path: path) }
  }

  /// Ends what another thread asks just now; that call fails with `interrupted`.
  package func interrupt() { queue.interrupt() }

  /// Readies the connection for much that is written in a row: as much of the file as its words
  /// are merged from stays in memory, and the log is as long as a few batches.
  func prepareForWriting() throws(LibraryError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000")
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Gives back the memory that writing took.
  func endWriting() {
    try? queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000; PRAGMA shrink_memory")
    }
  }

  /// Runs a body that reads, in one transaction.
  func read<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    do { return try queue.read(body) } catch { throw LibraryError(error, path: path) }
  }

  /// Runs a body that writes, in one transaction.
  func write<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    do {
      return try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          result = try body(db)
          return .commit
        }
        guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return result
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }
}
