import GRDB

extension BriefIndex {
  /// Readies the connection for much that is written in a row: as much of the file as its words
  /// are merged from stays in memory, and the log is as long as a few batches.
  func prepareForWriting() throws(LibraryError) {
    try configure { db in
      try db.execute(sql: "PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000")
    }
  }

  /// Runs a body that writes, in one transaction, and fails where it would have to wait for another
  /// that writes.
  func withoutWaiting<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    try configure { db in try db.execute(sql: "PRAGMA busy_timeout = 0") }
    defer {
      try? configure { db in try db.execute(sql: "PRAGMA busy_timeout = \(Self.patience)") }
    }
    return try write(body)
  }

  /// Gives back the memory that writing took.
  func endWriting() {
    try? configure { db in
      try db.execute(
        sql: "PRAGMA cache_size = -2000; PRAGMA wal_autocheckpoint = 1000; PRAGMA shrink_memory")
    }
  }

  /// Makes the file as small as what is in it, some megabytes at a time.
  func giveBackRoom() throws(LibraryError) {
    try configure { db in
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      for _ in stride(from: 0, to: free, by: 2000) {
        try db.execute(sql: "PRAGMA incremental_vacuum(2000)")
      }
      try db.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
    }
  }
}
