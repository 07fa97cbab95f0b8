import Dispatch
import Glibc

/// Lets many processes open an index at once, or one remove it and make it anew; let go when it
/// ends, however it ends.
enum OpeningLock {
  /// Seconds that one waits for the others, who need milliseconds.
  private static let patience = 2

  /// The file that is locked beside an index.
  static func path(besideIndex path: String) -> String { path + ".opening" }

  /// Runs a body while nobody removes the index at a path.
  static func sharing<T>(_ path: String, _ body: () throws -> T) throws -> T {
    try holding(path, LOCK_SH, body)
  }

  /// Runs a body while nobody else opens or removes the index at a path.
  static func alone<T>(_ path: String, _ body: () throws -> T) throws -> T {
    try holding(path, LOCK_EX, body)
  }

  private static func holding<T>(
    _ path: String, _ kind: Int32, _ body: () throws -> T
  ) throws -> T {
    try StateFile(path: path).prepareFolder()
    let file = Self.path(besideIndex: path)
    let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw LibraryError(errno, path: file) { why in .unwritable(path: file, why: why) }
    }
    defer { close(descriptor) }
    let deadline = DispatchTime.now() + .seconds(patience)
    while flock(descriptor, kind | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw LibraryError.unwritable(path: file, why: String(cString: strerror(errno)))
      }
      guard DispatchTime.now() < deadline else { throw LibraryError.locked(path: file) }
      usleep(5000)
    }
    return try body()
  }
}
