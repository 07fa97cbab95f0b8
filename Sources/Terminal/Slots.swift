package import Cells

/// Colour numbers that stand for something else until a frame is sent.
///
/// The terminal library knows a cell's colour as a number and repaints where the number changes.
/// Numbers from 16 on are handed out as slots for what it does not know: true colours and links.
/// `FrameFilter` then puts the real thing in their place. A slot that is on the screen keeps its
/// meaning: cells under a slot that changed would compare equal and never be repainted.
package struct Slots {
  /// What a slot stands for.
  package struct Meaning: Hashable, Sendable {
    package var tint: Tint
    package var link: Grid.Link?

    package init(tint: Tint, link: Grid.Link? = nil) {
      self.tint = tint
      self.link = link
    }
  }

  /// The bytes that a slot becomes.
  struct Expansion {
    /// SGR parameters.
    var parameters: [UInt8]
    /// The sequence that opens the link; empty where there is none.
    var opening: [UInt8]
  }

  /// The lowest number that is a slot; below is the user's palette.
  static let first = 16
  private static let capacity = 256 - first
  /// Kept free of links, so that a page full of them does not lose its colours.
  private static let keptForColors = 48

  private var meanings: [Meaning?] = Array(repeating: nil, count: capacity)
  private var expansions: [Expansion?] = Array(repeating: nil, count: capacity)
  private var numbers: [Meaning: Int] = [:]
  private var uses: [Int] = Array(repeating: 0, count: capacity)
  private var next = 0
  private let isBackground: Bool

  package init(isBackground: Bool = false) { self.isBackground = isBackground }

  /// The number for a meaning, the same one while it is on the screen; nil where all are taken.
  ///
  /// To be retained before the next number is asked for.
  package mutating func number(for meaning: Meaning) -> Int? {
    if let known = numbers[meaning] { return known + Self.first }
    let limit = meaning.link == nil ? Self.capacity : Self.capacity - Self.keptForColors
    guard let free = freeSlot(limit: limit) else { return nil }
    if let old = meanings[free] { numbers[old] = nil }
    meanings[free] = meaning
    numbers[meaning] = free
    expansions[free] = Expansion(
      parameters: Array(
        (isBackground ? meaning.tint.backgroundParameters : meaning.tint.foregroundParameters)
          .utf8),
      opening: meaning.link.map(LinkSequence.opening) ?? [])
    return free + Self.first
  }

  /// Counts one more row that shows a slot; until `release` its meaning stays.
  package mutating func retain(_ number: Int) { uses[number - Self.first] += 1 }

  /// Counts one row less.
  package mutating func release(_ number: Int) { uses[number - Self.first] -= 1 }

  func expansion(of number: Int) -> Expansion? {
    number >= Self.first && number < 256 ? expansions[number - Self.first] : nil
  }

  /// Goes round, so that a link that comes back soon finds its slot again.
  private mutating func freeSlot(limit: Int) -> Int? {
    for step in 0..<limit {
      let candidate = (next + step) % limit
      if uses[candidate] == 0 {
        next = candidate + 1
        return candidate
      }
    }
    return nil
  }
}
