extension Likeness {
  /// What must be the same of two citations.
  private struct Sameness: Equatable {
    let form: Citation.Form
    /// The source, by its index in the first brief.
    let source: Int?
  }

  /// For each source of a brief its index in another one, or a number that none has there.
  private static func indices(of sources: [Source], in others: [Source]) -> [Int] {
    let likes = zip(sources.indices, others.indices).prefix {
      sources[$0].url.canonical == others[$1].url.canonical
    }
    guard likes.count < sources.count else { return Array(sources.indices) }
    let places = Dictionary(
      others.enumerated().map { ($1.url.canonical, $0) }, uniquingKeysWith: { first, _ in first })
    return sources.enumerated().map { places[$1.url.canonical] ?? ~$0 }
  }

  /// Compares citations in their order, and by their places where that differs: one that is lost
  /// does not make others of all behind it.
  mutating func compareCitations(
    _ brief: Brief, _ other: Brief, _ text: PatchedText, _ forms: [Citation.Form]
  ) {
    let sources = Likeness.indices(of: other.sources, in: brief.sources)
    let first = zip(brief.citations, forms).map { Sameness(form: $1, source: $0.source) }
    let second = other.citations.map {
      Sameness(form: $0.form, source: $0.source.map { sources[$0] })
    }
    if first != second {
      let own = starts(brief).map { text.rank(of: text.origin(before: $0)) }
      let others = starts(other).map { text.rank(of: text.origin(after: $0)) }
      var extra: [Citation] = []
      forEachPlace(own, others) { indices, found in
        if indices.isEmpty {
          extra += found.map { other.citations[$0] }
        } else if indices.map({ first[$0] }) != found.map({ second[$0] }) {
          blame(indices, .reading)
        }
      }
      if citations.isEmpty { takeNumbers(of: extra) }
    }
    guard citations.isEmpty else { return }
    let likes = zip(brief.citations.indices, other.citations.indices).prefix {
      first[$0] == second[$1] && brief.citations[$0].section == other.citations[$1].section
    }
    if likes.count < max(first.count, second.count) { blame([likes.count], .reading) }
  }

  /// Where each citation stands: what has no bytes of its own is of the mark before it.
  private func starts(_ brief: Brief) -> [Int] {
    var starts: [Int] = []
    for citation in brief.citations {
      let start = citation.range.lowerBound
      starts.append(citation.range.isEmpty ? starts.last ?? start : start)
    }
    return starts
  }

  /// Gives the indices of what has the same rank in two arrays, for each rank.
  private func forEachPlace(
    _ first: [Int], _ second: [Int], _ body: (ArraySlice<Int>, ArraySlice<Int>) -> Void
  ) {
    let own = first.indices.sorted { (first[$0], $0) < (first[$1], $1) }
    let others = second.indices.sorted { (second[$0], $0) < (second[$1], $1) }
    var (start, otherStart) = (0, 0)
    while start < own.count || otherStart < others.count {
      let ranks = [
        own[start...].first.map { first[$0] }, others[otherStart...].first.map { second[$0] },
      ]
      let rank = ranks.compactMap { $0 }.min() ?? 0
      let end = own[start...].firstIndex { first[$0] != rank } ?? own.count
      let otherEnd = others[otherStart...].firstIndex { second[$0] != rank } ?? others.count
      body(own[start..<end], others[otherStart..<otherEnd])
      (start, otherStart) = (end, otherEnd)
    }
  }

  private mutating func takeNumbers(of citations: [Citation]) {
    for citation in citations where !citation.form.isLink {
      if let number = Int(citation.label) { taken.insert(number) }
    }
  }
}
