/// Holds the changes of files back until their writer seems to have finished.
///
/// An editor that saves tells of several steps (a copy moved away, a new file written), and a file
/// read between them would be missing or half there.
struct ChangeDelay {
  /// Milliseconds without a further change after which a file is taken to be whole.
  static let rest = 80

  private let rest: Int
  private var due: [Int: Int] = [:]

  init(rest: Int = Self.rest) { self.rest = rest }

  /// Entries whose files have just changed.
  mutating func add(_ entries: Set<Int>, now: Int) {
    for entry in entries { due[entry] = now + rest }
  }

  /// Milliseconds until the next entry is ready; nil where none waits.
  func delay(now: Int) -> Int? { due.values.min().map { max(0, $0 - now) } }

  /// Takes the entries that are ready, in their order.
  mutating func take(now: Int) -> [Int] {
    let ready = due.filter { $0.value <= now }.keys.sorted()
    for entry in ready { due[entry] = nil }
    return ready
  }
}
