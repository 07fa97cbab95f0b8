/// Citations with nothing but separators between them.
struct CitationGroup {
  private(set) var range: Range<Int>
  /// Index of the first citation after the group.
  private(set) var next: Int
  /// The indices of its citations in the text.
  var citations: Range<Int> { first..<next }
  /// Whether they are all numbers, which are no part of the text.
  private(set) var isNumeric: Bool
  /// Whether a word is among the separators: `and`, `和`.
  private(set) var hasWords = false
  private let first: Int

  init(_ text: CitedText, from first: Int) {
    let bytes = text.bytes
    self.first = first
    range = text.citations[first].range
    next = first + 1
    isNumeric = CitationGroup.isNumber(bytes[range])
    while next < text.citations.count {
      let following = text.citations[next].range
      let gap = bytes[range.upperBound..<following.lowerBound]
      if !CitationGroup.areMarks(gap) {
        guard CitationGroup.isWord(gap) else { break }
        hasWords = true
      }
      isNumeric = isNumeric && CitationGroup.isNumber(bytes[following])
      range = range.lowerBound..<following.upperBound
      next += 1
    }
  }

  private static func areMarks(_ gap: ArraySlice<UInt8>) -> Bool {
    if gap.allSatisfy({ $0 < 0x80 }) {
      return gap.allSatisfy { marks.contains(Unicode.Scalar($0)) }
    }
    return gap.count <= gapLimit
      && String(decoding: gap, as: UTF8.self).unicodeScalars.allSatisfy(marks.contains)
  }

  private static func isWord(_ gap: ArraySlice<UInt8>) -> Bool {
    guard gap.count <= gapLimit else { return false }
    let words = String(decoding: gap, as: UTF8.self).unicodeScalars.split { marks.contains($0) }
    return words.count == 1 && self.words.contains(String(words[0]).lowercased())
  }

  /// The most bytes of a gap that is looked at for words and wide marks.
  private static let gapLimit = 32
  private static let marks = Set(" ,/;|&()[]·、，；／・｜".unicodeScalars)

  private static let words: Set<String> = [
    "and", "und", "et", "y", "e", "en", "och", "og", "и", "和", "与", "與", "及", "以及", "と", "및",
  ]

  /// A mark without a label is a number that is not part of the text.
  private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
    if label.isEmpty { return true }
    return label.contains(where: \.isDigit)
      && label.allSatisfy { $0.isDigit || $0 == 0x5B || $0 == 0x5D || $0 == 0x5E }
  }
}
