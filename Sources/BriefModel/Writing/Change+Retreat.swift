extension [Change] {
  /// Takes the next choice where the briefs differ; false where no change is to blame.
  mutating func retreat(from likeness: Likeness) -> Bool {
    var isChanged = false
    for index in indices where self[index].isActive {
      guard self[index].citations.contains(where: likeness.citations.contains) else { continue }
      self[index].choice += 1
      isChanged = true
    }
    return isChanged || retreat(near: likeness.citations)
  }

  /// Takes the next choice of the changes on both sides of citations that are left as they are.
  private mutating func retreat(near citations: Set<Int>) -> Bool {
    let active = indices.filter { self[$0].isActive }
    var near: Set<Int> = []
    for citation in citations {
      let behind = active.partitioningIndex { self[$0].citations.lowerBound > citation }
      if behind > 0 { near.insert(active[behind - 1]) }
      if behind < active.count { near.insert(active[behind]) }
    }
    for index in near { self[index].choice += 1 }
    return !near.isEmpty
  }
}
