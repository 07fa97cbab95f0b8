import Glibc

/// Standard error, on which the program tells what is wrong.
enum StandardError {
  /// Writes a text as far as that can be done: there is nobody to tell that it cannot.
  static func write(_ text: String) {
    let bytes = TerminalBytes.of(Array(text.utf8), as: .twins, for: STDERR_FILENO)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
