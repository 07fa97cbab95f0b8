import CSQLite
import GRDB
import Synchronization

/// The files of a database that is open: its own, its log, and the index of the log.
///
/// SQLite holds them open and never looks for them again. What is committed while another lies at the
/// place of one, or nothing, is seen by nobody who opens the database then. A connection that brought
/// such a log into the file, or removed it by its name, as SQLite does with the last one that is
/// closed, would take what these have committed: it leaves both alone.
final class OpenFiles: Sendable, Equatable {
  private struct Companion: Equatable {
    let path: String
    let file: FileIdentity
  }

  private let queue: DatabaseQueue
  private let path: String
  private let file: FileIdentity
  private let companions: [Companion]
  private let isLetGo = Mutex(false)

  /// The files of a connection by which the database was read already, so that all are open.
  init(_ queue: DatabaseQueue, path: String, file: FileIdentity) {
    self.queue = queue
    self.path = path
    self.file = file
    let real = AbsolutePath.real(path) ?? path
    let index = SharedLogIndex.take(of: file, at: real + "-shm")
    // None where the disk cannot have them.
    companions = [(real + "-wal", FileIdentity(path: real + "-wal")), (real + "-shm", index)]
      .compactMap { path, file in file.map { Companion(path: path, file: $0) } }
  }

  /// The path of a file in whose place another lies, or nothing; nil where all are in theirs.
  var moved: String? {
    if FileIdentity(path: path) != file { return path }
    return companions.first { FileIdentity(path: $0.path) != $0.file }?.path
  }

  /// Whether two connections have the same open.
  static func == (one: OpenFiles, other: OpenFiles) -> Bool {
    one.file == other.file && one.companions == other.companions
  }

  /// Closes the connection.
  func close() throws {
    letGo()
    try queue.close()
  }

  deinit { letGo() }

  private func letGo() {
    let wasLetGo = isLetGo.withLock { isLetGo in
      defer { isLetGo = true }
      return isLetGo
    }
    guard !wasLetGo else { return }
    if moved != nil {
      // The last to let go of it may be on the connection.
      queue.unsafeReentrantWrite { db in
        _ = db.sqliteConnection.map(broadsheet_sqlite_leave_log)
      }
    }
    SharedLogIndex.letGo(of: file)
  }
}
