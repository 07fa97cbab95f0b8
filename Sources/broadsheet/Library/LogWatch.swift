import Glibc

/// Tells when a library may have changed, or another file may have taken its place (inotify(7)):
/// changes are in its log first.
struct LogWatch {
  /// To be polled for reading; -1 where the system gives none.
  let descriptor: Int32

  private static let eventsOfLog =
    UInt32(IN_MODIFY) | UInt32(IN_MOVE_SELF) | UInt32(IN_DELETE_SELF)
  /// A file that is open and is removed or replaced has fewer links. SQLite, as root, sets the owner
  /// of a log whenever it opens it, so that of that no such thing is asked.
  private static let eventsOfFile =
    UInt32(IN_ATTRIB) | UInt32(IN_MOVE_SELF) | UInt32(IN_DELETE_SELF)

  /// Watches from now on a library that is open; where the system refuses it tells nothing.
  init(library path: String) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return }
    inotify_add_watch(descriptor, path + "-wal", Self.eventsOfLog)
    inotify_add_watch(descriptor, path, Self.eventsOfFile)
  }

  /// Takes what the descriptor has told.
  func take() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while buffer.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 {}
  }

  /// Lets the system's watches go.
  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }
}
