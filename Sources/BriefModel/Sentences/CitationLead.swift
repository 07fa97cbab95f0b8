/// What leads from a full stop to the citations behind it: a dash, or words that announce a source,
/// as in `Source: [Reuters](…)`.
struct CitationLead {
  /// As many bytes before the citations are looked at.
  private static let limit = 48

  let start: Int
  /// Whether it is words that announce a source.
  let announces: Bool

  init?(_ text: CitedText, before group: CitationGroup) {
    let bytes = text.bytes
    let first = group.citations.lowerBound
    let previous = first > 0 ? text.citations[first - 1].range.upperBound : 0
    var end = group.range.lowerBound
    let limit = max(previous, end - CitationLead.limit)
    while end > limit, bytes[end - 1] == 0x20 { end -= 1 }
    if let dash = CitationLead.dashes.first(where: { bytes.ends(at: end, with: $0) }) {
      guard end - dash.utf8CodeUnitCount >= limit else { return nil }
      (start, announces) = (end - dash.utf8CodeUnitCount, false)
      return
    }
    guard end > limit, CitationLead.colons.contains(where: { bytes.ends(at: end, with: $0) }) else {
      return nil
    }
    let before = String(decoding: bytes[limit..<end], as: UTF8.self).unicodeScalars
    let stop = before.lastIndex(where: \.endsSentence)
    let words = before[(stop.map { before.index(after: $0) } ?? before.startIndex)...]
    let named = String(words.drop { $0 == " " })
    guard SourceNaming.announces(named) else { return nil }
    (start, announces) = (end - named.utf8.count, true)
  }

  private static let dashes: [StaticString] = ["—", "–", " -"]
  private static let colons: [StaticString] = [":", "："]
}

extension Unicode.Scalar {
  /// Whether it ends a sentence, or closes what may.
  fileprivate var endsSentence: Bool {
    switch self {
    case ".", "!", "?", "…", "。", "！", "？", "\n", "\"", "”", ")", "]", "）", "」", "』": true
    default: false
    }
  }
}
