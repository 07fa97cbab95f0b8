import Glibc

/// A signal that the loop answers.
package enum Signal: CaseIterable, Sendable {
  case interrupt, quit, terminate, hangup, windowChanged, suspend, continued, childExited

  /// The system's number.
  package var number: Int32 {
    switch self {
    case .interrupt: SIGINT
    case .quit: SIGQUIT
    case .terminate: SIGTERM
    case .hangup: SIGHUP
    case .windowChanged: SIGWINCH
    case .suspend: SIGTSTP
    case .continued: SIGCONT
    case .childExited: SIGCHLD
    }
  }

  /// Whether it ends the program.
  package var isEnding: Bool {
    switch self {
    case .interrupt, .quit, .terminate, .hangup: true
    case .windowChanged, .suspend, .continued, .childExited: false
    }
  }

  init?(number: Int32) {
    guard let signal = Signal.allCases.first(where: { $0.number == number }) else { return nil }
    self = signal
  }
}
