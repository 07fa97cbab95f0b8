import Glibc
import Terminal

/// Standard error, on which the program tells what is wrong.
enum StandardError {
  /// Writes a text as far as that can be done: there is nobody to tell that it cannot.
  static func write(_ text: String) {
    let bytes = TerminalBytes.of(Array(text.utf8), as: .twins, for: STDERR_FILENO)
    _ = WholeWrite.write(bytes, to: STDERR_FILENO)
  }
}
