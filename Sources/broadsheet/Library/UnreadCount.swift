import BriefLibrary

/// All of `broadsheet unread --count`.
enum UnreadCount {
  /// Prints the number and a line's end.
  static func print() throws {
    let setup = Setup()
    let count = try UnreadBriefs.count(library: setup.libraryPath())
    StandardOutput.prepare()
    try StandardOutput.write("\(count)\n")
  }
}
