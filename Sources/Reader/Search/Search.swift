/// A search that is on: in the text by places, in a list by rows.
struct Search: Sendable, Equatable {
  let query: String
  let pane: Pane
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

  var lines: ClosedRange<Int> {
    let first = stretches.first?.line ?? 0
    return first...max(first, stretches.last?.line ?? first)
  }
}
