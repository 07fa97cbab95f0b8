/// Numbers that mean the places of entries in a list without numbers.
extension CitationReader {
  /// Gives the entries of the only list, which has no numbers, those that the text counts by:
  /// where nothing else explains the numbers, which are all from 1 to the highest, and the list has
  /// a link for each.
  mutating func countPlaces() {
    guard lists.isEmpty, footnotes.isEmpty, !hasLeadingNumber, let list = unnumbered.only,
      let highest = highestNumber, highest > 1 || list.entries.count == 1
    else { return }
    let entries = list.entries.prefix(highest).compactMap { $0 }
    guard entries.count == highest, !areCitedByLinks(entries) else { return }
    for (place, use) in list.entries.enumerated() {
      guard let use, place + 1 < 1000 else { continue }
      if case .entry(var text) = uses[use].role {
        text.place = place + 1
        uses[use].role = .entry(text)
      }
      lists.add(
        place + 1, .link(uses[use].reference), scope: list.scope, position: list.position,
        isNew: false)
    }
  }

  /// The highest of the numbers in the text, where they are all from 1 to it, and most stand as
  /// citations do: `options: [1] sell, [2] hold` numbers what follows.
  private var highestNumber: Int? {
    let found = countedMarks
    let numbers = Set(found.compactMap(\.number))
    guard 2 * found.count(where: \.standsAsCitation) > found.count else { return nil }
    return numbers.min() == 1 && numbers.max() == numbers.count ? numbers.count : nil
  }

  /// The marks with numbers that may be citations: no indices, and no group with 0, such as `[0, 1]`.
  private var countedMarks: [Mark] {
    let arrays = ArrayNames(arrays, marks: marks, countsFromZero: false)
    var group = 0..<0
    var isCounted = false
    var found: [Mark] = []
    for use in uses {
      guard case .candidate = use.role, case let mark = marks[~use.reference] else { continue }
      if mark.group != group {
        group = mark.group
        isCounted = !marks[group].contains { $0.number == 0 }
      }
      guard isCounted, mark.before != .identifier, !arrays.contain(mark, isListed: true) else {
        continue
      }
      switch mark.kind {
      case .number: found.append(mark)
      case .superscript where mark.before != .unit: found.append(mark)
      case .superscript, .digits, .footnote, .leak, .leakStart, .definition: break
      }
    }
    return found
  }

  /// Whether links in the text cite most of some entries, so that numbers mean something else.
  private func areCitedByLinks(_ entries: [Int]) -> Bool {
    var cited: Set<Int> = []
    for use in uses {
      if case .citation = use.role { cited.insert(links[use.reference].source) }
    }
    let count = entries.count { cited.contains(links[uses[$0].reference].source) }
    return 2 * count > entries.count
  }
}
