import CNcurses
import Glibc
import Synchronization

/// Where background work leaves its answers for the loop; safe from any thread.
package final class Mailbox<Message: Sendable>: Sendable {
  /// Readable while something waits (eventfd(2)).
  package let descriptor: Int32
  private let waiting = Mutex<[Message]>([])

  package init() throws(TerminalError) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    if descriptor < 0 { throw .system("cannot make a mailbox: \(systemReason())") }
  }

  deinit { close(descriptor) }

  /// Leaves a message and wakes the loop.
  package func post(_ message: Message) {
    waiting.withLock { $0.append(message) }
    eventfd_write(descriptor, 1)
  }

  /// Takes all that waits, in the order in which it came.
  package func take() -> [Message] {
    var count: eventfd_t = 0
    eventfd_read(descriptor, &count)
    return waiting.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}

/// What the system says of its last error.
func systemReason() -> String { String(cString: strerror(errno)) }
