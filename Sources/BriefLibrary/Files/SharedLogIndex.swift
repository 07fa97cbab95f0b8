import Synchronization

/// Which index of its log each database has that this process has open.
///
/// SQLite lets all connections of a process to one file share the index that the first of them
/// opened, be another in its place when the next is opened.
enum SharedLogIndex {
  private struct Use {
    var index: FileIdentity?
    var connections: Int
  }

  private static let uses = Mutex<[FileIdentity: Use]>([:])

  /// The index that one more connection to a file has: that of the others, or else the one at a path.
  static func take(of file: FileIdentity, at path: String) -> FileIdentity? {
    uses.withLock { uses in
      var use = uses[file] ?? Use(index: FileIdentity(path: path), connections: 0)
      use.connections += 1
      uses[file] = use
      return use.index
    }
  }

  /// Says that a connection to a file is closed.
  static func letGo(of file: FileIdentity) {
    uses.withLock { uses in
      guard var use = uses[file] else { return }
      use.connections -= 1
      uses[file] = use.connections > 0 ? use : nil
    }
  }
}
