/// The numbers that rows of a damaged table may have, in their order: those that can be read, and
/// around pages that cannot be all that are near, as single rows of them may be whole.
struct SalvagedNumbers: Sequence, IteratorProtocol {
  /// So many are guessed in a row, as many as are on sixteen pages where they lie close together: no
  /// page holds more than 128.
  private static let mostGuesses = 16 * 128

  private let last: Int64
  private let follower: (Int64) throws -> Int64?
  /// The number that came last.
  private var number: Int64 = 0
  /// How many numbers in a row were guessed, as nothing after them could be read.
  private var guesses = 0

  /// Numbers up to a last one; `next` tells which follows one, nil behind the last, and throws where
  /// that cannot be read.
  init(last: Int64, next: @escaping (Int64) throws -> Int64?) {
    self.last = last
    follower = next
  }

  mutating func next() -> Int64? {
    guard number < last else { return nil }
    do {
      guard let next = try follower(number) else { return nil }
      // What is damaged may tell anything.
      guard next > number, next <= last else { return guess() }
      (number, guesses) = (next, 0)
      return next
    } catch {
      return guess()
    }
  }

  /// The number right after the last; where too many of these were tried, the first behind the damage.
  private mutating func guess() -> Int64? {
    guesses += 1
    guard guesses > Self.mostGuesses else {
      number += 1
      return number
    }
    guard let end = endOfGap() else { return nil }
    (number, guesses) = (end, 0)
    return number
  }

  /// The first number after which something can be read again: found in steps that double, then
  /// halved back.
  private func endOfGap() -> Int64? {
    var (from, step) = (number, Int64(1))
    while !isReadable(after: from + step) {
      from += step
      guard step <= (last - from) / 2 else { return nil }
      step *= 2
    }
    var end = from + step
    while end - from > 1 {
      let middle = from + (end - from) / 2
      if isReadable(after: middle) { end = middle } else { from = middle }
    }
    return end
  }

  private func isReadable(after number: Int64) -> Bool {
    guard let next = try? follower(number) else { return false }
    return next > number && next <= last
  }
}
