import Glibc

/// A file beside a library that says that damage was seen in it while it was in use.
///
/// To look for damage takes as long as to read the library, which no start should; with the note
/// there it is done, and the library mended.
struct DamageNote {
  private let path: String

  init(library: String) { path = library + ".suspect" }

  var isThere: Bool { access(path, F_OK) == 0 }

  /// Where there is no room for it the damage shows again.
  func leave() {
    let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  func remove() { unlink(path) }
}
