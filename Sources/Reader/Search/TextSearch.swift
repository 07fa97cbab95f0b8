import BriefModel

/// Finds a query in a text, over line ends too.
///
/// Letters match in either case unless the query has a capital, and with any accents, as the
/// index has them (`PhraseMatcher.fold`); quotation marks, dashes and spaces match in any form.
struct TextSearch {
  private let query: [UInt32]
  /// What of a compared letter counts: all of it, or all but that it is a capital.
  private let mask: UInt32

  init(_ query: String) {
    let letters = query.unicodeScalars.compactMap(ComparedLetter.value)
    let ignoresCase = !letters.contains { $0 & ComparedLetter.capital != 0 }
    mask = ignoresCase ? ~ComparedLetter.capital : .max
    self.query = letters.map { [mask] in $0 & mask }
  }

  /// Whether a line of plain text holds the query.
  func isIn(_ text: String) -> Bool {
    let letters = text.unicodeScalars.compactMap(ComparedLetter.value)
    return !query.isEmpty && find(in: letters.count) { letters[$0] }.first != nil
  }

  /// The matches in a text that was prepared for several searches.
  func matches(in text: SearchedText) -> [TextMatch] {
    guard !query.isEmpty else { return [] }
    return find(in: text.places.count) { text.places[$0].letter }.map {
      text.match($0..<$0 + query.count)
    }
  }

  /// The matches in a laid-out text.
  func matches(in layout: TextLayout) -> [TextMatch] {
    query.isEmpty ? [] : matches(in: SearchedText(layout, comparing: ComparedLetter.value))
  }

  /// The matches of several phrases, in the order of the text.
  static func matches(of phrases: [SoughtPhrase], in layout: TextLayout) -> [TextMatch] {
    let text = SearchedText(layout, comparing: PhraseMatcher.fold)
    return PhraseMatcher(phrases).matches(in: text.places.map(\.letter)).map { found in
      var match = text.match(found.range)
      match.phrase = found.phrase
      return match
    }
  }

  /// Offsets at which the query begins, without overlaps.
  private func find(in count: Int, at: (Int) -> UInt32) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index + query.count <= count {
      if query.indices.allSatisfy({ at(index + $0) & mask == query[$0] }) {
        found.append(index)
        index += query.count
      } else {
        index += 1
      }
    }
    return found
  }
}
