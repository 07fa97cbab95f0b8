/// A pair of brackets with citations and few other words in it: `(Source: [Reuters](…))`,
/// `（[@name](…) 投稿）`.
struct CitationBrackets {
  /// As many bytes besides labels and separators may stand in them.
  private static let wordLimit = 60

  let range: Range<Int>
  /// Index of the first citation after them.
  let next: Int

  /// The outermost brackets of which the first citation is `first`; nil where there are none, or
  /// where they hold a whole sentence with its stop.
  init?(_ text: CitedText, around first: Int) {
    guard let start = CitationBrackets.start(text, before: first),
      let end = CitationBrackets.end(text, from: start, first)
    else { return nil }
    range = start..<end.index
    next = end.next
  }

  /// Where the brackets open in which a citation is the first.
  private static func start(_ text: CitedText, before first: Int) -> Int? {
    var index = text.citations[first].range.lowerBound
    let previous = first > 0 ? text.citations[first - 1].range.upperBound : 0
    let limit = max(previous, index - wordLimit)
    var opening: Int?
    while index > limit, text.bytes[index - 1] != 0x0A {
      let bracket = BracketMark(text.bytes, endingAt: index)
      if let bracket, bracket.opens {
        index -= bracket.length
        opening = index
      } else if bracket == nil, opening == nil {
        index -= 1
      } else {
        break
      }
    }
    return opening
  }

  private static func end(
    _ text: CitedText, from start: Int, _ first: Int
  ) -> (index: Int, next: Int)? {
    let bytes = text.bytes
    var (index, next, depth, words) = (start, first, 0, 0)
    var isAfterStop = false
    while index < bytes.count, bytes[index] != 0x0A, words <= wordLimit {
      if next < text.citations.count, index >= text.citations[next].range.lowerBound {
        index = max(index, text.citations[next].range.upperBound)
        next += 1
        isAfterStop = false
      } else if let bracket = BracketMark(bytes, at: index) {
        if !bracket.opens, isAfterStop { return nil }
        (index, words) = (index + bracket.length, words + 1)
        depth += bracket.opens ? 1 : -1
        if depth == 0 { return (index, next) }
      } else {
        index += 1
        switch bytes[index - 1] {
        case 0x20: continue
        case 0x2C: isAfterStop = false
        default:
          words += 1
          isAfterStop = stops.contains { bytes.ends(at: index, with: $0) }
        }
      }
    }
    return nil
  }

  private static let stops: [StaticString] = [".", "!", "?", "。", "！", "？"]
}
