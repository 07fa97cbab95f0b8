import Glibc

/// Which file a path leads to, whatever is in it.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64

  /// Nil where no file is there.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// That of a file that is open.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }

  /// Opens a file, and tells which one: where another took its place meanwhile, or it was made just
  /// now, it is opened once more, also where that failed, as it may between the two.
  static func opening<T>(
    _ path: String, _ open: () throws -> T
  ) throws -> (opened: T, file: FileIdentity?) {
    var before = FileIdentity(path: path)
    while true {
      let opened = Result { try open() }
      let after = FileIdentity(path: path)
      if after == before { return (try opened.get(), after) }
      before = after
    }
  }
}
