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
  /// The match from which on the most of the phrases stand within a few lines; the first of such.
  var densest: Int? {
    let reach = 6
    var best: (index: Int, count: Int)?
    for (index, match) in matches.enumerated() {
      let near = matches[index...].prefix {
        $0.lines.lowerBound <= match.lines.lowerBound + reach
      }
      let count = Set(near.prefix(64).map(\.phrase)).count
      if count > best?.count ?? 0 { best = (index, count) }
    }
    return best?.index
  }
}
