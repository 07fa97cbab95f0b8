/// Words next to each other that a query looks for.
package struct SoughtPhrase: Sendable, Hashable {
  /// As typed.
  package var words: String
  /// Whether the last word may go on.
  package var isPrefix: Bool

  package init(_ words: String, isPrefix: Bool = false) {
    self.words = words
    self.isPrefix = isPrefix
  }
}

/// Finds phrases in text as the index does, but for accents: whole words in either case, with
/// anything but letters and digits between them; of scripts without spaces, any characters.
package struct PhraseMatcher: Sendable {
  /// Where a phrase stands.
  package struct Match: Sendable, Equatable {
    /// Of the scalars.
    package var range: Range<Int>
    /// Which of the phrases.
    package var phrase: Int
  }

  /// As many scalars that are no part of a word may stand between two words.
  private static let gap = 8

  private let phrases: [[[UInt32]]]
  private let prefixes: [Bool]

  /// Phrases without any letter or digit find nothing.
  package init(_ phrases: [SoughtPhrase]) {
    self.phrases = phrases.map { phrase in
      phrase.words.unicodeScalars.map(Self.fold).split { !Self.isOfWord($0) }.map(Array.init)
    }
    prefixes = phrases.map(\.isPrefix)
  }

  /// A scalar as it is compared.
  package static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.isASCII {
      return scalar.value >= 0x41 && scalar.value <= 0x5A ? scalar.value | 0x20 : scalar.value
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }

  /// All matches in folded scalars, in their order; those of one phrase do not overlap.
  package func matches(in text: [UInt32]) -> [Match] {
    var found: [Match] = []
    var ends = Array(repeating: 0, count: phrases.count)
    for start in text.indices {
      for (index, words) in phrases.enumerated() where start >= ends[index] {
        guard text[start] == words.first?.first,
          let end = end(of: words, isPrefix: prefixes[index], at: start, in: text)
        else { continue }
        found.append(Match(range: start..<end, phrase: index))
        ends[index] = end
      }
    }
    return found
  }

  private func end(
    of words: [[UInt32]], isPrefix: Bool, at start: Int, in text: [UInt32]
  ) -> Int? {
    guard start == 0 || !Self.isJoined(text[start - 1], text[start]) else { return nil }
    var place = start
    for (number, word) in words.enumerated() {
      if number > 0 {
        let limit = min(text.count, place + Self.gap)
        while place < limit, !Self.isOfWord(text[place]) { place += 1 }
      }
      let end = place + word.count
      guard end <= text.count, text[place..<end].elementsEqual(word) else { return nil }
      place = end
      let isLast = number == words.count - 1
      guard place < text.count, Self.isJoined(text[place - 1], text[place]) else { continue }
      if !(isLast && isPrefix) { return nil }
      while place < text.count, Self.isOfWord(text[place]) { place += 1 }
    }
    return place
  }

  /// Whether two neighbours are of one word, which CJK never are.
  private static func isJoined(_ first: UInt32, _ second: UInt32) -> Bool {
    isOfWord(first) && isOfWord(second) && !WrittenScript.isCJK(first)
      && !WrittenScript.isCJK(second)
  }

  private static func isOfWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value)
        || (0x41...0x5A).contains(value)
    }
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
