import Glibc

/// Why a test in a terminal cannot go on.
package enum PtyError: Error, CustomStringConvertible {
  /// The deadline passed; with the screen as it stood then.
  case notReached(String, screen: String)
  case system(String, Int32)

  package var description: String {
    switch self {
    case .notReached(let what, let screen):
      "waited in vain for \(what); the screen showed:\n\(screen)"
    case .system(let what, let number): "\(what): \(String(cString: strerror(number)))"
    }
  }
}

/// How a program ended.
package enum PtyEnding: Equatable, Sendable {
  case exit(Int32)
  case signal(Int32)

  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
  }
}
