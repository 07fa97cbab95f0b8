import Dispatch

/// How often a library may be opened again after what that mends, before it counts as not mended.
struct ReopeningBound {
  /// As many times in a row; others that restore the same library may get in the way of more than
  /// one.
  private static let most = 3
  /// Nanoseconds after which one does not count any more.
  private static let span: UInt64 = 20_000_000_000

  private var times: [UInt64] = []

  /// Whether it may be opened once more, which counts as one.
  mutating func allowsOne(now: UInt64 = DispatchTime.now().uptimeNanoseconds) -> Bool {
    times.removeAll { now - $0 > Self.span }
    guard times.count < Self.most else { return false }
    times.append(now)
    return true
  }
}
