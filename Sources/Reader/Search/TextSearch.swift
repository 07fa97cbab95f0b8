import BriefModel

/// Finds a query in a text, over line ends too.
///
/// Letters match in either case unless the query has a capital, and with any accents, as the
/// index has them (`PhraseMatcher.fold`); quotation marks, dashes and spaces match in any form, and
/// `ß` and its like as the two letters that are written for them.
struct TextSearch {
  private let query: [UInt32]
  /// What of a compared letter counts: whether it is a capital may, whether it is a second never.
  private let mask: UInt32

  init(_ query: String) {
    let letters = ComparedLetter.values(query)
    let ignoresCase = !letters.contains { $0 & ComparedLetter.capital != 0 }
    mask = ~ComparedLetter.second & (ignoresCase ? ~ComparedLetter.capital : .max)
    self.query = letters.map { [mask] in $0 & mask }
  }

  /// Whether a line of plain text holds the query.
  func isIn(_ text: String) -> Bool {
    let letters = ComparedLetter.values(text)
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
    query.isEmpty ? [] : matches(in: SearchedText(typed: layout))
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

  /// The second letter of a sign has no case of its own: `Æ` is `Ae` and `AE`.
  private func isSame(_ letter: UInt32, _ sought: UInt32) -> Bool {
    guard letter & ComparedLetter.second != 0 else { return letter & mask == sought }
    let rest = ~(ComparedLetter.second | ComparedLetter.capital)
    return letter & rest == sought & rest
  }

  /// Offsets at which the query begins, without overlaps: a sign of two letters is of one match.
  private func find(in count: Int, at: (Int) -> UInt32) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index + query.count <= count {
      if query.indices.allSatisfy({ isSame(at(index + $0), query[$0]) }) {
        found.append(index)
        index += query.count
        if index < count, at(index) & ComparedLetter.second != 0 { index += 1 }
      } else {
        index += 1
      }
    }
    return found
  }
}

extension SearchedText {
  /// A text as a search that is typed compares it.
  init(typed layout: TextLayout) {
    self.init(layout, comparing: ComparedLetter.value, second: ComparedLetter.second)
  }
}
