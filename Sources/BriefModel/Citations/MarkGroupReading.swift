/// What the numbers of one mark, such as `[1, 3]`, say together: all are citations, or none is.
struct MarkGroupReading {
  /// The most numbers that a mark may have whose entries are mostly missing.
  private static let plainLimit = 30

  let marks: Range<Int>
  /// Whether lists have all of its numbers.
  let isKnown: Bool
  /// The lowest number.
  let least: Int
  /// Whether one of its numbers could be a year, so that a list must have it.
  let mayBeYear: Bool
  /// Whether it may be citations though lists lack some of its numbers: no range goes far beyond the
  /// list, as in `[1-99]`.
  let mayLackEntries: Bool

  init() {
    marks = 0..<0
    isKnown = false
    least = 0
    mayBeYear = false
    mayLackEntries = false
  }

  /// Reads the marks of a group; `isListed` says whether lists have a number.
  init(_ group: Range<Int>, in all: [Mark], isListed: (Int) -> Bool) {
    marks = group
    let numbers = all[group].compactMap(\.number)
    let known = numbers.count(where: isListed)
    isKnown = known == numbers.count && numbers.count == group.count
    least = numbers.min() ?? 0
    mayBeYear = numbers.contains { $0 > NumberGroup.numberLimit }
    mayLackEntries =
      isKnown || numbers.count <= MarkGroupReading.plainLimit || 2 * known > numbers.count
  }
}
