import CNcurses
import Glibc

/// The process's signals as something to be read (signalfd(2)).
///
/// To be made before the first thread is started, which then inherits the blocked mask.
/// Children inherit it too: they are to be spawned with `POSIX_SPAWN_SETSIGMASK`.
package final class Signals {
  /// Readable while a signal waits.
  package let descriptor: Int32

  /// Blocks every `Signal`, and PIPE: a broken pipe is then an error of its write alone.
  package init() throws(TerminalError) {
    var mask = Self.mask
    var blocked = mask
    sigaddset(&blocked, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &blocked, nil)
    descriptor = signalfd(-1, &mask, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
    if descriptor < 0 { throw .system("cannot receive signals: \(systemReason())") }
  }

  deinit { close(descriptor) }

  /// Lets a signal that waits do what it does by default, instead of being read.
  static func letThrough(_ number: Int32) {
    var one = sigset_t()
    var old = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, number)
    pthread_sigmask(SIG_UNBLOCK, &one, &old)
    pthread_sigmask(SIG_SETMASK, &old, nil)
  }

  private static var mask: sigset_t {
    var mask = sigset_t()
    sigemptyset(&mask)
    for signal in Signal.allCases { sigaddset(&mask, signal.number) }
    return mask
  }

  /// Takes all that wait; several of one kind may have become one.
  package func take() -> [Signal] {
    var taken: [Signal] = []
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while read(descriptor, &info, size) == size {
      if let signal = Signal(number: Int32(info.ssi_signo)) { taken.append(signal) }
    }
    return taken
  }
}
