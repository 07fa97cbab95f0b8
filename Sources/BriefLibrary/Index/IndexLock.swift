import Glibc

/// Lets one process at a time bring an index up to date; let go when it ends, however it ends.
final class IndexLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of the index at a path; nil where another process has it.
  init?(path: String) throws(LibraryError) {
    let path = path + ".lock"
    for _ in 0..<Self.attempts {
      let descriptor = try Self.open(path)
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        return nil
      }
      if FileIdentity(descriptor: descriptor) == FileIdentity(path: path) {
        self.descriptor = descriptor
        return
      }
      // Who had it removed the file after it was opened here, so that the next one locks another.
      close(descriptor)
    }
    return nil
  }

  /// Whether a process has the lock of the index at a path.
  static func isHeld(path: String) -> Bool {
    let descriptor = Glibc.open(path + ".lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Whoever finds the file removed so often leaves the lock to those who do so.
  private static let attempts = 100

  private static func open(_ path: String) throws(LibraryError) -> Int32 {
    let descriptor = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw LibraryError(errno, path: path) { .indexUnwritable(path: path, why: $0) }
    }
    return descriptor
  }

  deinit { close(descriptor) }
}
