import BriefModel
import Glibc

/// A file that is made beside the one whose place it takes once it is whole, under the number of the
/// process: `index.sqlite.part-4711`, with the journal that SQLite keeps beside it.
struct PartFile {
  private static let mark = ".part-"
  private static let journal = "-journal"

  /// Absolute path.
  let path: String
  /// What it is to become, and what is told where it fails.
  let target: String

  /// This process's.
  init(for target: String) {
    self.target = target
    path = "\(target)\(Self.mark)\(getpid())"
  }

  /// Makes the file, empty and for the user alone (0600).
  func make() throws(LibraryError) {
    // One of ours that was killed had the same number.
    remove()
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw LibraryCopy.error(target, errno) }
    close(descriptor)
  }

  /// Removes what is left of it.
  func remove() { for suffix in [Self.journal, ""] { unlink(path + suffix) } }

  /// Removes what processes that are gone left in a folder of files whose names were to be such.
  static func removeLeft(in folder: String, where isSuch: (Substring) -> Bool) {
    for name in FolderNames.all(in: folder) {
      guard let (target, process) = parts(of: name[...]), isSuch(target), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  /// What a file of such a name was to become, and the number of the process.
  private static func parts(of name: Substring) -> (target: Substring, process: pid_t)? {
    if name.hasSuffix(journal) { return parts(of: name.dropLast(journal.utf8.count)) }
    guard let mark = name.ranges(of: mark).last, let process = pid_t(name[mark.upperBound...]),
      process > 0
    else { return nil }
    return (name[..<mark.lowerBound], process)
  }
}
