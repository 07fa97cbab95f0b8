extension [Change] {
  /// Takes the next choice where the briefs differ, or with `isLast` none of them any more; false
  /// where no change is to blame.
  mutating func retreat(from likeness: Likeness, isLast: Bool) -> Bool {
    if retreat(at: likeness.citations, isLast) || retreat(at: likeness.suspects, isLast) {
      return true
    }
    return retreat(near: likeness.citations.keys, isLast)
  }

  /// Leaves what cites sources whose date would be read as another; false where nothing does.
  mutating func retreat(fromDaysOf sources: Set<Int>, _ brief: Brief) -> Bool {
    let citations = sources.flatMap { brief.sources[$0].citations }
    let differences = Dictionary(uniqueKeysWithValues: citations.map { ($0, Difference.day) })
    let isChanging = contains { $0.isActive && $0.citations.contains { differences[$0] != nil } }
    return isChanging && retreat(at: differences, true)
  }

  /// Leaves what marks a source without a mark: no number is left for it.
  mutating func leave(unmarkedIn marks: [Int: String]) {
    for index in indices where !self[index].isWritable(with: marks) {
      self[index].retreat(.number, isLast: true)
    }
  }

  private mutating func retreat(at differences: [Int: Difference], _ isLast: Bool) -> Bool {
    guard !differences.isEmpty else { return false }
    var isChanged = false
    for index in indices where self[index].isActive {
      guard let difference = self[index].citations.lazy.compactMap({ differences[$0] }).first else {
        continue
      }
      self[index].retreat(difference, isLast: isLast)
      isChanged = true
    }
    return isChanged
  }

  /// Takes the next choice of the changes on both sides of citations that are left as they are.
  private mutating func retreat(near citations: some Sequence<Int>, _ isLast: Bool) -> Bool {
    let active = indices.filter { self[$0].isActive }
    var near: [Int: Int] = [:]
    for citation in citations {
      let behind = active.partitioningIndex { self[$0].citations.lowerBound > citation }
      for index in active[..<behind].suffix(1) + active[behind...].prefix(1) {
        near[index] = Swift.min(citation, near[index] ?? citation)
      }
    }
    for (index, citation) in near { self[index].retreat(.neighbor(citation), isLast: isLast) }
    return !near.isEmpty
  }
}
