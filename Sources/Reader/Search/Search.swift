import BriefModel

/// A search that is on: in the text by places, in a list by rows.
struct Search: Sendable, Equatable {
  let query: String
  let pane: Pane
  /// The words of a search of the library, which are found each for itself; empty for another.
  var phrases: [SoughtPhrase] = []
  /// In the text.
  var matches: [TextMatch] = []
  /// In a list.
  var rows: [Int] = []
  /// Index of the current match or row.
  var current: Int?

  var count: Int { pane == .text ? matches.count : rows.count }
}

/// One match in a laid-out text; over a line's end it has several stretches.
struct TextMatch: Sendable, Equatable {
  struct Stretch: Sendable, Equatable {
    var line: Int
    var columns: Range<Int>
  }

  var stretches: [Stretch]
  /// Which of several phrases it is of.
  var phrase = 0

  var lines: ClosedRange<Int> {
    let first = stretches.first?.line ?? 0
    return first...max(first, stretches.last?.line ?? first)
  }
}

extension Search {
  /// The first match in the paragraph that has the most of the phrases, as the passage has it that
  /// the list shows; in a title or heading only where no paragraph has any.
  func densest(in layout: TextLayout) -> Int? {
    var number = 0
    let paragraphs = layout.lines.map { line in
      if line.kind == .blank { number += 1 }
      return number
    }
    var best: (index: Int, rank: Int)?
    var start = 0
    while let match = matches[safe: start], let line = layout.lines[safe: match.lines.lowerBound] {
      let paragraph = paragraphs[match.lines.lowerBound]
      let near = matches[start...].prefix { paragraphs[safe: $0.lines.lowerBound] == paragraph }
      let isText = line.kind == .text || line.kind == .preformatted
      let rank = Set(near.map(\.phrase)).count + (isText ? phrases.count : 0)
      if rank > best?.rank ?? 0 { best = (start, rank) }
      start += near.count
    }
    return best?.index
  }
}
