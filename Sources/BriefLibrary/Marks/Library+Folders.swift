import GRDB

/// The folders whose briefs are collected.
extension Library {
  /// Their absolute paths, in the order of the paths.
  package func folders() throws(LibraryError) -> [String] {
    try access { db in try String.fetchAll(db, sql: "SELECT path FROM folder ORDER BY path") }
  }

  /// The same of the library at a path, without a lock that others wait for; none where none is.
  package static func folders(at path: String) throws(LibraryError) -> [String] {
    try ReadOnlyFile(path: AbsolutePath.of(path), schema: .library).read { db in
      try String.fetchAll(db, sql: "SELECT path FROM folder ORDER BY path")
    } ?? []
  }

  /// Adds a folder; false where it was there already.
  package func addFolder(_ path: String) throws(LibraryError) -> Bool {
    try access { db in
      try inWriting(db) {
        try db.execute(
          sql: "INSERT OR IGNORE INTO folder (path, added_at) VALUES (?, ?)",
          arguments: [AbsolutePath.of(path), Clock.now])
        return db.changesCount > 0
      }
    }
  }

  /// The absolute path of a folder that has another in it, be it deep down; nil where none has.
  package func folder(around path: String) throws(LibraryError) -> String? {
    let path = AbsolutePath.of(path)
    return try folders().first { path.hasPrefix($0 == "/" ? $0 : $0 + "/") && path != $0 }
  }

  /// Takes a folder out, by the path that it has or had; false where it was not there.
  package func removeFolder(_ path: String) throws(LibraryError) -> Bool {
    try access { db in
      try inWriting(db) {
        try db.execute(
          sql: "DELETE FROM folder WHERE path IN (?, ?)", arguments: [path, AbsolutePath.of(path)])
        return db.changesCount > 0
      }
    }
  }
}
