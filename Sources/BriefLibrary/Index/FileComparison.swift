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

  struct Gone: Sendable, Hashable {
    var folder: Int64
    /// Absolute, of the file.
    var path: String
    var name: String

    init(_ name: String, in folder: Int64, _ path: String) {
      self.folder = folder
      self.name = name
      self.path = IndexedFile.path(name, in: path)
    }
  }

  /// Files that are new or changed, the newest first.
  private(set) var changed: [File] = []
  private(set) var gone: [Gone] = []
  /// The inodes of the files that are new or changed.
  private(set) var inodes: Set<Int64> = []
  /// Where folders are that lay elsewhere before, or are new.
  private(set) var places: [String: FolderPlace] = [:]
  private var knownPlaces: [String: FolderPlace] = [:]
  private var seen: Set<Int64> = []
  private var unmounted: [UnseenFolder] = []
  /// Whether all folders were looked through.
  private(set) var isWhole = true
  /// Whether files are read again whose briefs the index has without their texts.
  private let needsTexts: Bool
  /// Where files may lie; nil where links are followed wherever they lead.
  private let bounds: LibraryRoots?

  init(needingTexts: Bool = false, within bounds: LibraryRoots? = nil) {
    needsTexts = needingTexts
    self.bounds = bounds
  }

  /// Looks through folders; returns what cannot be looked into, and where a disk is not mounted any
  /// more. Nil where it was told to stop.
  mutating func compare(
    _ folders: [String], with db: Database, goesOn: () -> Bool
  ) throws -> [UnseenFolder]? {
    knownPlaces = try FolderPlace.all(db)
    var scan = FolderScan(within: bounds)
    for root in folders {
      try scan.visit(root) { found in
        guard goesOn() else { return false }
        try compare(found, in: root, with: db)
        return true
      }
      guard goesOn() else { return nil }
    }
    changed.sort { ($0.modified, $1.name) > ($1.modified, $0.name) }
    try findGone(db, roots: Set(folders), unseen: scan.unseen)
    return scan.unseen + unmounted
  }

  /// Looks through some folders alone, and not those in them; false where all have to be looked
  /// through, as one of these is new, gone, or without any brief.
  mutating func compare(
    only paths: Set<String>, of roots: [String], with db: Database
  ) throws -> Bool {
    isWhole = false
    knownPlaces = try FolderPlace.all(db)
    for path in Set(paths.map(AbsolutePath.of)) where bounds?.holds(path) ?? true {
      guard let found = FolderScan.briefs(in: path, within: bounds) else { return false }
      // A folder without any brief is new to nobody.
      if found.files.isEmpty, knownPlaces[path] == nil { continue }
      guard let place = knownPlaces[path], roots.contains(place.root), !found.files.isEmpty,
        found.device == place.device
      else { return false }
      try compare(found, in: place.root, with: db)
    }
    changed.sort { ($0.modified, $1.name) > ($1.modified, $0.name) }
    return true
  }

  /// Asks, without a look at the disk, for the files that lie in no folder of the library and were
  /// found in none.
  mutating func compare(outside roots: LibraryRoots, with db: Database) throws {
    isWhole = false
    let places = try FolderPlace.all(db)
    for (id, path) in try Self.folders(db) where !roots.holds(path, root: places[path]?.root) {
      gone += try Self.files(in: id, path, db)
    }
  }

  private mutating func compare(
    _ folder: FolderScan.Folder, in root: String, with db: Database
  ) throws {
    let sql = "SELECT id FROM folder WHERE path = ?"
    let id = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [folder.path])
    var left = folder.files
    if let id {
      seen.insert(id)
      let gone = try compare(&left, of: id, folder, db)
      if folder.files.isEmpty, !gone.isEmpty, isUnmounted(folder.path) { return }
      self.gone += gone
    }
    let place = FolderPlace(root: root, device: folder.device)
    if !folder.files.isEmpty, knownPlaces[folder.path] != place { places[folder.path] = place }
    for (name, stamp) in left {
      inodes.insert(stamp.inode)
      changed.append(
        File(
          folder: folder.path, name: String(decoding: name, as: UTF8.self), size: stamp.size,
          modified: stamp.modified))
    }
  }

  /// Leaves the files that are new or changed; returns those that are gone.
  private func compare(
    _ left: inout [[UInt8]: FileStamp], of id: Int64, _ folder: FolderScan.Folder, _ db: Database
  ) throws -> [Gone] {
    var gone: [Gone] = []
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT name, size, modified, inode, ?2 AND brief NOT NULL
            AND NOT EXISTS (SELECT 1 FROM text WHERE text.brief = file.brief)
          FROM file WHERE folder = ?1 AND NOT gone
          """), arguments: [id, needsTexts])
    while let row = try rows.next() {
      let name: String = try row.decode(atIndex: 0)
      let bytes = Array(name.utf8)
      guard let stamp = folder.files[bytes] else {
        if !folder.hidden.contains(bytes) { gone.append(Gone(name, in: id, folder.path)) }
        continue
      }
      let known = FileStamp(
        size: try row.decode(atIndex: 1), modified: try row.decode(atIndex: 2),
        inode: try row.decode(atIndex: 3))
      if stamp == known, try row.decode(Int.self, atIndex: 4) == 0 { left[bytes] = nil }
    }
    return gone
  }

  /// Whether a folder that has lost all of its files was on a disk that is not mounted any more;
  /// that is told then.
  private mutating func isUnmounted(_ path: String) -> Bool {
    guard let mount = knownPlaces[path]?.missingMount(of: path) else { return false }
    let folder = UnseenFolder(path: mount, reason: .unmounted)
    if !unmounted.contains(folder) { unmounted.append(folder) }
    return true
  }

  /// The files of folders that were not seen, but for those that could not be.
  private mutating func findGone(
    _ db: Database, roots: Set<String>, unseen: [UnseenFolder]
  ) throws {
    for (id, path) in try Self.folders(db) {
      guard !seen.contains(id), !unseen.contains(where: { $0.holds(path) }) else { continue }
      let files = try Self.files(in: id, path, db)
      if files.isEmpty || isKept(path, roots: roots, unseen: unseen) { continue }
      gone += files
    }
  }

  private static func folders(_ db: Database) throws -> [(id: Int64, path: String)] {
    try Row.fetchAll(db, sql: "SELECT id, path FROM folder").map {
      (try $0.decode(atIndex: 0), try $0.decode(atIndex: 1))
    }
  }

  private static func files(in folder: Int64, _ path: String, _ db: Database) throws -> [Gone] {
    let sql = "SELECT name FROM file WHERE folder = ? AND NOT gone"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [folder]).map {
      Gone($0, in: folder, path)
    }
  }

  /// Whether a folder that was not seen may be there: behind a link in what cannot be looked into,
  /// or on a disk that is not mounted.
  private mutating func isKept(
    _ path: String, roots: Set<String>, unseen: [UnseenFolder]
  ) -> Bool {
    guard let root = knownPlaces[path]?.root, roots.contains(root), bounds?.holds(path) ?? true
    else { return false }
    let isBehindLink = !AbsolutePath.isIn(path, AbsolutePath.of(root))
    let hidesLinks = unseen.contains {
      $0.mayHoldBriefs && AbsolutePath.isIn($0.path, AbsolutePath.of(root))
    }
    return isBehindLink && hidesLinks || isUnmounted(path)
  }
}
