import BriefModel
import Glibc

/// How a file looked when it was read: where all of it is the same, so is the file.
struct FileStamp: Sendable, Equatable {
  var size: Int64
  /// Nanoseconds since 1970; times after 2262 begin again at the lowest number, so that two times
  /// of one file stay two.
  var modified: Int64
  var inode: Int64
}

/// Looks through folders for briefs, by the rules of `BriefFiles`.
struct FolderScan {
  /// The briefs directly in one folder.
  struct Folder {
    /// Absolute, without links.
    var path: String
    /// By name; the bytes of it, as two names may be equal to Unicode and not to the disk.
    var files: [[UInt8]: FileStamp]
  }

  private static let depthLimit = 64

  /// Folders by device and inode: one that is reached twice is looked through once.
  private var visited: Set<[UInt64]> = []
  private var waiting: [(path: String, depth: Int)] = []

  /// Folders that are there and cannot be looked into.
  private(set) var unreadable: [String] = []

  /// Looks through a folder and those in it, one folder at a time, until `take` returns false;
  /// returns whether any brief was found, or all was looked through before.
  mutating func visit(_ root: String, _ take: (Folder) throws -> Bool) rethrows -> Bool {
    waiting = [(AbsolutePath.of(root), 0)]
    var hasBriefs = false
    while let (path, depth) = waiting.popLast() {
      switch look(path, depth: depth) {
      case .found(let folder):
        hasBriefs = hasBriefs || !folder.files.isEmpty
        guard try take(folder) else { return true }
      case .known: hasBriefs = true
      case .failed: continue
      }
    }
    return hasBriefs
  }

  private enum Look {
    case found(Folder)
    /// It was looked through before.
    case known
    case failed
  }

  private mutating func look(_ path: String, depth: Int) -> Look {
    guard depth <= Self.depthLimit, let stream = opendir(path) else {
      if depth == 0 || depth > Self.depthLimit || errno != ENOENT { unreadable.append(path) }
      return .failed
    }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return .failed }
    guard visited.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted else {
      return .known
    }
    var folder = Folder(path: path, files: [:])
    while let entry = readdir(stream) {
      let bytes = Self.bytes(of: entry)
      guard bytes.first != 0x2E else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        unreadable.append(path + "/" + String(decoding: bytes, as: UTF8.self))
        continue
      }
      guard fstatat(descriptor, name, &status, 0) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: waiting.append((AbsolutePath.of(path + "/" + name), depth + 1))
      case S_IFREG:
        if BriefFiles.isBrief(name) { folder.files[bytes] = FileStamp(status) }
      default: continue
      }
    }
    return .found(folder)
  }

  private static func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
  }
}

extension FileStamp {
  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    inode = Int64(bitPattern: UInt64(status.st_ino))
  }

  /// Of the file at a path; nil where none is.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
