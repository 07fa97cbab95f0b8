import GRDB

/// What differs between the files of some folders and those of the index.
struct FileComparison {
  struct File: Sendable {
    var folder: String
    var name: String
    /// Bytes, when it was found.
    var size: Int64
    var modified: Int64
  }

  struct Gone: Sendable {
    var folder: Int64
    /// Absolute, of the file.
    var path: String
    var name: String
  }

  /// Files that are new or changed, the newest first.
  private(set) var changed: [File] = []
  private(set) var gone: [Gone] = []
  private var seen: Set<Int64> = []
  /// Whether files that are known are read again, too.
  private let readsAll: Bool

  init(readsAll: Bool = false) { self.readsAll = readsAll }

  /// Looks through folders; returns those that cannot be looked into, or are empty though they had
  /// briefs, as where a disk is not mounted. Nil where it was told to stop.
  mutating func compare(
    _ folders: [String], with db: Database, goesOn: () -> Bool
  ) throws -> [String]? {
    var scan = FolderScan()
    var missing: [String] = []
    for folder in folders {
      let isEmpty = try !scan.visit(folder) { found in
        guard goesOn() else { return false }
        try compare(found, with: db)
        return true
      }
      guard goesOn() else { return nil }
      let path = AbsolutePath.of(folder)
      if isEmpty, !scan.unreadable.contains(path), try hasFiles(path, db) { missing.append(path) }
    }
    missing += scan.unreadable
    changed.sort { ($0.modified, $1.name) > ($1.modified, $0.name) }
    try findGone(db, missing: missing)
    return missing
  }

  /// Whether the index has files of a folder or of one in it.
  private func hasFiles(_ path: String, _ db: Database) throws -> Bool {
    let sql = """
      SELECT EXISTS (SELECT 1 FROM folder JOIN file ON file.folder = folder.id
      WHERE NOT file.gone AND instr(folder.path || '/', ?) = 1)
      """
    return try Bool.fetchOne(db, sql: sql, arguments: [path == "/" ? path : path + "/"]) ?? false
  }

  private mutating func compare(_ folder: FolderScan.Folder, with db: Database) throws {
    let sql = "SELECT id FROM folder WHERE path = ?"
    let id = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [folder.path])
    var left = folder.files
    if let id {
      seen.insert(id)
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT name, size, modified, inode, gone FROM file WHERE folder = ?"),
        arguments: [id])
      while let row = try rows.next() {
        let name: String = row[0]
        let bytes = Array(name.utf8)
        guard let stamp = folder.files[bytes] else {
          if row[4] == 0 {
            gone.append(Gone(folder: id, path: folder.path + "/" + name, name: name))
          }
          continue
        }
        let known = FileStamp(size: row[1], modified: row[2], inode: row[3])
        if stamp == known, !readsAll { left[bytes] = nil }
      }
    }
    for (name, stamp) in left {
      changed.append(
        File(
          folder: folder.path, name: String(decoding: name, as: UTF8.self), size: stamp.size,
          modified: stamp.modified))
    }
  }

  /// The files of folders that are not there any more, but for those of a disk that is missing.
  private mutating func findGone(_ db: Database, missing: [String]) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT id, path FROM folder")
    for row in rows {
      let path: String = row[1]
      let isSeen = seen.contains(row[0])
      let isMissing = missing.contains { (path + "/").utf8.starts(with: ($0 + "/").utf8) }
      if isMissing { gone.removeAll { $0.folder == row[0] } }
      guard !isSeen, !isMissing else { continue }
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM file WHERE folder = ? AND NOT gone",
        arguments: [row[0] as Int64])
      gone += names.map { Gone(folder: row[0], path: path + "/" + $0, name: $0) }
    }
  }
}
