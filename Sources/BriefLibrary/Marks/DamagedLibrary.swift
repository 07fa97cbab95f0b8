import GRDB

/// A library that is to be moved aside, to which other programs may still be writing.
struct DamagedLibrary {
  /// Seconds that one waits for who is writing.
  private static let patience = 5.0

  /// Absolute path of the file.
  let path: String

  /// Runs a body while no other program writes to the file, as what it wrote would be lost. One that
  /// is too damaged to be held is written by nobody.
  func whileUnwritten(_ body: () throws -> Void) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    let queue = try Self.unlessDamaged {
      try DatabaseQueue(path: FixedFile.uri(path, "mode=rw"), configuration: configuration)
    }
    guard let queue else { return try body() }
    try queue.writeWithoutTransaction { db in
      let isHeld = try Self.unlessDamaged { try db.beginTransaction(.immediate) } != nil
      defer { if isHeld { try? db.rollback() } }
      try body()
    }
    try queue.close()
  }

  /// Nil where something fails that waiting does not mend.
  private static func unlessDamaged<T>(_ body: () throws -> T) throws -> T? {
    do {
      return try body()
    } catch let error as DatabaseError where error.resultCode != .SQLITE_BUSY {
      return nil
    }
  }
}
