import CNcurses
import Cells
import Glibc

/// Standard error while the screen is up: it goes to a file in memory, and out at the end.
///
/// Otherwise a message, such as that of a failed precondition, would stand in the middle of the
/// text and vanish with it. Where standard error is no terminal it is left alone.
final class ErrorLog {
  /// The standard error that was found.
  let original: Int32
  let log: Int32
  private let isASCIIOnly: Bool
  private let cleaned: @Sendable (String) -> String

  /// `cleaned` takes out what a terminal would obey.
  init?(isASCIIOnly: Bool, cleaned: @escaping @Sendable (String) -> String) {
    (self.isASCIIOnly, self.cleaned) = (isASCIIOnly, cleaned)
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    log = memfd_create("errors", UInt32(MFD_CLOEXEC))
    guard original >= 0, log >= 0 else { return nil }
    dup2(log, STDERR_FILENO)
  }

  deinit {
    dup2(original, STDERR_FILENO)
    let text = Array(cleaned(String(decoding: content, as: UTF8.self)).utf8)
    _ = WholeWrite.write(isASCIIOnly ? ASCIIForm.twins.bytes(of: text) : text, to: original)
    close(original)
    close(log)
  }

  private var content: [UInt8] {
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = pread(log, &buffer, buffer.count, content.count)
      guard count > 0 else { return content }
      content += buffer[..<count]
    }
  }
}
