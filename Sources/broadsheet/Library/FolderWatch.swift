import BriefModel
import Glibc

/// Tells when anything in some folders, and in those below them, may have changed (inotify(7)).
struct FolderWatch {
  /// To be polled for reading; -1 where the system gives none.
  let descriptor: Int32
  /// Why not every folder is watched; nil where all are.
  private(set) var obstacle: String?
  private var paths: [Int32: String] = [:]

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
    | UInt32(IN_CREATE) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)
  private static let depthLimit = 64

  init() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { obstacle = Self.reason(errno) }
  }

  /// How many folders are watched.
  var count: Int { paths.count }

  /// Watches folders, and those below them, from now on; anew where they are watched already, which
  /// finds those that have come.
  mutating func watch(_ folders: [String]) {
    guard descriptor >= 0 else { return }
    obstacle = nil
    var visited: Set<Int32> = []
    for folder in folders { add(folder, depth: 0, &visited) }
  }

  /// Takes all waiting events; true where any is about a brief or a folder.
  mutating func takeEvents() -> Bool {
    var hasChanged = false
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return hasChanged }
      for event in InotifyEvent.all(in: buffer[..<count]) where take(event) { hasChanged = true }
    }
  }

  /// Lets the system's watches go.
  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Whether an event may change what the index has; a new folder is watched.
  private mutating func take(_ event: InotifyEvent) -> Bool {
    if event.has(IN_IGNORED) {
      paths[event.watch] = nil
      return false
    }
    guard event.has(IN_ISDIR) else {
      let isOwn = event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) || event.has(IN_Q_OVERFLOW)
      return isOwn || BriefFiles.isBrief(event.name)
    }
    guard event.name.utf8.first != 0x2E else { return false }
    if let folder = paths[event.watch], event.has(IN_CREATE) || event.has(IN_MOVED_TO) {
      var visited: Set<Int32> = []
      add(folder + "/" + event.name, depth: 1, &visited)
    }
    return true
  }

  private mutating func add(_ path: String, depth: Int, _ visited: inout Set<Int32>) {
    guard depth <= Self.depthLimit, obstacle == nil else { return }
    let watch = inotify_add_watch(descriptor, path, Self.events | UInt32(IN_ONLYDIR))
    guard watch >= 0 else {
      // One that is gone or closed to us is told by the index, and looked for again later.
      if depth == 0 || ![ENOENT, ENOTDIR, EACCES].contains(errno) { obstacle = Self.reason(errno) }
      return
    }
    // Links may lead to a folder twice.
    guard visited.insert(watch).inserted else { return }
    paths[watch] = path
    for name in Self.foldersIn(path) { add(path + "/" + name, depth: depth + 1, &visited) }
  }

  private static func foldersIn(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let kind = Int(entry.pointee.d_type)
      guard [DT_DIR, DT_LNK, DT_UNKNOWN].contains(kind) else { continue }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard name.utf8.first != 0x2E, kind == DT_DIR || fstatat(dirfd(stream), name, &status, 0) == 0
      else { continue }
      if kind == DT_DIR || status.st_mode & S_IFMT == S_IFDIR { folders.append(name) }
    }
    return folders
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "the limit of watched folders is reached; see fs.inotify.max_user_watches"
    case EMFILE: "the limit of watchers is reached; see fs.inotify.max_user_instances"
    default: String(cString: strerror(code))
    }
  }
}
