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
  /// the list shows; in a title or heading only where no paragraph has any, or it was sought there.
  func densest(in layout: TextLayout) -> Int? {
    densest(in: layout) { phrase, kind in
      switch phrase.part {
      case .text: true
      case .title: kind == .title
      case .sections: kind == .heading
      }
    } ?? densest(in: layout) { _, _ in true }
  }

  private func densest(
    in layout: TextLayout, where fits: (SoughtPhrase, TextLine.Kind) -> Bool
  ) -> Int? {
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
      let answers = near.indices.filter { index in
        phrases[safe: near[index].phrase].map { fits($0, line.kind) } ?? false
      }
      let count = Set(answers.map { near[$0].phrase }).count
      let rank = count > 0 && isText ? count + phrases.count : count
      if rank > best?.rank ?? 0, let first = answers.first { best = (first, rank) }
      start += near.count
    }
    return best?.index
  }
}
