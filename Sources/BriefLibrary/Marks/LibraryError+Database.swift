import GRDB
import Glibc

extension LibraryError {
  /// What the system's number of an error says of a file that is written: that there is no room, or
  /// something `else`.
  init(_ code: Int32, path: String, else other: (String) -> LibraryError) {
    switch code {
    case ENOSPC: self = .diskFull(path: path)
    case EDQUOT: self = .noRoom(path: path, why: Self.quota)
    default: self = other(String(cString: strerror(code)))
    }
  }

  /// Says in our words what the database reported about the file at `path`.
  init(_ error: any Error, path: String) {
    if let known = error as? LibraryError {
      self = known
      return
    }
    // A column has something else in it than its table says.
    if error is RowDecodingError {
      self = .damaged(path: path)
      return
    }
    guard let failure = error as? DatabaseError else {
      self = .failed(path: path, why: String(describing: error))
      return
    }
    let why = failure.message ?? "code \(failure.extendedResultCode.rawValue)"
    switch failure.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: self = .locked(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    // The index of the log is a file too, of which SQLite tells no more than that it failed.
    case .SQLITE_IOERR where Self.isFull(path): self = .diskFull(path: path)
    case .SQLITE_IOERR where Self.growing.contains(failure.extendedResultCode):
      self = .noRoom(path: path, why: Self.sizeLimit ?? Self.quota)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .unwritable(path: path, why: why)
    default: self = .failed(path: path, why: why)
    }
  }

  /// What SQLite reports where a file cannot grow.
  private static let growing: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_TRUNCATE,
  ]

  private static let quota =
    "its disk takes no more; see whether a quota is reached, or the disk is damaged"

  /// That a file is as large as `ulimit -f` lets it become; nil where there is no such limit.
  private static var sizeLimit: String? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0,
      limit.rlim_cur != .max
    else { return nil }
    return "files may not grow beyond \(limit.rlim_cur) bytes here; raise ulimit -f"
  }

  /// Whether the disk of a file has no room for what SQLite writes at the least.
  private static func isFull(_ path: String) -> Bool {
    var disk = statvfs()
    return statvfs(path, &disk) == 0 && UInt(disk.f_bavail) * disk.f_frsize < 128 * 1024
  }
}
