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
    bytes(of: file).map { $0[68..<72].reduce(0) { $0 << 8 | Int32($1) } }
  }

  /// Whether the file at a path, or that a link leads to, names a format for writing that there is
  /// not, so that SQLite only reads it; to ask drops locks, too.
  static func forbidsWriting(at path: String) -> Bool {
    bytes(at: path).map { $0[18] > 2 } ?? false
  }

  /// Whether it names any format that there is not; to ask drops locks, too.
  static func isDamaged(at path: String) -> Bool {
    bytes(at: path).map { $0[18] > 2 || $0[47] > 4 } ?? false
  }

  private static func bytes(at path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return bytes(of: file)
  }

  private static func bytes(of file: Int32) -> [UInt8]? {
    var head = [UInt8](repeating: 0, count: 72)
    guard pread(file, &head, head.count, 0) == head.count,
      head.starts(with: "SQLite format 3\0".utf8)
    else { return nil }
    return head
  }
}
