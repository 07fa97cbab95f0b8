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

  /// The numbers that lists lack.
  let unknown: [Int]
  /// Whether there are such, and all of them are over the highest that lists have.
  let isBeyond: Bool

  init() {
    marks = 0..<0
    isKnown = false
    least = 0
    mayBeYear = false
    mayLackEntries = false
    unknown = []
    isBeyond = false
  }

  /// Reads the marks of a group; `isListed` says whether lists have a number, of which `highest` is
  /// the last.
  init(_ group: Range<Int>, in all: [Mark], highest: Int, isListed: (Int) -> Bool) {
    marks = group
    let numbers = all[group].compactMap(\.number)
    unknown = numbers.filter { !isListed($0) }
    let known = numbers.count - unknown.count
    isKnown = unknown.isEmpty && numbers.count == group.count
    isBeyond =
      !unknown.isEmpty && numbers.count == group.count && unknown.allSatisfy { $0 > highest }
    least = numbers.min() ?? 0
    mayBeYear = numbers.contains { $0 > NumberGroup.numberLimit }
    mayLackEntries =
      isKnown || numbers.count <= MarkGroupReading.plainLimit || 2 * known > numbers.count
  }
}
