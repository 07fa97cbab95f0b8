import ArgumentParser
import BriefLibrary

/// What the shell offers for the words of a query.
enum QueryWords {
  /// Called by the scripts of completions: the words of the line, which of them is completed, and
  /// that one up to the cursor.
  @Sendable
  static func complete(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let isBash = CompletionShell.requesting == .bash
    let word = isBash ? joined(words.prefix(index + 1)) : prefix
    let found = QueryCompletion.words(from: word, saved: Setup().savedQueries)
    guard isBash, let colon = word.lastIndex(of: ":") else { return found }
    // What stands up to the colon is a word of its own there, and is left as it is.
    let length = word.distance(from: word.startIndex, to: colon) + 1
    return found.map { String($0.dropFirst(length)) }
  }

  /// The last word of a line that bash took apart at its colons.
  private static func joined(_ words: ArraySlice<String>) -> String {
    var word = words.last ?? ""
    var rest = words.dropLast()
    while let previous = rest.popLast(), previous == ":" || word.hasPrefix(":") {
      word = previous + word
    }
    return word
  }
}
