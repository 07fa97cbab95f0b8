extension BriefComparison {
  /// Compares a brief with an earlier text of it, in time that is linear in their length: what is
  /// too dear to be told word by word is told by the passage.
  package init(of brief: Brief, since old: Brief) {
    var work = Alignment.Work(steps: Alignment.Work.ofBrief)
    title =
      WordComparison(ComparedPassage(titleOf: old), ComparedPassage(titleOf: brief), work: &work)
      .runs
    parts = []
    appendLede(
      ComparedPassage.all(in: old.lede, of: old), ComparedPassage.all(in: brief.lede, of: brief),
      &work)
    appendSections(old, brief, &work)
  }

  private mutating func appendLede(
    _ old: [ComparedPassage], _ new: [ComparedPassage], _ work: inout Alignment.Work
  ) {
    guard !old.isEmpty || !new.isEmpty else { return }
    let passages = PassagePairing(old, new, work: &work).passages
    let isSame = passages.allSatisfy { $0.state == .same }
    parts.append(
      PartComparison(
        state: isSame ? .same : .changed, isLede: true, heading: [], passages: passages))
  }

  private mutating func appendSections(
    _ old: Brief, _ new: Brief, _ work: inout Alignment.Work
  ) {
    let (olds, news) = (Self.items(of: old), Self.items(of: new))
    let matching = SectionMatching(olds, news, work: &work)
    let removed = Self.removed(olds.count, matching.earlier)
    appendRemoved(removed[-1] ?? [], old, olds)
    for (index, item) in news.enumerated() {
      let heading = ComparedPassage(new.sections[index].heading, in: new)
      guard let earlier = matching.earlier[index] else {
        parts.append(
          PartComparison(
            state: .added, section: index, isCounted: new.sections[index].isRead,
            isList: new.sections[index].kind == .sources,
            heading: WordComparison.runs(of: heading, .added),
            passages: PassagePairing.all(item.passages, .added, .added)))
        continue
      }
      let before = ComparedPassage(old.sections[earlier].heading, in: old)
      let passages = PassagePairing(olds[earlier].passages, item.passages, work: &work).passages
      let isSame = before.key == heading.key && passages.allSatisfy { $0.state == .same }
      let hasMoved = matching.moved.contains(index)
      parts.append(
        PartComparison(
          state: isSame ? hasMoved ? .moved : .same : .changed, hasMoved: hasMoved,
          stoodAfter: hasMoved && earlier > 0 ? old.sections[earlier - 1].title : nil,
          section: index, isCounted: new.sections[index].isRead,
          isList: new.sections[index].kind == .sources,
          heading: WordComparison(before, heading, work: &work).runs,
          passages: passages))
      appendRemoved(removed[earlier] ?? [], old, olds)
    }
  }

  private mutating func appendRemoved(
    _ indices: [Int], _ old: Brief, _ items: [SectionMatching.Item]
  ) {
    for index in indices {
      let heading = ComparedPassage(old.sections[index].heading, in: old)
      parts.append(
        PartComparison(
          state: .removed, isCounted: old.sections[index].isRead,
          isList: old.sections[index].kind == .sources,
          heading: WordComparison.runs(of: heading, .removed),
          passages: PassagePairing.all(items[index].passages, .removed, .removed)))
    }
  }

  /// The sections that are gone, by the section after which they stood: the nearest before them
  /// that is still there, or -1.
  private static func removed(_ count: Int, _ earlier: [Int?]) -> [Int: [Int]] {
    let kept = Set(earlier.compactMap(\.self))
    var removed: [Int: [Int]] = [:]
    var last = -1
    for index in 0..<count {
      if kept.contains(index) { last = index } else { removed[last, default: []].append(index) }
    }
    return removed
  }

  private static func items(of brief: Brief) -> [SectionMatching.Item] {
    brief.sections.map {
      SectionMatching.Item(
        id: $0.id, title: $0.title, passages: ComparedPassage.all(in: $0.blocks, of: brief))
    }
  }
}

extension ComparedPassage {
  /// The title with its citations, where its heading has any.
  fileprivate init(titleOf brief: Brief) {
    let isHeading = brief.heading.plainText == brief.title
    self.init(isHeading ? brief.heading : [.text(brief.title)], in: brief)
  }
}
