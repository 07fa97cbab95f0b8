/// What the last word of a query may become.
package enum QueryCompletion {
  /// Whole words that begin with `word`: names before a colon, then values after it.
  ///
  /// A `-` or a parenthesis before the word stays there.
  package static func words(from word: String, saved: SavedQueries) -> [String] {
    let signs = word.prefix { "-(".contains($0) }
    let rest = word.dropFirst(signs.count)
    return candidates(for: rest, saved: saved)
      .filter { $0.hasPrefix(rest) }.map { signs + $0 }
  }

  private static func candidates(for word: Substring, saved: SavedQueries) -> [String] {
    guard let colon = word.firstIndex(of: ":") else {
      return QueryField.allCases.map { $0.rawValue + ":" } + ["OR"]
    }
    guard let field = QueryField(rawValue: String(word[..<colon])) else { return [] }
    return field.values(saved: saved).map { "\(field.rawValue):\($0)" }
  }
}
