import BriefLibrary
import BriefModel

/// All of `broadsheet unread --count`.
enum UnreadCount {
  /// Prints the number of those that a query finds, and a line's end.
  static func print(_ words: [String]) throws {
    let setup = Setup()
    let library = try setup.libraryPath()
    let saved = UnreadBriefs.knowingFolders(setup.savedQueries, library: library)
    let query = try setup.query(words, today: .today(), saved: saved)
    let count = try UnreadBriefs.count(query, library: library)
    StandardOutput.prepare()
    try StandardOutput.write("\(count)\n")
  }
}
