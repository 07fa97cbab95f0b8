import Glibc

/// Reads briefs from the file system.
package enum BriefLoader {
  /// Reads and parses one file; `-` is standard input.
  ///
  /// Throws for a file that is missing, a folder, unreadable, neither a regular file nor (for `-`)
  /// a pipe, for one outside of `bounds`, and for what `BriefParser` refuses.
  package static func load(
    path: String, within bounds: ReadBounds? = nil, today: CalendarDate
  ) throws(BriefError) -> Brief {
    try loadWithText(path: path, within: bounds, today: today).brief
  }

  /// Reads and parses one file, and gives its decoded text too, in which the ranges of the brief's
  /// marks count.
  package static func loadWithText(
    path: String, within bounds: ReadBounds? = nil, today: CalendarDate
  ) throws(BriefError) -> (brief: Brief, text: [UInt8]) {
    let (bytes, modified) = try read(path: path, within: bounds)
    return try BriefParser.parseWithText(bytes: bytes, path: path, modified: modified, today: today)
  }

  /// The bytes of one file and the day of its time of change; `-` is standard input.
  ///
  /// Throws as `load` does, except for what `BriefParser` refuses.
  package static func read(
    path: String, within bounds: ReadBounds? = nil
  ) throws(BriefError) -> (bytes: [UInt8], modified: CalendarDate?) {
    if let bounds, !bounds.mayHold(path) { throw BriefError(path: path, .outside) }
    if path == "-" { return (try contents(of: STDIN_FILENO, path: path, size: 0), nil) }
    try checkKind(of: path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      let code = errno
      // The system may keep to the same bounds.
      if let bounds, code == EACCES, !bounds.hold(targetOf: path) {
        throw BriefError(path: path, .outside)
      }
      throw BriefError(path: path, reason(code))
    }
    defer { close(descriptor) }
    if let bounds, !bounds.hold(descriptor) { throw BriefError(path: path, .outside) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw BriefError(path: path, reason(errno)) }
    try checkKind(of: path, status)
    let size = Int(status.st_size)
    guard size <= BriefParser.sizeLimit else {
      throw BriefError(path: path, .tooLarge(bytes: size, limit: BriefParser.sizeLimit))
    }
    let bytes = try contents(of: descriptor, path: path, size: size)
    return (bytes, CalendarDate(secondsSince1970: status.st_mtim.tv_sec))
  }

  /// Looks before opening: to open some devices does something (a watchdog starts).
  private static func checkKind(of path: String) throws(BriefError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BriefError(path: path, reason(errno)) }
    try checkKind(of: path, status)
  }

  private static func checkKind(of path: String, _ status: stat) throws(BriefError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw BriefError(path: path, .isFolder)
    default: throw BriefError(path: path, .unreadable("not a regular file"))
    }
  }

  /// Reads to the end, or one byte past the limit.
  private static func contents(
    of descriptor: Int32, path: String, size: Int
  ) throws(BriefError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(size + 1, 65536))
    var count = 0
    while true {
      let room = bytes.count - count
      let taken = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, room)
      }
      if taken < 0, errno == EINTR { continue }
      guard taken >= 0 else { throw BriefError(path: path, reason(errno)) }
      if taken == 0 { break }
      count += taken
      guard count <= BriefParser.sizeLimit else {
        throw BriefError(path: path, .tooLarge(bytes: count, limit: BriefParser.sizeLimit))
      }
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// What a failed call means for the reader.
  static func reason(_ code: Int32) -> BriefError.Reason {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isFolder
    default: .unreadable(strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }
}
