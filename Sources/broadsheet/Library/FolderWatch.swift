import BriefLibrary
import BriefModel
import Glibc

/// Tells when anything in some folders, and in those below them, may have changed (inotify(7)).
struct FolderWatch {
  /// To be polled for reading; -1 where the system gives none.
  let descriptor: Int32
  /// Why not every folder is watched; nil where all are.
  private(set) var obstacle: String?
  private var paths: [Int32: String] = [:]
  /// The same the other way round.
  private var watches: [String: Int32] = [:]
  /// The types of the file systems that folders are on which other machines may change.
  private var remote: [Int32: String] = [:]
  private var mounts = MountTable("")
  private let mounted: () -> MountTable
  /// Whether links are followed only as far as they lead into the folders.
  private let isConfined: Bool
  private var bounds: LibraryRoots?
  /// Watches of briefs that links lead to.
  private var targets: Set<Int32> = []
  /// The folders that were asked for.
  private var roots: [String] = []

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
    | UInt32(IN_CREATE) | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ATTRIB)
  private static let depthLimit = 64

  /// `mounted` tells which file systems there are, each time that folders are watched.
  init(confined: Bool = false, mounted: @escaping () -> MountTable = MountTable.current) {
    isConfined = confined
    self.mounted = mounted
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { obstacle = Self.reason(errno) }
  }

  /// How many folders are watched.
  var count: Int { paths.count }

  /// The folders whose changes on other machines are not told, so that one has to look.
  var remoteFolders: Set<String> { Set(remote.keys.compactMap { paths[$0] }) }

  /// Of what types the file systems of these folders are.
  var remoteTypes: [String] { Set(remote.values).sorted() }

  /// Watches folders, and those below them, from now on; anew where they are watched already, which
  /// finds those that have come, and lets go of what no way leads to any more: the system goes on
  /// watching what was moved elsewhere.
  mutating func watch(_ folders: [String]) {
    guard descriptor >= 0 else { return }
    obstacle = nil
    mounts = mounted()
    roots = folders
    bounds = isConfined ? LibraryRoots(folders) : nil
    var visited: Set<Int32> = []
    for folder in folders { add(folder, depth: 0, &visited) }
    // Beyond an obstacle there may be more.
    if obstacle == nil { leave(but: visited) }
  }

  private mutating func leave(but visited: Set<Int32>) {
    for watch in targets.union(paths.keys).subtracting(visited) {
      inotify_rm_watch(descriptor, watch)
      forget(watch)
    }
  }

  /// Finds the folders that have come to those of other machines; false where any has gone.
  mutating func lookAtRemote() -> Bool {
    var visited: Set<Int32> = []
    var isWhole = true
    for (watch, path) in remote.keys.compactMap({ watch in paths[watch].map { (watch, $0) } }) {
      if access(path, F_OK) == 0 {
        add(path, depth: 1, &visited)
      } else {
        forget(watch)
        isWhole = false
      }
    }
    return isWhole
  }

  private mutating func forget(_ watch: Int32) {
    if let path = paths.removeValue(forKey: watch), watches[path] == watch { watches[path] = nil }
    remote[watch] = nil
    targets.remove(watch)
  }

  /// Takes all waiting events; returns the folders in which a brief may have changed, all where
  /// folders or links did or events were lost, and nil where nothing did.
  mutating func takeEvents() -> IndexScope? {
    var scope: IndexScope?
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return scope }
      for event in InotifyEvent.all(in: buffer[..<count]) { scope = .union(scope, take(event)) }
    }
  }

  /// Lets the system's watches go.
  func close() {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// The folders in which an event may change what the index has; a new folder is watched, and what
  /// a new link leads to.
  private mutating func take(_ event: InotifyEvent) -> IndexScope? {
    let isTarget = targets.contains(event.watch)
    if event.has(IN_IGNORED) {
      forget(event.watch)
      return isTarget ? .all : nil
    }
    if isTarget || event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) || event.has(IN_Q_OVERFLOW)
    {
      return .all
    }
    guard event.name.utf8.first != 0x2E else { return nil }
    let folder = paths[event.watch]
    if let path = folder.map({ $0 + "/" + event.name }) {
      if event.has(IN_CREATE) || event.has(IN_MOVED_TO), let entry = Entry(path) {
        var visited: Set<Int32> = []
        watch(entry, depth: 1, &visited)
        return .all
      }
      // A link is no folder to the system, and so is not one that has gone.
      if watches[path] != nil { return .all }
    }
    if event.has(IN_ISDIR) { return .all }
    guard BriefFiles.isBrief(event.name) else { return nil }
    return folder.map { .folders([$0]) } ?? .all
  }

  /// What has to be watched for itself.
  private struct Entry {
    enum Kind { case folder, linkToBrief }

    var path: String
    var kind: Kind
    var isLink: Bool

    /// Nil for what its folder tells of, and for what is not there.
    init?(_ path: String) {
      guard let kind = Self.kind(of: path) else { return nil }
      var status = stat()
      let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
      self.init(path: path, kind: kind, isLink: isLink)
    }

    init(path: String, kind: Kind, isLink: Bool) {
      (self.path, self.kind, self.isLink) = (path, kind, isLink)
    }

    private static func kind(of path: String) -> Kind? {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      if status.st_mode & S_IFMT == S_IFDIR { return .folder }
      guard status.st_mode & S_IFMT == S_IFREG, BriefFiles.isBrief(path),
        lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK
      else { return nil }
      return .linkToBrief
    }
  }

  /// What no briefs are looked for in is not watched either.
  private mutating func watch(_ entry: Entry, depth: Int, _ visited: inout Set<Int32>) {
    if entry.isLink, let bounds, !bounds.hold(targetOf: entry.path) { return }
    switch entry.kind {
    case .folder:
      if entry.isLink, roots.contains(where: { FolderBoundary.isAbove(entry.path, $0) }) { return }
      add(entry.path, depth: depth, &visited)
    case .linkToBrief:
      if let watch = add(entry.path, Self.events, isNeeded: false) {
        targets.insert(watch)
        visited.insert(watch)
      }
    }
  }

  private mutating func add(_ path: String, depth: Int, _ visited: inout Set<Int32>) {
    guard depth <= Self.depthLimit, obstacle == nil, mounts.systemType(at: path) == nil,
      let watch = add(path, Self.events | UInt32(IN_ONLYDIR), isNeeded: depth == 0)
    else { return }
    // Links may lead to a folder twice.
    guard visited.insert(watch).inserted else { return }
    // Another way may lead to it now, as where it was renamed.
    if let old = paths.updateValue(path, forKey: watch), old != path { watches[old] = nil }
    watches[path] = watch
    remote[watch] = mounts.remoteType(at: path)
    for entry in Self.entries(in: path) { self.watch(entry, depth: depth + 1, &visited) }
  }

  /// Adds a watch; what is gone or closed to us is told by the index, and looked for again later.
  private mutating func add(_ path: String, _ events: UInt32, isNeeded: Bool) -> Int32? {
    let watch = inotify_add_watch(descriptor, path, events)
    if watch >= 0 { return watch }
    if isNeeded || ![ENOENT, ENOTDIR, EACCES].contains(errno) { obstacle = Self.reason(errno) }
    return nil
  }

  private static func entries(in path: String) -> [Entry] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let kind = Int(entry.pointee.d_type)
      guard [DT_DIR, DT_LNK, DT_UNKNOWN].contains(kind) else { continue }
      let name = String(decoding: FolderNames.bytes(of: entry), as: UTF8.self)
      guard name.utf8.first != 0x2E else { continue }
      let full = path + "/" + name
      let entry = kind == DT_DIR ? Entry(path: full, kind: .folder, isLink: false) : Entry(full)
      if let entry { entries.append(entry) }
    }
    return entries
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "the limit of watched folders is reached; see fs.inotify.max_user_watches"
    case EMFILE: "the limit of watchers is reached; see fs.inotify.max_user_instances"
    default: String(cString: strerror(code))
    }
  }
}
