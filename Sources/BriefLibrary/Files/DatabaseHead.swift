import Glibc

/// The first bytes of a database, which say what it is: <https://www.sqlite.org/fileformat2.html>.
enum DatabaseHead {
  /// What the file at a path says that it is; nil where none is there, or no database.
  ///
  /// To close it drops the locks that this process has on it.
  static func applicationID(at path: String) -> Int32? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return applicationID(of: file)
  }

  /// The same of an open file.
  static func applicationID(of file: Int32) -> Int32? {
    var head = [UInt8](repeating: 0, count: 72)
    guard pread(file, &head, head.count, 0) == head.count,
      head.starts(with: "SQLite format 3\0".utf8)
    else { return nil }
    return head[68...].reduce(0) { $0 << 8 | Int32($1) }
  }
}
