import GRDB
import Glibc

/// A database that is read without a trace: nothing is made or written, and nobody waits for it.
struct ReadOnlyFile {
  /// Absolute path of the database.
  let path: String
  let schema: Schema

  /// Runs a body in one transaction; nil where there is no file, or one that its program has yet to
  /// bring forward. A folder that cannot be looked into may have one.
  ///
  /// A file without a log is read as one that nobody changes, since SQLite would make its files
  /// beside it; where somebody did change it meanwhile it is read again.
  func read<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T? {
    try StateFile(path: path).checkKind()
    guard let stamp = try stamp(), stamp.size > 0 else { return nil }
    do {
      if !hasLog {
        let result = Result { try attempt("immutable=1", body) }
        if !hasLog, FileStamp(path: path) == stamp { return try result.get() }
      }
      return try attempt("mode=ro", body)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private func stamp() throws(LibraryError) -> FileStamp? {
    if let stamp = FileStamp(path: path) { return stamp }
    let code = errno
    guard FileStamp.isAbsence(code) else {
      throw .folder(path: LibraryCopy.folder(of: path), why: String(cString: strerror(code)))
    }
    return nil
  }

  private var hasLog: Bool { FileStamp(path: path + "-wal").map { $0.size > 0 } ?? false }

  private func attempt<T>(_ options: String, _ body: (Database) throws -> T) throws -> T? {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(1)
    configuration.prepareDatabase { IndexFunctions.add(to: $0) }
    let queue = try DatabaseQueue(
      path: FixedFile.uri(path, options), configuration: configuration)
    return try queue.read { db in
      try schema.isCurrent(db, path: path) ? try body(db) : nil
    }
  }
}
