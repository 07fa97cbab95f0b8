import GRDB
import Glibc

/// Where an index is published: a file takes the place of what is there, and nothing else than an
/// earlier one may be lost by that.
struct PublishedPlace {
  /// Absolute path of the file.
  let path: String
  /// Databases that are open: to close another descriptor of one would drop its locks.
  let others: [String]

  /// Throws where something is there that is no published index, be it of another version.
  func check() throws(LibraryError) {
    var status = stat()
    if lstat(path, &status) != 0, errno == ENOENT { return }
    let file = FileIdentity(path: path)
    guard status.st_mode & S_IFMT == S_IFREG,
      !others.contains(where: { FileIdentity(path: $0) == file }), isPublished
    else {
      throw .notPublished(path: path)
    }
  }

  /// One that is damaged is told by its head alone, and is nobody's own index as long as no log lies
  /// beside it: it is to be replaced by a whole one.
  private var isPublished: Bool {
    guard DatabaseHead.applicationID(at: path) == Schema.index.applicationID else { return false }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: FixedFile.uri(path), configuration: configuration)
      return try queue.read { try IndexMeta(db: $0).text(.tables) } != nil
    } catch {
      guard case .damaged = LibraryError(error, path: path) else { return false }
      return access(path + "-wal", F_OK) != 0
    }
  }
}
