/// What two sequences have in common, in their order.
///
/// By the greedy algorithm of Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations"
/// (1986), as long as the two are like enough; else elements that each has once are found first,
/// as in Bram Cohen's patience diff, and what lies between them is compared.
struct Alignment {
  /// A stretch that both have.
  struct Match: Equatable {
    var old: Int
    var new: Int
    var count: Int
  }

  /// How much more may be done; what is too dear then counts as different.
  struct Work {
    var steps: Int

    /// Enough for what people write, and no more than half a second of what nobody does.
    static let ofBrief = 12_000_000
  }

  /// Sequences that need more insertions and deletions are no longer worth a shortest way.
  private static let mostDifferences = 1000

  private let old: [Int]
  private let new: [Int]
  private(set) var matches: [Match] = []

  /// Finds what two sequences of keys have in common.
  init(_ old: [Int], _ new: [Int], work: inout Work) {
    self.old = old
    self.new = new
    align(0..<old.count, 0..<new.count, isAnchored: false, &work)
  }

  private mutating func align(
    _ olds: Range<Int>, _ news: Range<Int>, isAnchored: Bool, _ work: inout Work
  ) {
    var (olds, news) = (olds, news)
    let head = zip(olds, news).prefix { old[$0] == new[$1] }.count
    add(Match(old: olds.lowerBound, new: news.lowerBound, count: head))
    olds = olds.dropFirst(head)
    news = news.dropFirst(head)
    let tail = zip(olds.reversed(), news.reversed()).prefix { old[$0] == new[$1] }.count
    olds = olds.dropLast(tail)
    news = news.dropLast(tail)
    if !olds.isEmpty, !news.isEmpty {
      if let found = shortest(olds, news, &work) {
        for match in found { add(match) }
      } else if !isAnchored {
        alignAroundAnchors(olds, news, &work)
      }
    }
    add(Match(old: olds.upperBound, new: news.upperBound, count: tail))
  }

  private mutating func add(_ match: Match) {
    guard match.count > 0 else { return }
    if let last = matches.last, last.old + last.count == match.old,
      last.new + last.count == match.new
    {
      matches[matches.count - 1].count += match.count
    } else {
      matches.append(match)
    }
  }

  // MARK: - Myers

  /// The matches on a shortest way; nil where it is too long.
  private func shortest(
    _ olds: Range<Int>, _ news: Range<Int>, _ work: inout Work
  ) -> [Match]? {
    let (n, m) = (olds.count, news.count)
    let most = min(n + m, Self.mostDifferences)
    // No one pair takes more than a part of what there is, so that others get theirs.
    var left = min(work.steps / 2, 1_000_000 + 8 * (n + m))
    let given = left
    defer { work.steps -= given - left }
    // The furthest point of each diagonal, from -most to most, and what it was before each round.
    var furthest = [Int32](repeating: 0, count: 2 * most + 3)
    var rounds: [[Int32]] = []
    for d in 0...most {
      rounds.append(Array(furthest[most + 1 - d...most + 1 + d]))
      left -= 3 * d + 1
      for k in stride(from: -d, through: d, by: 2) {
        let isDown =
          k == -d || k != d && furthest[most + k] < furthest[most + 2 + k]
        var x = Int(isDown ? furthest[most + 2 + k] : furthest[most + k] + 1)
        let start = x
        while x < n, case let y = x - k, y < m,
          old[olds.lowerBound + x] == new[news.lowerBound + y]
        {
          x += 1
        }
        left -= x - start
        furthest[most + 1 + k] = Int32(x)
        if x >= n, x - k >= m { return trace(rounds, n, m, olds.lowerBound, news.lowerBound) }
      }
      if left <= 0 { return nil }
    }
    return nil
  }

  /// Goes back from the end through the rounds.
  private func trace(
    _ rounds: [[Int32]], _ n: Int, _ m: Int, _ oldStart: Int, _ newStart: Int
  ) -> [Match] {
    var (x, y) = (n, m)
    var found: [Match] = []
    for d in stride(from: rounds.count - 1, through: 0, by: -1) {
      let round = rounds[d]
      // Of diagonal k in the round, which holds those from -d to d.
      let at = { (k: Int) in Int(round[d + k]) }
      let k = x - y
      var (fromX, fromY) = (0, 0)
      if d > 0 {
        let isDown = k == -d || k != d && at(k - 1) < at(k + 1)
        fromX = isDown ? at(k + 1) : at(k - 1)
        fromY = fromX - (isDown ? k + 1 : k - 1)
        let begin = isDown ? fromX : fromX + 1
        if x > begin {
          found.append(
            Match(old: oldStart + begin, new: newStart + begin - k, count: x - begin))
        }
      } else if x > 0 {
        found.append(Match(old: oldStart, new: newStart, count: x))
      }
      (x, y) = (fromX, fromY)
    }
    return found.reversed()
  }

  // MARK: - Patience

  private mutating func alignAroundAnchors(
    _ olds: Range<Int>, _ news: Range<Int>, _ work: inout Work
  ) {
    var (o, n) = (olds.lowerBound, news.lowerBound)
    for anchor in anchors(olds, news) {
      align(o..<anchor.old, n..<anchor.new, isAnchored: true, &work)
      add(Match(old: anchor.old, new: anchor.new, count: 1))
      (o, n) = (anchor.old + 1, anchor.new + 1)
    }
    align(o..<olds.upperBound, n..<news.upperBound, isAnchored: true, &work)
  }

  /// Elements that each has once, the most of them that stand in one order.
  private func anchors(_ olds: Range<Int>, _ news: Range<Int>) -> [(old: Int, new: Int)] {
    var places: [Int: (old: Int, new: Int, isOnce: Bool)] = [:]
    for index in olds {
      places[old[index], default: (-1, -1, true)].isOnce = places[old[index]] == nil
      places[old[index]]?.old = index
    }
    for index in news {
      guard let place = places[new[index]] else { continue }
      places[new[index]]?.isOnce = place.isOnce && place.new < 0
      places[new[index]]?.new = index
    }
    let once = places.values.filter { $0.isOnce && $0.new >= 0 }.sorted { $0.old < $1.old }
    return Self.longestRise(once.map(\.new)).map { (once[$0].old, once[$0].new) }
  }

  /// Indices of a longest subsequence that rises.
  static func longestRise(_ values: [Int]) -> [Int] {
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var rise: [Int] = []
    var next = ends.last ?? -1
    while next >= 0 {
      rise.append(next)
      next = before[next]
    }
    return rise.reversed()
  }
}
