import BriefLibrary

/// Work on a library that is done once more where it meets damage, as the library is restored, which
/// is told, when it is opened again, and where another program has just put another in its place.
enum LibraryRetry {
  /// Others that restore the same library at once may get in the way of more than one try.
  private static let tries = 3

  /// Throws what the last try throws; what was printed before the damage is not printed twice, so
  /// that there is no other try then.
  static func run<T>(_ work: () throws -> T) throws -> T {
    for _ in 1..<tries {
      do {
        return try work()
      } catch let error as LibraryError where error.isMendedByOpening && StandardOutput.isUntouched
      {
        continue
      }
    }
    return try work()
  }

  /// Runs a command that works on a library, and ends the process in the way of what it throws.
  static func exitOnThrow(_ work: () throws -> Void) { Failure.exitOnThrow { try run(work) } }
}
