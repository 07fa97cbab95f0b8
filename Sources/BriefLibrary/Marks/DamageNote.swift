import Foundation
import Glibc

/// A file beside a library that says that damage was seen in it while it was in use, or what was
/// done about it, until that is told.
///
/// To look for damage takes as long as to read the library, which no start should; with the note
/// there it is done, and the library mended.
struct DamageNote {
  private let path: String

  init(library: String) { path = library + ".suspect" }

  var isThere: Bool { access(path, F_OK) == 0 }

  /// What was done and may not have been told; nil where nothing was yet.
  var recovery: LibraryRecovery? {
    guard let json = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(LibraryRecovery.self, from: json)
  }

  /// Where there is no room for it the damage shows again.
  func leave() {
    let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Says what is going to be done, on the disk; throws where there is no room for it.
  func write(_ recovery: LibraryRecovery) throws {
    let json = Array(try JSONEncoder().encode(recovery))
    let flags = O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw LibraryCopy.error(path, errno) }
    defer { close(descriptor) }
    let count = Glibc.write(descriptor, json, json.count)
    // A disk that gets full takes a part.
    guard count == json.count else { throw LibraryCopy.error(path, count < 0 ? errno : ENOSPC) }
    guard fsync(descriptor) == 0 else { throw LibraryCopy.error(path, errno) }
  }

  func remove() { unlink(path) }
}
