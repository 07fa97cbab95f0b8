/// When the next frame may be drawn: at once after a rest, else about thirty times a second.
///
/// A line over which frames leave more slowly than keys arrive would otherwise fill with frames
/// that nobody sees any more.
struct FramePace {
  /// Milliseconds from the start of one frame to that of the next.
  static let interval = 33

  /// Whether something has changed since the last frame.
  private(set) var isDue = true
  private var last: Int?

  /// Something has changed that the screen shows.
  mutating func request() { isDue = true }

  /// Milliseconds to wait for the frame that is due: 0 for now, nil where none is due.
  func delay(now: Int) -> Int? {
    guard isDue else { return nil }
    guard let last else { return 0 }
    return max(0, last + Self.interval - now)
  }

  /// A frame begins.
  mutating func begin(now: Int) {
    isDue = false
    last = now
  }
}
