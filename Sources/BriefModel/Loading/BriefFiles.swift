import Glibc

/// Finds the briefs of a folder.
package enum BriefFiles {
  /// How deep folders are followed.
  private static let depthLimit = 64

  /// What a path stands for.
  package struct Found: Sendable {
    /// The briefs, in the natural order of their paths.
    package var paths: [String] = []
    /// The folders that could not be looked into, and the files and folders that cannot be opened by
    /// their names, in that order.
    package var passedOver: [BriefError] = []
  }

  /// The briefs that a path stands for: the file itself, or all `*.md`, `*.markdown` and `*.txt`
  /// files in a folder and the folders in it.
  ///
  /// Hidden files and folders are left out; a folder that is reached twice is read once.
  /// Throws for a path that is missing and for a folder in which nothing is found.
  package static func found(
    at path: String, within bounds: ReadBounds? = nil
  ) throws(BriefError) -> Found {
    if path == "-" { return Found(paths: [path]) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw BriefError(path: path, BriefLoader.reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFDIR else { return Found(paths: [path]) }
    var walk = Walk(root: path, bounds: bounds)
    try walk.visit(status)
    guard !walk.found.isEmpty || !walk.passedOver.isEmpty else {
      throw BriefError(path: path, .noBriefs)
    }
    let paths = walk.mayRepeat ? distinct(walk.found) : walk.found
    return Found(
      paths: paths.sorted(by: NaturalOrder.precedes),
      passedOver: walk.passedOver.sorted { NaturalOrder.precedes($0.path, $1.path) })
  }

  /// The briefs alone that a path stands for.
  package static func paths(at path: String) throws(BriefError) -> [String] {
    try found(at: path).paths
  }

  /// Visits the briefs of several paths in their order; a path that is missing or has no briefs
  /// fails alone, and so does what is passed over below it.
  package static func forEach(
    in paths: [String], _ body: (Result<String, BriefError>) throws -> Void
  ) rethrows {
    for path in paths {
      switch Result(catching: { () throws(BriefError) in try found(at: path) }) {
      case .success(let found):
        for file in found.paths { try body(.success(file)) }
        for error in found.passedOver { try body(.failure(error)) }
      case .failure(let error): try body(.failure(error))
      }
    }
  }

  /// The paths with those first whose file name has a date, the newest of these first; the others
  /// keep their order.
  package static func newestFirst(_ paths: [String], today: CalendarDate) -> [String] {
    let dated = paths.map { path in
      (path, TextDate.first(in: String(path.pathName)))
    }
    let known = dated.enumerated().compactMap { index, item in
      item.1.flatMap { $0 <= today ? (index, item.0, $0) : nil }
    }
    let newest = known.sorted { ($1.2, $0.0) < ($0.2, $1.0) }
    let rest = dated.filter { item in item.1.map { $0 > today } ?? true }
    return newest.map(\.1) + rest.map(\.0)
  }

  /// The paths without those that lead to a file which an earlier one leads to.
  package static func distinct(_ paths: [String]) -> [String] {
    var seen: Set<[UInt64]> = []
    var hasStandardInput = false
    return paths.filter { path in
      var status = stat()
      if path == "-" {
        defer { hasStandardInput = true }
        return !hasStandardInput
      }
      return stat(path, &status) != 0
        || seen.insert([UInt64(status.st_dev), UInt64(status.st_ino)]).inserted
    }
  }

  private struct Walk {
    private let root: String
    /// Links that lead out of these are passed by.
    private let bounds: ReadBounds?
    private(set) var found: [String] = []
    /// What could not be looked into, or cannot be opened by its name.
    private(set) var passedOver: [BriefError] = []
    /// Whether two of the paths may lead to one file; to be sure, each has to be asked.
    private(set) var mayRepeat = false
    private var inodes: Set<UInt64> = []
    private var visited: Set<[UInt64]> = []
    /// File systems that may hold briefs, by their numbers; that of the first folder is one.
    private var devices: Set<UInt64> = []
    private lazy var mounts = MountTable.current()
    /// The folders that lie in those that are looked through just now.
    private var below: [(path: String, status: stat)] = []

    init(root: String, bounds: ReadBounds?) { (self.root, self.bounds) = (root, bounds) }

    /// Adds the briefs of all folders, those that lie as deep together: one to which a longer way
    /// leads, too, is found by the shorter. Only the first folder has to be readable.
    mutating func visit(_ status: stat) throws(BriefError) {
      devices = [UInt64(status.st_dev)]
      try look(root, status)
      for _ in 0..<depthLimit where !below.isEmpty {
        let level = below
        below = []
        for folder in level { try look(folder.path, folder.status) }
      }
      for (path, status) in below where visited.insert(Self.identity(status)).inserted {
        passedOver.append(BriefError(path: path, .tooDeep(limit: depthLimit)))
      }
    }

    private static func identity(_ status: stat) -> [UInt64] {
      [UInt64(status.st_dev), UInt64(status.st_ino)]
    }

    /// Adds the briefs of one folder.
    private mutating func look(_ path: String, _ status: stat) throws(BriefError) {
      let device = UInt64(status.st_dev)
      guard visited.insert(Self.identity(status)).inserted else { return }
      guard devices.contains(device) || mounts.systemType(ofDevice: device) == nil else { return }
      devices.insert(device)
      guard let folder = opendir(path) else {
        let error = BriefError(path: path, BriefLoader.reason(errno))
        if path == root { throw error }
        return passedOver.append(error)
      }
      defer { closedir(folder) }
      while let entry = readdir(folder) {
        let bytes = FolderNames.bytes(of: entry)
        if bytes.first == 0x2E { continue }
        let name = String(decoding: bytes, as: UTF8.self)
        let full = path.utf8.last == UInt8(ascii: "/") ? path + name : path + "/" + name
        guard name.utf8.elementsEqual(bytes) else {
          if BriefFiles.isBrief(name) || Self.isFolder(entry, in: folder) {
            let bytes = Array(full.utf8.dropLast(name.utf8.count)) + bytes
            passedOver.append(BriefError(path: full, .misnamed(bytes)))
          }
          continue
        }
        if Int(entry.pointee.d_type) == DT_REG {
          guard BriefFiles.isBrief(name) else { continue }
          found.append(full)
          if !inodes.insert(UInt64(entry.pointee.d_ino)).inserted { mayRepeat = true }
        } else {
          take(full, isFolder: Int(entry.pointee.d_type) == DT_DIR)
        }
      }
    }

    private static func isFolder(
      _ entry: UnsafeMutablePointer<dirent>, in folder: OpaquePointer
    ) -> Bool {
      var status = stat()
      let isThere = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) {
          fstatat(dirfd(folder), $0, &status, 0) == 0
        }
      }
      return isThere && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Follows a link, and asks what a file system did not tell in its folder.
    private mutating func take(_ path: String, isFolder: Bool) {
      if !isFolder, let bounds, !bounds.reach(targetOf: path) { return }
      var status = stat()
      guard stat(path, &status) == 0 else {
        let reason = BriefLoader.reason(errno)
        // Gone, or a link to nothing, is told when it is opened; what it is else is not known.
        if isBrief(path) {
          found.append(path)
        } else if reason != .missing {
          passedOver.append(BriefError(path: path, reason))
        }
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        if isFolder || !FolderBoundary.isAbove(path, root) { below.append((path, status)) }
      case S_IFREG:
        guard isBrief(path) else { break }
        found.append(path)
        mayRepeat = true
      default: break
      }
    }
  }

  /// The names of files that are briefs, in words.
  package static let patterns = "*.md, *.markdown or *.txt"

  /// Whether a file's name is that of a brief.
  package static func isBrief(_ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: 0x2E) else { return false }
    switch path[dot...].lowercased() {
    case ".md", ".markdown", ".txt": return true
    default: return false
    }
  }
}
