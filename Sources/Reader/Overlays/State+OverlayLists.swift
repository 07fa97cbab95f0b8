/// The lists that lie over the panes: the desk, saved queries and themes.
extension State {
  /// Where a command, with the count before it, moves the cursor of one that has so many rows on the
  /// screen; nil for what moves none.
  func listMove(of command: Command?, screen: Int) -> ListMove? {
    let times = count ?? 1
    return switch command {
    case .down: .by(times)
    case .up: .by(-times)
    case .halfPageDown: .by(max(1, screen / 2) * times)
    case .halfPageUp: .by(-max(1, screen / 2) * times)
    case .pageDown, .readOn: .by(max(1, screen) * times)
    case .pageUp: .by(-max(1, screen) * times)
    case .top: .to(times - 1)
    case .bottom: .to(count.map { $0 - 1 } ?? .max)
    default: nil
    }
  }

  /// Says of a key that it means nothing in a list, and which leads out of it.
  mutating func tellMeaningless(_ name: String, _ end: Command, _ words: String) {
    let key = keymap.hint(end) ?? ":" + end.rawValue
    tell("\(name) does nothing \(overlay?.place ?? "here"); \(key) \(words)")
  }
}

extension Overlay {
  /// Whether a line can be typed over it.
  var takesLines: Bool {
    switch self {
    case .desk, .saved: true
    case .help, .peek, .messages, .confirmAll, .labels, .changes, .themes: false
    }
  }

  /// Whether a number typed in it counts what comes after it.
  var takesCounts: Bool {
    switch self {
    case .desk, .saved, .themes, .changes: true
    case .help, .peek, .messages, .confirmAll, .labels: false
    }
  }
}
