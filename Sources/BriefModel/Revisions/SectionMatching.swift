/// Finds for each section of a text the section of the earlier text that it was: by `id`, then by
/// title, then by what it says.
struct SectionMatching {
  /// A section as far as matching asks.
  struct Item {
    var id: String
    var title: String
    var passages: [ComparedPassage]
  }

  /// As many pairs are looked at for likeness.
  private static let mostPairs = 400

  /// For each newer section the index of its earlier one.
  private(set) var earlier: [Int?]
  /// The newer sections whose order among those that stayed is another now.
  private(set) var moved: Set<Int> = []

  init(_ old: [Item], _ new: [Item], work: inout Alignment.Work) {
    earlier = new.map { _ in nil }
    match(old.map(\.id), new.map(\.id))
    match(old.map(\.title), new.map(\.title))
    match(old.map { Self.key($0) }, new.map { Self.key($0) })
    matchByLikeness(old, new, &work)
    let kept = earlier.indices.filter { earlier[$0] != nil }
    let staying = Set(Alignment.longestRise(kept.compactMap { earlier[$0] }).map { kept[$0] })
    moved = Set(kept).subtracting(staying)
  }

  private static func key(_ item: Item) -> Int? {
    item.passages.isEmpty ? nil : item.passages.map(\.key).hashValue
  }

  /// Matches what has the same key and no match yet.
  private mutating func match<Key: Hashable>(_ old: [Key?], _ new: [Key?]) {
    let taken = Set(earlier.compactMap(\.self))
    var free: [Key: [Int]] = [:]
    for (index, key) in old.enumerated().reversed() where !taken.contains(index) {
      if let key { free[key, default: []].append(index) }
    }
    for (index, key) in new.enumerated() where earlier[index] == nil {
      if let key, let found = free[key]?.popLast() { earlier[index] = found }
    }
  }

  private mutating func matchByLikeness(
    _ old: [Item], _ new: [Item], _ work: inout Alignment.Work
  ) {
    let taken = Set(earlier.compactMap(\.self))
    let olds = old.indices.filter { !taken.contains($0) }
    let news = new.indices.filter { earlier[$0] == nil }
    guard !olds.isEmpty, !news.isEmpty, olds.count * news.count <= Self.mostPairs else { return }
    let first = olds.map { Resemblance(old[$0].passages) }
    let second = news.map { Resemblance(new[$0].passages) }
    let cost =
      first.reduce(0) { $0 + $1.count } * news.count
      + second.reduce(0) { $0 + $1.count } * olds.count
    guard cost <= work.steps / 2 else { return }
    work.steps -= cost
    var pairs: [(share: Double, old: Int, new: Int)] = []
    for (o, one) in first.enumerated() {
      for (n, other) in second.enumerated() {
        let share = one.share(with: other)
        if share >= Resemblance.least { pairs.append((share, olds[o], news[n])) }
      }
    }
    var used: Set<Int> = []
    for pair in pairs.sorted(by: { ($0.share, $1.old, $1.new) > ($1.share, $0.old, $0.new) })
    where earlier[pair.new] == nil && used.insert(pair.old).inserted {
      earlier[pair.new] = pair.old
    }
  }
}
