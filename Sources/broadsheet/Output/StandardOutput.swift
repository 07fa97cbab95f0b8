import Cells
import Glibc
import Synchronization
import Terminal

/// Standard output, written whole; a reader who leaves early (`| head`) is no failure.
enum StandardOutput {
  /// The other end of the pipe is gone: there is nobody left to write for.
  struct ReaderGone: Error {}

  /// What the system says of a write that failed, such as a full disk.
  struct WriteFailure: Error { var reason: String }

  private static let written = Mutex(false)

  /// Whether nothing has been written yet.
  static var isUntouched: Bool { !written.withLock(\.self) }

  /// Lets a write to a pipe without a reader fail instead of ending the program by a signal.
  static func prepare() { signal(SIGPIPE, SIG_IGN) }

  /// Writes all bytes; throws `ReaderGone` or `WriteFailure`. A terminal that does not take UTF-8
  /// gets them in ASCII, in the given form.
  static func write(_ bytes: [UInt8], as form: ASCIIForm = .twins) throws {
    let bytes = TerminalBytes.of(bytes, as: form, for: STDOUT_FILENO)
    written.withLock { $0 = true }
    guard let code = WholeWrite.write(bytes, to: STDOUT_FILENO) else { return }
    guard code != EPIPE else { throw ReaderGone() }
    throw WriteFailure(reason: String(cString: strerror(code)))
  }

  static func write(_ text: String, as form: ASCIIForm = .twins) throws {
    try write(Array(text.utf8), as: form)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether nothing but ASCII goes out: lines are laid out of what is spelled in it.
  static var isASCII: Bool { TerminalBytes.isASCII(STDOUT_FILENO) }
}
