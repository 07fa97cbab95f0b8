import Synchronization

/// Results of work that goes on side by side, in the order in which it was given out.
final class Slots<Value: Sendable>: Sendable {
  private let values: Mutex<[Value?]>

  init(count: Int) { values = Mutex(Array(repeating: nil, count: count)) }

  func set(_ index: Int, _ value: sending Value) {
    values.withLock { $0[index] = value }
  }

  /// What came, those that gave nothing left out.
  func taken() -> [Value] { values.withLock { $0.compactMap(\.self) } }
}
