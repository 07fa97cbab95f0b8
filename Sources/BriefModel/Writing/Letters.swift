/// The letters and digits of a text that cites, with and without those of its labels.
struct Letters {
  /// The bytes of letters and digits; of what is beyond ASCII, all.
  private var all: [UInt8] = []
  /// Those outside of the labels of citations.
  private var bare: [UInt8] = []

  /// The labels of citations for which `isWord` holds are words as others are.
  init(_ texts: some Sequence<CitedText>, isWord: (Int) -> Bool = { _ in false }) {
    for text in texts { add(text.bytes[...], labels: text.citations[...], isWord) }
  }

  init(_ sentence: CitedSentence) {
    add(sentence.text.bytes[sentence.range], labels: sentence.citations) { _ in false }
  }

  private mutating func add(
    _ bytes: ArraySlice<UInt8>, labels: ArraySlice<(index: Int, range: Range<Int>)>,
    _ isWord: (Int) -> Bool
  ) {
    var index = bytes.startIndex
    for label in labels {
      let range = label.range.clamped(to: index..<bytes.endIndex)
      add(bytes[index..<range.lowerBound], isLabel: false)
      add(bytes[range], isLabel: !isWord(label.index))
      index = range.upperBound
    }
    add(bytes[index...], isLabel: false)
  }

  private mutating func add(_ bytes: ArraySlice<UInt8>, isLabel: Bool) {
    let letters = bytes.lazy.filter { $0 >= 0x80 || $0.isLetter || $0.isDigit }
    all += letters
    if !isLabel { bare += letters }
  }
}

extension Letters {
  /// Whether each of two texts has all letters that the other one has outside of its labels, in any
  /// order; the other one may have those that were added to it as well, and lack those of what is
  /// `gone`.
  func areLike(
    _ other: Letters, added: LetterCounts? = nil, gone: LetterCounts? = nil
  ) -> Bool {
    if bare == other.bare || all == other.bare || bare == other.all { return true }
    return LetterCounts(bare).isWithin(LetterCounts(other.all), gone)
      && LetterCounts(other.bare).isWithin(LetterCounts(all), added)
  }

  /// Whether another text has all letters that this one has outside of its labels.
  func areKept(in other: Letters, gone: LetterCounts? = nil) -> Bool {
    bare == other.all || LetterCounts(bare).isWithin(LetterCounts(other.all), gone)
  }

  /// Whether another text has all letters of this one, its labels counted.
  func areAllKept(in other: Letters) -> Bool {
    all == other.all || LetterCounts(all).isWithin(LetterCounts(other.all))
  }
}
