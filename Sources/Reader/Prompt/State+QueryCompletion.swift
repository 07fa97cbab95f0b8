import BriefModel

/// What Tab offers where a query is typed.
extension State {
  /// What may become of the last word, behind the signs that stand before it.
  func queryCompletions(of line: Substring) -> [String] {
    var isQuoted = false
    var start = line.startIndex
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == " ", !isQuoted { start = line.index(after: index) }
    }
    let signs = line[start...].prefix { "-(".contains($0) }
    let word = line[signs.endIndex...]
    return (savedNames(from: word) + queryWords(from: word)).map { line[..<signs.endIndex] + $0 }
  }

  /// Saved queries, capitals and quotation marks aside.
  private func savedNames(from word: Substring) -> [String] {
    let typed = word.withoutQuotes.lowercased()
    return options.savedQueries.map(\.reference)
      .filter { $0.withoutQuotes.lowercased().hasPrefix(typed) }
  }

  /// Names before a colon, and the values of one that no other begins like.
  private func queryWords(from word: Substring) -> [String] {
    let typed = word.lowercased()
    let words = options.queryWords.filter { $0.lowercased().hasPrefix(typed) && $0 != word }
    let names = words.filter { !$0.contains(":") || $0.hasSuffix(":") }
    return names.count > 1 ? names : words
  }
}
