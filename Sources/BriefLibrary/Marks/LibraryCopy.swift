import BriefModel
import GRDB
import Glibc

/// Copies of a library as files.
enum LibraryCopy {
  /// Writes all that a connection reads into a new file, 0600, whole or not at all; throws where
  /// something is at the path already, unless it is an earlier copy that this one replaces.
  ///
  /// `VACUUM INTO` reads in one transaction, so that others go on writing meanwhile, and fails on
  /// pages that are damaged. The file gets its name when it is on the disk.
  static func write(_ db: Database, to path: String, replacing: Bool = false) throws {
    let part = PartFile(for: path)
    try part.make()
    defer { part.remove() }
    try db.execute(sql: "VACUUM INTO ?", arguments: [part.path])
    try flush(part.path)
    // Unlike rename(2) link(2) fails where a file has come meanwhile.
    guard (replacing ? rename(part.path, path) : link(part.path, path)) == 0 else {
      throw LibraryCopy.error(path, errno)
    }
    try flush(folder(of: path))
  }

  /// Copies a database that nobody has open to a file that `put` gives its name.
  static func copy(_ from: String, to part: PartFile) throws {
    guard let queue = try? DatabaseQueue(path: from, configuration: readonly) else {
      throw LibraryError.damaged(path: from)
    }
    try part.make()
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [part.path])
    }
    try queue.close()
    try flush(part.path)
  }

  /// Gives a file that is on the disk its name, over whatever is at the path.
  static func put(_ part: String, at path: String) throws {
    guard rename(part, path) == 0 else { throw LibraryCopy.error(path, errno) }
    try flush(folder(of: path))
  }

  /// Whether a file is a library whose every page is in order.
  static func isIntact(_ path: String) -> Bool {
    let queue = try? DatabaseQueue(path: path, configuration: readonly)
    let id = try? queue?.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
    return id == Schema.library.applicationID && (try? isDamaged(path)) == false
  }

  /// Whether a copy is intact and of a version that can be opened.
  static func isUsable(_ path: String) -> Bool {
    guard isIntact(path) else { return false }
    let queue = try? DatabaseQueue(path: path, configuration: readonly)
    let isKnown = try? queue?.read { db in
      _ = try Schema.library.isCurrent(db, path: path)
      return true
    }
    return isKnown ?? false
  }

  /// Whether any page of a database is damaged, or its header where nothing else shows it; throws
  /// where that cannot be found out.
  static func isDamaged(_ path: String) throws -> Bool {
    if DatabaseHead.forbidsWriting(at: path) { return true }
    do {
      let queue = try DatabaseQueue(path: path, configuration: readonly)
      return try queue.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") } != "ok"
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    {
      return true
    }
  }

  /// How many changes of what was read a library has seen, and texts that it was given to keep; -1
  /// where that cannot be read.
  static func changes(in path: String) -> Int64 {
    guard let queue = try? DatabaseQueue(path: path, configuration: readonly) else { return -1 }
    let number = { sql in try? queue.read { try Int64.fetchOne($0, sql: sql) } }
    let touched = number("SELECT seq FROM sqlite_sequence WHERE name = 'touched'") ?? -1
    // Libraries of earlier versions do not count what they archived.
    let archived =
      number("SELECT number FROM archive_count") ?? number("SELECT max(rowid) FROM archive")
    let changes = touched.addingReportingOverflow(archived ?? 0)
    return (0...mostChanges).contains(changes.partialValue) ? changes.partialValue : -1
  }

  /// A number beyond that is one that was damaged.
  private static let mostChanges: Int64 = 1 << 48

  /// Lets a library count more changes than it has seen. An index numbers them by `touched`, which
  /// stays as it is.
  static func count(_ more: Int64, _ db: Database) throws {
    try db.execute(sql: "UPDATE archive_count SET number = number + ?", arguments: [more])
  }

  /// How much is kept of reading: marks, stars, places, and the texts of archived briefs.
  static func kept(_ db: Database) throws -> Int {
    let sql = """
      SELECT (SELECT count(*) FROM section_mark) + (SELECT count(*) FROM archive)
        + (SELECT coalesce(sum(starred + (place_offset NOT NULL)), 0) FROM brief)
      """
    return try Int.fetchOne(db, sql: sql) ?? 0
  }

  /// The same of a file; 0 where that cannot be read.
  static func kept(in path: String) -> Int {
    let queue = try? DatabaseQueue(path: path, configuration: readonly)
    return (try? queue?.read(kept)) ?? 0
  }

  /// Seconds that one waits for who holds the whole file, as to bring a copy into a library's place.
  private static let patience = 5.0

  private static var readonly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    return configuration
  }

  static func flush(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(path, errno) }
    defer { close(descriptor) }
    // Some file systems cannot flush a folder.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw error(path, errno) }
  }

  static func folder(of path: String) -> String {
    path.folderAndName?.folder ?? "."
  }

  static func error(_ path: String, _ code: Int32) -> LibraryError {
    LibraryError(code, path: path) { why in .uncopied(path: path, why: why) }
  }
}
