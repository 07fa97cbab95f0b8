/// Prepares text for the search of sentences: a citation after a full stop belongs to the sentence
/// before it.
///
/// Such citations stand behind the stop in brackets, as numbers, as names of sources, or with
/// nothing after them. Blanked out, they let the break come after them, and no offset changes.
struct SentenceEnds {
  private let text: CitedText
  private let cited: [Citation]
  private var bytes: [UInt8]
  /// Where the citations end that were blanked last: what follows them stands after the same stop.
  private var trail: Int?

  /// The text with the citations after a full stop, and their brackets, as spaces.
  static func text(of text: CitedText, citing cited: [Citation]) -> [UInt8] {
    var ends = SentenceEnds(text: text, cited: cited, bytes: text.bytes)
    ends.blank()
    for citation in text.citations { ends.join(citation.range) }
    return ends.bytes
  }

  private mutating func blank() {
    var first = 0
    while first < text.citations.count {
      if let brackets = CitationBrackets(text, around: first), isAfterStop(brackets.range) {
        blank(brackets.range)
        first = brackets.next
      } else {
        let group = CitationGroup(text, from: first)
        let lead = CitationLead(text, before: group)
        let range = (lead?.start ?? group.range.lowerBound)..<group.range.upperBound
        if isAfterStop(range), belongsBefore(group, lead) { blank(range) }
        first = group.next
      }
    }
  }

  /// Blanks a range and the stop right behind it, which ends no sentence of its own.
  private mutating func blank(_ range: Range<Int>) {
    let range = range.lowerBound..<range.upperBound + text.bytes.stop(after: range.upperBound)
    for index in range where bytes[index] != 0x0A { bytes[index] = 0x20 }
    trail = range.upperBound
  }

  /// Whether citations without brackets behind a stop are no part of what follows them.
  private func belongsBefore(_ group: CitationGroup, _ lead: CitationLead?) -> Bool {
    let isAlone = group.citations.count == 1
    let isAnnounced = lead?.announces == true
    let namings = text.citations[group.citations].lazy.map { [cited] in
      isAnnounced && isAlone ? .publisher : SourceNaming(of: cited[$0.index])
    }
    if isAnnounced, !namings.allSatisfy({ $0 >= .generic }) { return false }
    if group.isNumeric || text.bytes.endsLine(at: group.range.upperBound) { return true }
    if text.bytes.stop(after: group.range.upperBound) > 0 {
      return !isAlone || namings.allSatisfy { $0 >= .generic }
    }
    let follows = FollowingText(text.bytes, from: group.range.upperBound)
    guard !group.hasWords, follows.canStartSentence(afterOne: isAlone) else { return false }
    return namings.allSatisfy { $0 >= (isAlone ? .publisher : .source) }
  }

  /// Whether a stop goes before it, or one with the quotes or brackets that close after it.
  private func isAfterStop(_ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end > 0, end != trail, text.bytes[end - 1] == 0x20 { end -= 1 }
    if end == trail { return true }
    while let closing = SentenceEnds.closings.first(where: { text.bytes.ends(at: end, with: $0) }) {
      end -= closing.utf8CodeUnitCount
    }
    return SentenceEnds.stops.contains { text.bytes.ends(at: end, with: $0) }
  }

  private static let stops: [StaticString] = [".", "!", "?", "。", "！", "？", "…"]
  private static let closings: [StaticString] = [
    "\"", "'", ")", "]", "”", "’", "」", "』", "）", "】", "»",
  ]

  /// Makes one word of a label without spaces, so that no sentence ends at a `?` of an address.
  private mutating func join(_ range: Range<Int>) {
    guard range.count > 2, !bytes[range].contains(where: \.isWhitespace) else { return }
    // The first and the last character stay, and so do letters: they tell whether a sentence ends
    // beside them.
    for index in range.lowerBound + 1..<range.upperBound - 1
    where bytes[index] < 0x80 && !bytes[index].isLetter {
      bytes[index] = 0x61
    }
  }
}

extension SentenceEnds {
  /// The ends that lie within no citation: a label such as `Nov 5. Rust in Oslo` is one name.
  static func outside(
    _ citations: [(index: Int, range: Range<Int>)], _ ends: [Int]
  ) -> [Int] {
    var next = 0
    return ends.filter { end in
      while next < citations.count, citations[next].range.upperBound <= end { next += 1 }
      return next == citations.count || citations[next].range.lowerBound >= end
    }
  }

  /// Whether a sentence goes on where the Unicode rules end it: behind an abbreviation, or a quote
  /// to which a particle is joined, as in `“真的吗？”的问题`.
  static func goesOn(at end: Int, in text: Bytes) -> Bool {
    guard end > 0, end < text.count else { return false }
    if text[end - 1] == 0x20 { return Abbreviation.goesOn(at: end, in: text) }
    return particles.contains { text.has($0, at: end) }
      && closings.contains { text.has($0, at: end - $0.utf8CodeUnitCount) }
  }

  /// What stands behind a word, and starts no sentence.
  private static let particles: [StaticString] = [
    "的", "等", "之", "与", "和", "及", "或", "の", "と", "が", "を", "に", "は", "も", "へ",
  ]

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
}

extension [UInt8] {
  /// Whether a mark stands right before `end`.
  func ends(at end: Int, with mark: StaticString) -> Bool {
    has(mark, at: end - mark.utf8CodeUnitCount)
  }

  /// Whether a mark stands at `index`.
  func has(_ mark: StaticString, at index: Int) -> Bool {
    withUnsafeBufferPointer { $0.has(mark, at: index) }
  }

  /// The bytes of the full stop at `index`; 0 where there is none.
  fileprivate func stop(after index: Int) -> Int {
    if has("。", at: index) { return 3 }
    guard has(".", at: index) else { return 0 }
    return index + 1 == count || self[index + 1].isWhitespace ? 1 : 0
  }

  /// Whether nothing but spaces and stops follow in the line.
  fileprivate func endsLine(at index: Int) -> Bool {
    let rest = self[index...].drop { $0 == 0x20 || $0 == 0x2E }
    return rest.first.map { $0 == 0x0A } ?? true
  }
}
