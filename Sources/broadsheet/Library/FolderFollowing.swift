import BriefLibrary
import Dispatch
import Glibc
import Terminal

/// Follows folders beside the loop, and says when something in them has changed.
final class FolderFollowing: Sendable {
  private let queue = DispatchQueue(label: "following", qos: .utility)
  /// Has a letter once it is to end; nil where the system gives none.
  private let end = try? Mailbox<Void>()

  /// Begins; `folders` says which they are and is asked again when the library at a path, which is
  /// open, may have changed, `tell` gets by what changes are seen, where that is new, and `look` gets
  /// the folders to be looked through: all for the first time, once they are watched, so that no
  /// change falls between.
  func start(
    _ folders: @escaping @Sendable () -> [String], of library: String,
    tell: @escaping @Sendable (String) -> Void, look: @escaping @Sendable (IndexScope) -> Void
  ) {
    queue.async { [end] in
      guard let ender = end?.descriptor else { return look(.all) }
      let library = LogWatch(library: library)
      defer { library.close() }
      var changes = FolderChanges(ender: ender, library: library)
      defer { changes.close() }
      var watched: [String] = []
      var told = ""
      var scope: IndexScope? = .all
      while !Self.isReadable(ender) {
        let now = folders()
        let isNew = now != watched
        if isNew {
          changes.close()
          changes = FolderChanges(ender: ender, library: library)
          watched = now
        }
        // What is said of briefs alone, or of the library, brings no new folders.
        if isNew || scope == .all { changes.watch(now) }
        if changes.way != told { tell(changes.way) }
        told = changes.way
        if isNew { look(.all) }
        scope = changes.wait(FolderChanges.pause)
        if let scope { look(scope) }
      }
    }
  }

  /// Ends it, and waits until it has ended.
  func close() {
    end?.post(())
    queue.sync {}
  }

  private static func isReadable(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }
}
