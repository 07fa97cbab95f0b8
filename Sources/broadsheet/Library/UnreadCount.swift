import BriefLibrary
import BriefModel

/// All of `broadsheet unread --count`.
enum UnreadCount {
  /// Prints the number of those that a query finds, and a line's end.
  static func print(_ words: [String]) throws {
    let setup = Setup()
    let query = try setup.query(words, today: .today())
    let count = try UnreadBriefs.count(query, library: setup.libraryPath())
    StandardOutput.prepare()
    try StandardOutput.write("\(count)\n")
  }
}
