import CSQLite
import GRDB
import Synchronization

/// A database that nothing can write, for SQLite: <https://www.sqlite.org/uri.html>.
enum FixedFile {
  /// Opens a file to read it, with what a program that was killed left in the log; throws where that
  /// cannot be read. `prepare` is run on the connection first.
  ///
  /// The log has an index of its own, a file that SQLite makes where it is missing. Where it cannot,
  /// as on a disk that is read-only or full, that is made in memory: SQLite does so for one who is
  /// alone with the file, and takes them at their word in its VFS without locks.
  ///
  /// To close such a connection would drop the locks that this process has on the file by then, so
  /// that it stays open.
  static func open(
    _ path: String, prepare: @escaping @Sendable (Database) throws -> Void
  ) throws -> DatabaseQueue {
    try StateFile(path: path).checkKind()
    do {
      return try connect(uri(path, "mode=ro"), prepare)
    } catch {
      let isHeld = (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
      guard !isHeld, hasLog(path) else { return try connect(uri(path), prepare) }
      let alone = try connect(uri(path, "mode=ro&vfs=unix-none")) { db in
        _ = db.sqliteConnection.map(broadsheet_sqlite_leave_log)
        try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        try prepare(db)
      }
      withoutLocks.withLock { $0.append(alone) }
      return alone
    }
  }

  private static let withoutLocks = Mutex<[DatabaseQueue]>([])

  private static func connect(
    _ uri: String, _ prepare: @escaping @Sendable (Database) throws -> Void
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase(prepare)
    return try DatabaseQueue(path: uri, configuration: configuration)
  }

  private static func hasLog(_ path: String) -> Bool {
    let real = AbsolutePath.real(path) ?? path
    return FileStamp(path: real + "-wal").map { $0.size > 0 } ?? false
  }

  /// The URI of a file that SQLite reads without a lock and without a log, or in another way.
  static func uri(_ path: String, _ options: String = "immutable=1") -> String {
    var uri = "file:"
    for byte in path.utf8 {
      switch byte {
      case 0x2F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return uri + "?" + options
  }
}
