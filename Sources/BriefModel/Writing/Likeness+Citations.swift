extension Likeness {
  /// What must be the same of two citations.
  private struct Sameness: Equatable {
    let form: Citation.Form
    let address: String?

    init(_ citation: Citation, of brief: Brief, form: Citation.Form) {
      self.form = form
      address = citation.source.map { brief.sources[$0].url.canonical }
    }
  }

  /// Compares citations in their order, and by their places where that differs: one that is lost
  /// does not make others of all behind it.
  mutating func compareCitations(
    _ brief: Brief, _ other: Brief, _ text: PatchedText, _ forms: [Citation.Form]
  ) {
    let first = zip(brief.citations, forms).map { Sameness($0, of: brief, form: $1) }
    let second = other.citations.map { Sameness($0, of: other, form: $0.form) }
    if first != second {
      var places = Dictionary(grouping: other.citations.indices) {
        text.origin(after: other.citations[$0].range.lowerBound)
      }
      let ownPlaces = Dictionary(grouping: brief.citations.indices) {
        text.origin(before: brief.citations[$0].range.lowerBound)
      }
      for (place, indices) in ownPlaces {
        let found = places.removeValue(forKey: place) ?? []
        if indices.map({ first[$0] }) != found.map({ second[$0] }) { blame(indices, .reading) }
      }
      if citations.isEmpty { takeNumbers(of: places.values.joined().map { other.citations[$0] }) }
    }
    guard citations.isEmpty else { return }
    let likes = zip(brief.citations.indices, other.citations.indices).prefix {
      first[$0] == second[$1] && brief.citations[$0].section == other.citations[$1].section
    }
    if likes.count < max(first.count, second.count) { blame([likes.count], .reading) }
  }

  private mutating func takeNumbers(of citations: [Citation]) {
    for citation in citations where !citation.form.isLink {
      if let number = ListNumber.read(citation.label) { taken.insert(number) }
    }
  }
}
