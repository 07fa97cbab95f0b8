/// When the next frame may be drawn: at once for keys as hands type them, else about thirty times a
/// second.
///
/// A line over which frames leave more slowly than keys arrive would otherwise fill with frames
/// that nobody sees any more. A few frames are always free, so that no single key has to wait.
struct FramePace {
  /// Milliseconds that a frame costs, which are those between frames under load.
  static let cost = 33
  /// The most that a rest saves up.
  static let most = 4 * cost

  /// Whether something has changed since the last frame.
  private(set) var isDue = true
  private var saved = Self.most
  private var last: Int?

  /// Something has changed that the screen shows.
  mutating func request() { isDue = true }

  /// Milliseconds to wait for the frame that is due: 0 for now, nil where none is due.
  func delay(now: Int) -> Int? { isDue ? max(0, Self.cost - credit(at: now)) : nil }

  /// A frame begins.
  mutating func begin(now: Int) {
    saved = credit(at: now) - Self.cost
    last = now
    isDue = false
  }

  private func credit(at now: Int) -> Int { min(Self.most, saved + now - (last ?? now)) }
}
