import BriefModel
import Glibc

/// The files of indices of earlier versions, which lie beside one that has taken their place.
struct EarlierIndices {
  private static let suffixes = ["-shm", "-wal", ".lock", ".opening", ""]

  /// Ends with a slash.
  private let folder: String
  /// What the names of those of one library begin with.
  private let start: String
  private let version: Int

  /// Those beside an index; nil where its name tells no version.
  init?(besideIndex path: String) {
    guard let (_, name) = path.folderAndName, let start = name.ranges(of: "index.").last,
      let version = Self.version(named: name[start.lowerBound...])
    else { return nil }
    folder = path.sibling(named: "")
    self.start = String(name[..<start.lowerBound])
    self.version = version
  }

  /// Removes them but for what another program has open, and what is no index though it has the
  /// name of one.
  func remove() {
    for version in versions() {
      let path = folder + start + "index.\(version).sqlite"
      guard Self.isUnused(path) else { continue }
      // The index itself last, so that whoever is stopped before leaves what is found again.
      for suffix in Self.suffixes { unlink(path + suffix) }
    }
  }

  /// The earlier versions of which there is any file.
  private func versions() -> Set<Int> {
    let names = FolderNames.all(in: folder).filter { $0.hasPrefix(start) }
    return Set(
      names.compactMap { Self.version(named: $0.dropFirst(start.count)) }.filter { $0 < version })
  }

  /// The version of an index that a file belongs to, behind the start of its name: `index.1.sqlite`
  /// and what SQLite and the lock put beside it.
  private static func version(named name: Substring) -> Int? {
    guard name.hasPrefix("index.") else { return nil }
    let rest = name.dropFirst("index.".count)
    let digits = rest.prefix { $0 != "." }
    guard rest.dropFirst(digits.count).hasPrefix(".sqlite") else { return nil }
    let suffix = String(rest.dropFirst(digits.count + ".sqlite".count))
    guard let version = Int(digits), String(version) == digits, suffixes.contains(suffix) else {
      return nil
    }
    return version
  }

  /// Whether the file is an index that nobody has open, or is not there.
  private static func isUnused(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return errno == ENOENT }
    defer { close(file) }
    guard DatabaseHead.applicationID(of: file) == Schema.index.applicationID else { return false }
    // In the mode of the write-ahead log SQLite holds these bytes locked from its first look into
    // the file until it closes it.
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0002
    lock.l_len = 510
    return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == Int16(F_UNLCK)
  }
}
