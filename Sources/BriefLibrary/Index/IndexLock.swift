import Glibc

/// Lets one process at a time bring an index up to date; let go when it ends, however it ends.
final class IndexLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of the index at a path; nil where another process has it.
  init?(path: String) throws(LibraryError) {
    let path = path + ".lock"
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw LibraryError(errno, path: path) { .indexUnwritable(path: path, why: $0) }
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
