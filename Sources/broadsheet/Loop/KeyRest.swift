/// Waits for keys to rest before what they lead to is shown, where they come fast.
struct KeyRest {
  /// Milliseconds without a further step after which the last is shown.
  static let time = 100

  /// When the last step came.
  private var last: Int?
  private var due: Int?

  /// A step was made; whether it is to be shown at once, as none came shortly before. `now` counts
  /// milliseconds, as it does below.
  mutating func step(now: Int) -> Bool {
    let isFirst = last.map { now - $0 >= Self.time } ?? true
    last = now
    due = isFirst ? nil : now + Self.time
    return isFirst
  }

  /// Milliseconds until the last step is to be shown; nil where it is.
  func delay(now: Int) -> Int? { due.map { max(0, $0 - now) } }

  /// Whether the last step is to be shown now; told once.
  mutating func take(now: Int) -> Bool {
    guard let time = due, now >= time else { return false }
    due = nil
    return true
  }
}
