import BriefLibrary

/// Work on a library that is done once more where it meets damage, as the library is restored, which
/// is told, when it is opened again, and where another program has just put another in its place.
enum SecondTry {
  /// Throws what the second try throws; what was printed before the damage is not printed twice, so
  /// that there is none then.
  static func run<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let error as LibraryError where error.isMendedByOpening && StandardOutput.isUntouched {
      return try work()
    }
  }

  /// Runs a command that works on a library, and ends the process in the way of what it throws.
  static func exitOnThrow(_ work: () throws -> Void) { Failure.exitOnThrow { try run(work) } }
}
