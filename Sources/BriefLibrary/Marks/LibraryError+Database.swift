import GRDB

extension LibraryError {
  /// Says in our words what the database reported about the file at `path`.
  init(_ error: any Error, path: String) {
    if let known = error as? LibraryError {
      self = known
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
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      self = .unwritable(path: path, why: why)
    default: self = .failed(path: path, why: why)
    }
  }
}
