import BriefModel
import GRDB
import Glibc

/// Copies of a library as files.
enum LibraryCopy {
  /// Writes all that a connection reads into a new file, 0600, whole or not at all; throws where
  /// something is at the path already.
  ///
  /// `VACUUM INTO` reads in one transaction, so that others go on writing meanwhile, and fails on
  /// pages that are damaged. The file gets its name when it is on the disk.
  static func write(_ db: Database, to path: String) throws {
    let part = "\(path).part-\(getpid())"
    try LibraryCopy.make(part)
    defer { unlink(part) }
    try db.execute(sql: "VACUUM INTO ?", arguments: [part])
    try flush(part)
    // Unlike rename(2) this fails where a file has come meanwhile.
    guard link(part, path) == 0 else { throw LibraryCopy.error(path, errno) }
    try flush(folder(of: path))
  }

  /// Copies the bytes of a database that nobody has open, over whatever is at the path.
  static func restore(_ from: String, to path: String) throws {
    let part = "\(path).part-\(getpid())"
    defer { unlink(part) }
    guard let queue = try? DatabaseQueue(path: from, configuration: readonly) else {
      throw LibraryError.damaged(path: from)
    }
    try LibraryCopy.make(part)
    try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    try queue.close()
    try flush(part)
    guard rename(part, path) == 0 else { throw LibraryCopy.error(path, errno) }
    try flush(folder(of: path))
  }

  /// Whether a file is a library whose every page is in order.
  static func isIntact(_ path: String) -> Bool {
    do {
      let queue = try DatabaseQueue(path: path, configuration: readonly)
      return try queue.read { db in
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)")
        return id == Schema.library.applicationID && answer == "ok"
      }
    } catch {
      return false
    }
  }

  private static var readonly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }

  private static func make(_ path: String) throws {
    unlink(path)
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw error(path, errno) }
    close(descriptor)
  }

  private static func flush(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(path, errno) }
    defer { close(descriptor) }
    // Some file systems cannot flush a folder.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw error(path, errno) }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func error(_ path: String, _ code: Int32) -> LibraryError {
    code == ENOSPC
      ? .diskFull(path: path) : .uncopied(path: path, why: String(cString: strerror(code)))
  }
}
