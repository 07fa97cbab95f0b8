import BriefModel
import Glibc

/// How a file looked when it was read: where all of it is the same, the file is taken for the same.
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
    /// The number of its file system.
    var device: Int64
    /// Names of links that cannot be followed now, so that what they lead to may be there.
    var hidden: Set<[UInt8]> = []
  }

  /// Where links may lead; nil where they are followed wherever they lead.
  private let bounds: LibraryRoots?

  /// Folders by device and inode: one that is reached twice is looked through once.
  private var visited: Set<[UInt64]> = []
  /// File systems that may hold briefs, by their numbers.
  private var devices: Set<UInt64> = []
  private lazy var mounts = MountTable.current()
  private let limit: Int

  /// What cannot be looked into.
  private(set) var unseen: [UnseenFolder] = []

  /// As many folders of each that is visited are looked through. Links that lead out of the bounds,
  /// or nowhere, are left out as if they were not there.
  init(within bounds: LibraryRoots? = nil, limit: Int = FolderLimit.folders) {
    self.bounds = bounds
    self.limit = limit
  }

  /// Looks through a folder and those in it, one folder at a time, until `take` returns false.
  ///
  /// Those that lie as deep come together, so that one to which a longer way leads, too, is found by
  /// the shorter.
  mutating func visit(_ root: String, _ take: (Folder) throws -> Bool) rethrows {
    let root = AbsolutePath.of(root)
    var (level, depth, count) = ([root], 0, 0)
    while !level.isEmpty {
      var below: [String] = []
      for path in level {
        guard depth <= FolderLimit.depth else {
          if !wasVisited(path) { unseen.append(UnseenFolder(path: path, reason: .tooDeep)) }
          continue
        }
        guard let folder = look(path, in: root, &below) else { continue }
        count += 1
        guard count <= limit else {
          return unseen.append(UnseenFolder(path: root, reason: .tooMany))
        }
        guard try take(folder) else { return }
      }
      (level, depth) = (below, depth + 1)
    }
  }

  /// The briefs directly in one folder; nil where it cannot be looked into.
  static func briefs(in path: String, within bounds: LibraryRoots? = nil) -> Folder? {
    var scan = FolderScan(within: bounds)
    var below: [String] = []
    return scan.look(path, in: path, &below)
  }

  private func wasVisited(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
      && visited.contains([UInt64(status.st_dev), UInt64(status.st_ino)])
  }

  /// Nil for what cannot be looked into, and for what was looked through before; adds the folders
  /// that lie in it.
  private mutating func look(_ path: String, in root: String, _ below: inout [String]) -> Folder? {
    guard let stream = opendir(path) else {
      let code = errno
      if code != ENOENT { return unreadable(path, code) }
      if path == root { unseen.append(UnseenFolder(path: path, reason: .absent)) }
      return nil
    }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    guard let device = enter(path, descriptor) else { return nil }
    var folder = Folder(path: path, files: [:], device: Int64(bitPattern: device))
    while let entry = Self.next(stream) {
      let bytes = FolderNames.bytes(of: entry)
      guard bytes.first != 0x2E else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        unseen.append(
          UnseenFolder(
            path: path + "/" + String(decoding: bytes, as: UTF8.self), reason: .misnamed))
        continue
      }
      guard leadsInward(entry, path + "/" + name) else { continue }
      var status = stat()
      guard fstatat(descriptor, name, &status, 0) == 0 else {
        let code = errno
        if FileStamp.isAbsence(code) { continue }
        // What lies there and below may be as it was.
        folder.hidden.insert(bytes)
        _ = unreadable(path + "/" + name, code)
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: follow(path + "/" + name, in: root, &below)
      case S_IFREG:
        if BriefFiles.isBrief(name) { folder.files[bytes] = FileStamp(status) }
      default: continue
      }
    }
    let code = errno
    return code == 0 ? folder : unreadable(path, code)
  }

  /// Whether an entry is no link, or one that may be followed.
  private func leadsInward(_ entry: UnsafeMutablePointer<dirent>, _ path: String) -> Bool {
    guard let bounds, ![DT_REG, DT_DIR].contains(Int(entry.pointee.d_type)) else { return true }
    return bounds.hold(targetOf: path)
  }

  /// The number of the file system of an open folder; nil where it was looked through before, and
  /// where it holds no files but the system's own.
  private mutating func enter(_ path: String, _ descriptor: Int32) -> UInt64? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let device = UInt64(status.st_dev)
    guard visited.insert([device, UInt64(status.st_ino)]).inserted else { return nil }
    if devices.contains(device) { return device }
    if let type = mounts.systemType(ofDevice: device) {
      unseen.append(UnseenFolder(path: path, reason: .system(type)))
      return nil
    }
    devices.insert(device)
    return device
  }

  /// Adds a folder that lies in another, or to which a link in it leads.
  private mutating func follow(_ path: String, in root: String, _ below: inout [String]) {
    let target = AbsolutePath.of(path)
    if target != path, target != root, AbsolutePath.isIn(root, target) {
      unseen.append(UnseenFolder(path: path, reason: .above))
    } else {
      below.append(target)
    }
  }

  /// The next entry; nil with `errno` 0 at the end.
  private static func next(_ stream: OpaquePointer) -> UnsafeMutablePointer<dirent>? {
    errno = 0
    return readdir(stream)
  }

  /// A folder of which not all can be seen counts as not seen: what is missing may be there.
  private mutating func unreadable(_ path: String, _ code: Int32) -> Folder? {
    unseen.append(UnseenFolder(path: path, reason: .unreadable(String(cString: strerror(code)))))
    return nil
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

  /// Whether an error of the system says that there is no file, and not that it cannot be seen.
  static func isAbsence(_ code: Int32) -> Bool { [ENOENT, ENOTDIR, ELOOP].contains(code) }

  /// Whether no file is at a path, which is known and not for lack of permission or of a disk.
  static func isAbsent(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 && isAbsence(errno)
  }
}
