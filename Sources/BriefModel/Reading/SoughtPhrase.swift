import CICU

/// Words next to each other that a query looks for.
package struct SoughtPhrase: Sendable, Hashable {
  /// As typed.
  package var words: String
  /// Whether the last word may go on.
  package var isPrefix: Bool
  /// Where it is sought.
  package var part: Part

  /// The parts of a brief that are searched by themselves.
  package enum Part: Sendable, Hashable {
    /// All of it.
    case text
    case title
    /// The titles of sections.
    case sections
  }

  package init(_ words: String, isPrefix: Bool = false, in part: Part = .text) {
    self.words = words
    self.isPrefix = isPrefix
    self.part = part
  }

  /// The same, sought in a part of a brief.
  package func sought(in part: Part) -> SoughtPhrase {
    SoughtPhrase(words, isPrefix: isPrefix, in: part)
  }
}

/// Finds phrases in text as the index does: whole words in either case and with any accents, with
/// anything but letters and digits between them; of scripts without spaces, any characters. `ß` is `ss`.
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
  /// What a mark over the letter before it is folded to; it belongs to the word and is not compared.
  private static let mark: UInt32 = 0
  /// The sign that is two letters.
  private static let sharpS: UInt32 = 0xDF
  private static let letterS: UInt32 = 0x73

  private let phrases: [[[UInt32]]]
  private let prefixes: [Bool]

  /// Phrases without any letter or digit find nothing.
  package init(_ phrases: [SoughtPhrase]) {
    self.phrases = phrases.map { phrase in
      WidthFold.joiningMarks(phrase.words.unicodeScalars.map(Self.fold), rest: Self.mark)
        .split { !Self.isOfWord($0) }
        .map { $0.filter { $0 != Self.mark }.flatMap(Self.letters) }.filter { !$0.isEmpty }
    }
    prefixes = phrases.map(\.isPrefix)
  }

  private static func letters(_ value: UInt32) -> [UInt32] {
    value == sharpS ? [letterS, letterS] : [value]
  }

  /// A scalar as it is compared, which is as SQLite's `unicode61` does it, in its usual width.
  package static func fold(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.isASCII {
      return scalar.value >= 0x41 && scalar.value <= 0x5A ? scalar.value | 0x20 : scalar.value
    }
    if (0x300...0x36F).contains(scalar.value) { return mark }
    // CJK has no case, and its marks tell letters apart.
    if (0x2E80...0x9FFF).contains(scalar.value) { return scalar.value }
    if WidthFold.isAffected(scalar.value) {
      let usual = WidthFold.fold(scalar.value)
      return (0x41...0x5A).contains(usual) ? usual | 0x20 : usual
    }
    return UInt32(bitPattern: icu_plain(Int32(bitPattern: scalar.value)))
  }

  /// All matches in folded scalars, in their order; those of one phrase do not overlap.
  package func matches(in text: [UInt32]) -> [Match] {
    let text = WidthFold.joiningMarks(text, rest: Self.mark)
    var found: [Match] = []
    var ends = Array(repeating: 0, count: phrases.count)
    for start in text.indices {
      for (index, words) in phrases.enumerated() where start >= ends[index] {
        let first = words.first?.first
        guard text[start] == first || text[start] == Self.sharpS && first == Self.letterS,
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
      let isLast = number == words.count - 1
      guard let end = Self.end(of: word, isOpen: isLast && isPrefix, at: place, in: text) else {
        return nil
      }
      place = end
      guard place < text.count, Self.isJoined(text[place - 1], text[place]) else { continue }
      if !(isLast && isPrefix) { return nil }
      while place < text.count, Self.isOfWord(text[place]) { place += 1 }
    }
    return place
  }

  /// Where a word that stands at a place ends, with the marks over its last letter; one that may go
  /// on may end between the two letters of a sign.
  private static func end(
    of word: [UInt32], isOpen: Bool, at start: Int, in text: [UInt32]
  ) -> Int? {
    var place = start
    var index = 0
    while index < word.count {
      while place > start, place < text.count, text[place] == mark { place += 1 }
      guard place < text.count else { return nil }
      if text[place] == word[index] {
        index += 1
      } else if text[place] == sharpS, word[index] == letterS {
        let isHalf = index + 1 == word.count
        guard isHalf ? isOpen : word[index + 1] == letterS else { return nil }
        index += 2
      } else {
        return nil
      }
      place += 1
    }
    while place < text.count, text[place] == mark { place += 1 }
    return place
  }

  /// Whether two neighbours are of one word, which CJK never are.
  private static func isJoined(_ first: UInt32, _ second: UInt32) -> Bool {
    isOfWord(first) && isOfWord(second) && !WrittenScript.isCJK(first)
      && !WrittenScript.isCJK(second)
  }

  private static func isOfWord(_ value: UInt32) -> Bool {
    if value == mark { return true }
    if value < 0x80 {
      return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value)
        || (0x41...0x5A).contains(value)
    }
    guard let properties = Unicode.Scalar(value)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }
}
