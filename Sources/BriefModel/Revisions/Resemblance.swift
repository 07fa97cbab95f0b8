/// The words of a text without their order, to tell how like two texts are.
struct Resemblance {
  /// Ascending.
  private var keys: [Int]

  /// Texts with less in common are two texts rather than one that changed.
  static let least = 0.4

  init(_ passages: some Sequence<ComparedPassage>) {
    keys = passages.flatMap { $0.tokens().map(\.key) }.sorted()
  }

  var count: Int { keys.count }

  /// From 0 for nothing in common to 1 for the same words.
  func share(with other: Resemblance) -> Double {
    let total = keys.count + other.keys.count
    let most = 2 * Double(min(keys.count, other.keys.count)) / Double(max(1, total))
    guard most >= Self.least else { return 0 }
    var (common, one, two) = (0, 0, 0)
    while one < keys.count, two < other.keys.count {
      if keys[one] == other.keys[two] {
        common += 1
        one += 1
        two += 1
      } else if keys[one] < other.keys[two] {
        one += 1
      } else {
        two += 1
      }
    }
    return 2 * Double(common) / Double(max(1, total))
  }
}
