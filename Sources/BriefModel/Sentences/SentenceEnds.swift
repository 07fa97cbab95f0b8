/// Prepares text for the search of sentences: a citation after a full stop belongs to the sentence
/// before it.
///
/// Citations stand behind the stop in brackets, as numbers, or with nothing after them. Blanked
/// out, they let the break come after them, and no offset changes.
enum SentenceEnds {
  /// The text with the citations after a full stop, and their brackets, as spaces.
  static func text(of text: CitedText) -> [UInt8] {
    var bytes = text.bytes
    var first = 0
    while first < text.citations.count {
      let group = Group(text, from: first)
      if group.standsAfterStop, group.isBracketed || group.isNumeric || group.endsLine {
        for index in group.range where bytes[index] != 0x0A { bytes[index] = 0x20 }
      }
      first = group.next
    }
    for citation in text.citations { join(citation.range, in: &bytes) }
    return bytes
  }

  /// Where a sentence ends that the Unicode rules end behind a bracket which opens the next one, as in
  /// `真的吗？（第三期）`: to them all brackets close.
  static func beforeBrackets(_ end: Int, in text: Bytes, after start: Int) -> Int {
    var index = end
    while let bracket = brackets.first(where: { text.has($0, at: index - $0.utf8CodeUnitCount) }) {
      index -= bracket.utf8CodeUnitCount
    }
    return index > start ? index : end
  }

  private static let brackets: [StaticString] = ["(", "[", "（", "［", "「", "『", "《", "〈", "【"]

  /// Makes one word of a label without spaces, so that no sentence ends at a `?` of an address.
  private static func join(_ range: Range<Int>, in bytes: inout [UInt8]) {
    guard range.count > 2, !bytes[range].contains(where: \.isWhitespace) else { return }
    // The first and the last character stay, and so do letters: they tell whether a sentence ends
    // beside them.
    for index in range.lowerBound + 1..<range.upperBound - 1
    where bytes[index] < 0x80 && !bytes[index].isLetter {
      bytes[index] = 0x61
    }
  }

  /// Citations with nothing but separators between them, and the brackets around them.
  private struct Group {
    private let bytes: [UInt8]
    private(set) var range: Range<Int>
    /// Index of the first citation after the group.
    private(set) var next: Int
    private(set) var isNumeric: Bool
    private(set) var isBracketed = false

    init(_ text: CitedText, from first: Int) {
      bytes = text.bytes
      range = text.citations[first].range
      next = first + 1
      isNumeric = Group.isNumber(bytes[range])
      while next < text.citations.count {
        let following = text.citations[next].range
        guard bytes[range.upperBound..<following.lowerBound].allSatisfy(Group.isSeparator) else {
          break
        }
        isNumeric = isNumeric && Group.isNumber(bytes[following])
        range = range.lowerBound..<following.upperBound
        next += 1
      }
      takeBrackets()
    }

    private mutating func takeBrackets() {
      while let last = bytes[..<range.lowerBound].last, last == 0x28 || last == 0x5B,
        range.upperBound < bytes.count, bytes[range.upperBound] == (last == 0x28 ? 0x29 : 0x5D)
      {
        range = range.lowerBound - 1..<range.upperBound + 1
        isBracketed = true
      }
      takeWideBrackets()
    }

    /// `（` and `）` of Chinese and Japanese text.
    private mutating func takeWideBrackets() {
      let (open, close): ([UInt8], [UInt8]) = ([0xEF, 0xBC, 0x88], [0xEF, 0xBC, 0x89])
      guard bytes[..<range.lowerBound].suffix(3).elementsEqual(open),
        bytes[range.upperBound...].prefix(3).elementsEqual(close)
      else { return }
      range = range.lowerBound - 3..<range.upperBound + 3
      isBracketed = true
    }

    /// Whether a stop goes before it, or one with the quotes or brackets that close after it.
    var standsAfterStop: Bool {
      var end = range.lowerBound
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      while let length = Group.closings.first(where: { ends(at: end, with: $0) })?.utf8.count {
        end -= length
      }
      return Group.stops.contains { ends(at: end, with: $0) }
    }

    private static let stops = [".", "!", "?", "。", "！", "？", "…"]
    private static let closings = ["\"", "'", ")", "”", "’", "」", "』", "）", "»"]

    private func ends(at end: Int, with mark: String) -> Bool {
      mark.utf8.count <= end && bytes[(end - mark.utf8.count)..<end].elementsEqual(mark.utf8)
    }

    var endsLine: Bool {
      let rest = bytes[range.upperBound...].drop { $0 == 0x20 || $0 == 0x2E }
      return rest.first.map { $0 == 0x0A } ?? true
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, 0x2C, 0x2F, 0x3B, 0x7C, 0x26, 0x28, 0x29, 0x5B, 0x5D, 0xC2, 0xB7: true
      default: false
      }
    }

    /// A mark without a label is a number that is not part of the text.
    private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
      if label.isEmpty { return true }
      return label.contains(where: \.isDigit)
        && label.allSatisfy { $0.isDigit || $0 == 0x5B || $0 == 0x5D || $0 == 0x5E }
    }
  }
}
