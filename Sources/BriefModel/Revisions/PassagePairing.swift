/// Compares two runs of passages: those that are the same first, then those that are like.
struct PassagePairing {
  /// As many pairs are looked at where several passages were replaced by several.
  private static let mostPairs = 1024

  private let old: [ComparedPassage]
  private let new: [ComparedPassage]
  private(set) var passages: [PassageComparison] = []

  init(_ old: [ComparedPassage], _ new: [ComparedPassage], work: inout Alignment.Work) {
    self.old = old
    self.new = new
    let alignment = Alignment(old.map(\.key), new.map(\.key), work: &work)
    var (o, n) = (0, 0)
    for match in alignment.matches {
      replace(o..<match.old, n..<match.new, &work)
      for index in match.new..<match.new + match.count { add(new[index], .same, .kept) }
      (o, n) = (match.old + match.count, match.new + match.count)
    }
    replace(o..<old.count, n..<new.count, &work)
  }

  /// The passages of a part that is in one of the texts only, or the same in both.
  static func all(
    _ passages: [ComparedPassage], _ state: PassageComparison.State, _ kind: ChangeRun.Kind
  ) -> [PassageComparison] {
    passages.map {
      PassageComparison(
        state: state, shape: $0.shape, runs: WordComparison.runs(of: $0, kind))
    }
  }

  private mutating func add(
    _ passage: ComparedPassage, _ state: PassageComparison.State, _ kind: ChangeRun.Kind
  ) {
    passages += Self.all([passage], state, kind)
  }

  private mutating func replace(
    _ olds: Range<Int>, _ news: Range<Int>, _ work: inout Alignment.Work
  ) {
    var (o, n) = (olds.lowerBound, news.lowerBound)
    for pair in pairs(olds, news, &work) {
      for index in o..<pair.old { add(old[index], .removed, .removed) }
      for index in n..<pair.new { add(new[index], .added, .added) }
      let words = WordComparison(old[pair.old], new[pair.new], work: &work)
      passages.append(
        PassageComparison(state: .changed, shape: new[pair.new].shape, runs: words.runs))
      (o, n) = (pair.old + 1, pair.new + 1)
    }
    for index in o..<olds.upperBound { add(old[index], .removed, .removed) }
    for index in n..<news.upperBound { add(new[index], .added, .added) }
  }

  /// The pairs of passages that are like, in their order: those that together are the most.
  private func pairs(
    _ olds: Range<Int>, _ news: Range<Int>, _ work: inout Alignment.Work
  ) -> [(old: Int, new: Int)] {
    guard !olds.isEmpty, !news.isEmpty else { return [] }
    let (first, second) = (
      olds.map { Resemblance([old[$0]]) }, news.map { Resemblance([new[$0]]) }
    )
    let cost =
      first.reduce(0) { $0 + $1.count } * news.count
      + second.reduce(0) { $0 + $1.count } * olds.count
    guard olds.count * news.count <= Self.mostPairs, cost <= work.steps / 2 else {
      return zip(olds, news).enumerated().compactMap { index, pair in
        first[index].share(with: second[index]) >= Resemblance.least ? pair : nil
      }
    }
    work.steps -= cost
    // The most likeness that the rest of both can have, for each pair of beginnings.
    let width = news.count + 1
    var best = [Double](repeating: 0, count: (olds.count + 1) * width)
    var isPair = [Bool](repeating: false, count: best.count)
    for o in (0..<olds.count).reversed() {
      for n in (0..<news.count).reversed() {
        let at = o * width + n
        best[at] = max(best[at + width], best[at + 1])
        let share = first[o].share(with: second[n])
        if share >= Resemblance.least, share + best[at + width + 1] > best[at] {
          best[at] = share + best[at + width + 1]
          isPair[at] = true
        }
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (o, n) = (0, 0)
    while o < olds.count, n < news.count {
      let at = o * width + n
      if isPair[at] {
        pairs.append((olds.lowerBound + o, news.lowerBound + n))
        (o, n) = (o + 1, n + 1)
      } else if best[at] == best[at + width] {
        o += 1
      } else {
        n += 1
      }
    }
    return pairs
  }
}
