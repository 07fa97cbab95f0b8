import BriefModel
import Glibc

/// How a file looked when it was read: where all of it is the same, so is the file.
struct FileStamp: Sendable, Equatable {
  var size: Int64
  /// Nanoseconds since 1970.
  var modified: Int64
  var inode: Int64
}

/// Looks through folders for briefs, by the rules of `BriefFiles`.
struct FolderScan {
  /// The briefs directly in one folder.
  struct Folder {
    /// Absolute, without links.
    var path: String
    var files: [String: FileStamp]
  }

  private static let depthLimit = 64

  /// Folders by device and inode: one that is reached twice is looked through once.
  private var visited: Set<[UInt64]> = []
  private var waiting: [(path: String, depth: Int)] = []

  /// Looks through a folder and those in it, one folder at a time; false where the first cannot be
  /// opened, as when its disk is not there.
  mutating func visit(_ root: String, _ take: (Folder) throws -> Void) rethrows -> Bool {
    waiting = [(AbsolutePath.of(root), 0)]
    guard access(root, R_OK | X_OK) == 0 else { return false }
    while let (path, depth) = waiting.popLast() {
      if let folder = look(path, depth: depth) { try take(folder) }
    }
    return true
  }

  private mutating func look(_ path: String, depth: Int) -> Folder? {
    guard depth <= Self.depthLimit, let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var status = stat()
    guard fstat(descriptor, &status) == 0,
      visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
    else { return nil }
    var folder = Folder(path: path, files: [:])
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      guard name.utf8.first != 0x2E, fstatat(descriptor, name, &status, 0) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: waiting.append((AbsolutePath.of(path + "/" + name), depth + 1))
      case S_IFREG:
        if BriefFiles.isBrief(name) { folder.files[name] = FileStamp(status) }
      default: continue
      }
    }
    return folder
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}

extension FileStamp {
  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    inode = Int64(bitPattern: UInt64(status.st_ino))
  }

  /// Of the file at a path; nil where none is.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
