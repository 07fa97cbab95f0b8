import GRDB
import Glibc

/// A library that is to be moved aside, to which other programs may still be writing.
struct DamagedLibrary {
  /// Seconds that one waits for who is writing.
  private static let patience = 5.0

  /// Absolute path of the file.
  let path: String

  /// Runs a body while no other program writes to the file, as what it wrote would be lost. One that
  /// is too damaged to be held, or read-only, is written by nobody; where something else keeps it from
  /// being held, such as a log that cannot be opened, that is thrown.
  func whileUnwritten(_ body: () throws -> Void) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    let queue = try unlessDamaged {
      try DatabaseQueue(path: FixedFile.uri(path, "mode=rw"), configuration: configuration)
    }
    guard let queue else { return try body() }
    try queue.writeWithoutTransaction { db in
      let isHeld = try unlessDamaged { try db.beginTransaction(.immediate) } != nil
      defer { if isHeld { try? db.rollback() } }
      try body()
    }
    try queue.close()
  }

  /// Nil where something fails that comes of the file, which nobody can write to then.
  private func unlessDamaged<T>(_ body: () throws -> T) throws -> T? {
    do {
      return try body()
    } catch let error as DatabaseError where isUnwritable(error) {
      return nil
    }
  }

  private func isUnwritable(_ error: DatabaseError) -> Bool {
    guard error.resultCode == .SQLITE_READONLY else { return LibrarySalvage.isDamage(error) }
    // It is said of a file that only the index of its log keeps this one from writing to, too.
    return DatabaseHead.forbidsWriting(at: path) || access(path, W_OK) != 0
  }
}
