import Glibc
import Terminal

/// The signals that end work that has no screen.
final class SignalsToEnd {
  private let signals: Signals
  private var hasCome = false

  init() throws { signals = try Signals() }

  /// To be polled for reading.
  var descriptor: Int32 { signals.descriptor }

  /// Whether one has come; a stop from the terminal is obeyed here.
  var isEnding: Bool {
    for signal in signals.take() {
      switch signal {
      case .interrupt, .quit, .terminate, .hangup: hasCome = true
      case .suspend: raise(SIGSTOP)
      case .windowChanged, .continued, .childExited: continue
      }
    }
    return hasCome
  }

  /// Waits so many milliseconds, or until a signal comes.
  func wait(_ milliseconds: Int) {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&polled, 1, Int32(milliseconds))
  }
}
