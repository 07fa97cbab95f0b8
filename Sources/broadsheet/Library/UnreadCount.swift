import BriefLibrary
import BriefModel

/// All of `broadsheet unread --count`.
enum UnreadCount {
  /// Prints the number of those that a query finds, and a line's end.
  static func print(_ words: [String], of reader: GivenReader = GivenReader()) throws {
    try reader.check()
    let setup = Setup(given: reader)
    if setup.reader != nil { _ = try setup.existingLibrary() }
    let (library, published) = (try setup.libraryPath(), setup.publishedIndex)
    let saved = UnreadBriefs.knowingFolders(
      setup.savedQueries, library: library, published: published)
    let query = try setup.query(words, today: .today(), saved: saved)
    let count = try UnreadBriefs.count(query, library: library, published: published)
    StandardOutput.prepare()
    try StandardOutput.write("\(count)\n")
  }
}
