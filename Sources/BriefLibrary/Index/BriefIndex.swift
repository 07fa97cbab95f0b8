import BriefModel
import GRDB
import Glibc
import Synchronization

/// What can be made again of the briefs in the library's folders: their titles, sources and words,
/// in one SQLite file beside the library's.
///
/// One connection; whoever reads beside another opens an index of his own. Readers wait for nobody.
///
/// Where damage shows in the midst of work, the file is made anew and the call that met it throws
/// `.indexRemade`; who has the old file open, in this process or another, goes over to the new one
/// with the next call.
package final class BriefIndex: Sendable {
  /// The file's name, or the end of it, which changes with its tables: an index of other tables is
  /// made anew.
  package static let fileName = "index.13.sqlite"

  /// How many milliseconds a change waits while another program is writing.
  static let patience = 5000

  /// Absolute path of the database.
  package let path: String
  let connection: Mutex<Connection>

  struct Connection {
    var queue: DatabaseQueue
    /// The one that is open; nil where it is only read.
    var file: FileIdentity?
    /// That with its log, where it can be written.
    var files: OpenFiles?
    var isWritable = true
    var isPublished = false
    /// The folders of a published one that are shown; nil for all.
    var shown: LibraryRoots?
    /// Which state of the file was seen last (`PRAGMA data_version`); nil where none was.
    var state: Int?
  }

  init(path: String, _ connection: Connection) {
    self.path = path
    self.connection = Mutex(connection)
  }

  /// Whether the file can be written; where not, it is read as it was when it was opened.
  package var isWritable: Bool { connection.withLock(\.isWritable) }

  /// Whether another process publishes it, and what was read lies over it (`ReaderOverlay`).
  package var isPublished: Bool { connection.withLock(\.isPublished) }

  /// The path of the index that belongs to a library: `index.13.sqlite`, and beside one that is
  /// not named as usual, `work.sqlite.index.13.sqlite`, as several may lie in one folder.
  package static func path(besideLibrary path: String) -> String {
    let path = AbsolutePath.of(path)
    let isUsual = path.pathName == "library.sqlite"
    return path.sibling(named: isUsual ? fileName : "\(path.pathName).\(fileName)")
  }

  /// Opens the index at a path, making an empty one where none is.
  ///
  /// Throws `.damaged` for what is no index; it may be removed then, as nothing in it is lost.
  package static func open(at path: String) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    do {
      var opened = try OpeningLock.sharing(path) { try connect(path) }
      opened.state = try opened.queue.read(fileState)
      return BriefIndex(path: path, opened)
    } catch {
      throw LibraryError(error, path: path).ofIndex
    }
  }

  /// Opens the index at a path; one that is damaged is made anew, as nothing in it is lost.
  package static func openOrRemake(at path: String) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    let damaged = FileIdentity(path: path)
    do throws(LibraryError) {
      return try open(at: path)
    } catch .damaged, .foreign {
      do {
        return BriefIndex(path: path, try remake(path, damaged))
      } catch {
        throw LibraryError(error, path: path).ofIndex
      }
    }
  }

  /// Tries again to open an index for writing that could not be; false where it still cannot.
  package func reopen() -> Bool {
    guard !isWritable else { return true }
    guard !isPublished else { return false }
    guard let opened = try? OpeningLock.sharing(path, { try Self.connect(path) }) else {
      return false
    }
    connection.withLock { $0 = opened }
    return true
  }

  private static func unlinkFiles(at path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Opens an index that cannot be written, as on a disk that is mounted so.
  package static func openUnwritable(at path: String) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    do {
      let queue = try FixedFile.open(path) { db in IndexFunctions.add(to: db) }
      return BriefIndex(path: path, Connection(queue: queue, isWritable: false))
    } catch {
      throw LibraryError(error, path: path).ofIndex
    }
  }

  /// One without briefs, in memory, for work that does not need the file that cannot be opened.
  package static func empty(insteadOf path: String) throws(LibraryError) -> BriefIndex {
    let path = AbsolutePath.of(path)
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { db in
        IndexFunctions.add(to: db)
        try Schema.index.migrate(db, path: path)
        try db.execute(sql: "PRAGMA query_only = 1")
      }
      let queue = try DatabaseQueue(configuration: configuration)
      return BriefIndex(path: path, Connection(queue: queue, isWritable: false))
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private static func configuration(path: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(patience) / 1000)
    configuration.prepareDatabase { db in
      IndexFunctions.add(to: db)
      // In one transaction, as another process may be making the tables just now.
      let isCurrent = try db.transaction(.deferred) {
        try Schema.index.isCurrent(db, path: path)
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
    let connection = connection.withLock(\.self)
    do {
      if let files = connection.files { try files.close() } else { try connection.queue.close() }
    } catch {
      throw LibraryError(error, path: path).ofIndex
    }
  }

  /// Ends what another thread asks just now; that call fails with `interrupted`.
  package func interrupt() { open.interrupt() }

  /// Runs a body that reads, in one transaction.
  func read<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    try access { queue in try queue.read(body) }
  }

  /// Runs a body that writes, in one transaction.
  func write<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    try configure { db in try db.transaction(.immediate) { try body(db) } }
  }

  /// Runs a body on the connection, in no transaction.
  func configure<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    try access { queue in try queue.writeWithoutTransaction(body) }
  }

  /// Whether another connection, be it of this process, has changed the file since this was asked
  /// last, or since it was opened.
  package func hasChanged() throws(LibraryError) -> Bool {
    let state = try configure(Self.fileState)
    return connection.withLock { connection in
      defer { connection.state = state }
      return connection.state != state
    }
  }

  private static func fileState(_ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "PRAGMA data_version")
  }

  // MARK: - Damage

  private var open: DatabaseQueue { connection.withLock { $0.queue } }

  private func access<T>(_ body: (DatabaseQueue) throws -> T) throws(LibraryError) -> T {
    do {
      return try body(try current())
    } catch {
      let error = LibraryError(error, path: path).ofIndex
      guard isWritable, case .damaged = error else { throw error }
      try remake()
      throw .indexRemade(path: path)
    }
  }

  /// The connection to the file that lies at the path now, as another may have made it anew. One
  /// beside the log of which another lies, or nothing, counts as damaged: nobody else sees in it what
  /// is seen here.
  private func current() throws -> DatabaseQueue {
    try connection.withLock { connection in
      guard connection.isWritable else { return connection.queue }
      guard FileIdentity(path: path) == connection.file else { return try reopen(&connection) }
      if connection.files?.moved != nil { throw LibraryError.damaged(path: path) }
      return connection.queue
    }
  }

  /// Removes the damaged file, unless another has done so, and opens a new one.
  private func remake() throws(LibraryError) {
    do {
      try connection.withLock { connection in
        connection = try Self.remake(path, connection.file)
      }
    } catch {
      throw LibraryError(error, path: path).ofIndex
    }
  }

  private func reopen(_ connection: inout Connection) throws -> DatabaseQueue {
    let opened = try OpeningLock.sharing(path) { try Self.connect(path) }
    connection = opened
    return opened.queue
  }

  /// Makes an index in the place of a damaged one, unless another has done so. Nobody opens or
  /// makes one meanwhile: of two that were removed and made at once one would have the log of the
  /// other.
  private static func remake(_ path: String, _ damaged: FileIdentity?) throws -> Connection {
    try OpeningLock.alone(path) {
      if FileIdentity(path: path) == damaged { unlinkFiles(at: path) }
      return try connect(path)
    }
  }

  /// Opens the file at a path, making it where none is.
  private static func connect(_ path: String) throws -> Connection {
    try StateFile(path: path).prepare()
    let opened = try FileIdentity.opening(path) {
      try DatabaseQueue(path: path, configuration: configuration(path: path))
    }
    let files = opened.file.map { OpenFiles(opened.opened, path: path, file: $0) }
    return Connection(queue: opened.opened, file: opened.file, files: files)
  }
}
