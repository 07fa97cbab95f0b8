import CProcess
import Dispatch
import Glibc
import Synchronization

/// A program that gets the terminal and gives it back: an editor, or a browser such as w3m.
package enum ScreenProgram {
  /// The controlling terminal, whatever the standard descriptors are.
  static let terminal = "/dev/tty"

  /// Runs a program in the foreground and returns when it has ended.
  ///
  /// The caller has restored the terminal's modes. When the program is stopped (Ctrl-Z), this
  /// process stops as well, so that the shell gets its prompt; when continued, so is the program.
  /// When this process is to end meanwhile, so is the program, as by a hang-up of its terminal; one
  /// that does not is left behind after a second. The signal stays for who reads signals here.
  ///
  /// Throws `failed` for a status other than 0 and the errors of `ChildProcess`.
  package static func run(
    _ command: CommandWords, search: ProgramSearch
  ) throws(DeliveryError) {
    let terminal = open(Self.terminal, O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else {
      throw .notStarted(program: command.program, reason: "there is no terminal to give it")
    }
    defer { close(terminal) }
    let old = blockTerminalStops()
    defer { restoreMask(old) }
    let child = try ChildProcess.startInForeground(command, search: search)
    let status = wait(for: child, terminal: terminal)
    tcsetpgrp(terminal, getpgrp())
    guard status == 0 else { throw .failed(program: command.program, status: status) }
  }

  private static func wait(for child: ChildProcess, terminal: Int32) -> Int32 {
    let ending = endingSignals()
    defer { close(ending) }
    while true {
      guard let status = change(of: child, unless: ending) else { return 128 + SIGHUP }
      guard ExitStatus.isStopped(status) else { return ExitStatus.code(status) }
      tcsetpgrp(terminal, getpgrp())
      stopMyself()
      tcsetpgrp(terminal, child.id)
      kill(-child.id, SIGCONT)
    }
  }

  /// Milliseconds that a program has to end once it was told to.
  private static let patience: Int32 = 1000

  /// Waits until a program has ended or was stopped, and returns its status (waitpid(2)); nil where
  /// this process is to end, and the program did not within its time.
  private static func change(of child: ChildProcess, unless ending: Int32) -> Int32? {
    let change = StateChange(of: child.id)
    var polled = [change.descriptor, ending].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&polled, 2, -1) < 0, errno == EINTR {}
    if polled[0].revents != 0 { return change.status }
    kill(-child.id, SIGHUP)
    kill(-child.id, SIGCONT)
    return poll(&polled, 1, patience) > 0 ? change.status : nil
  }

  /// Readable once one of the signals waits that end this process; it is never read, so that they
  /// stay for who does.
  private static func endingSignals() -> Int32 {
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGHUP)
    sigaddset(&mask, SIGTERM)
    return signalfd(-1, &mask, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
  }

  /// Stops this job as the terminal's Ctrl-Z would: not at all where no shell could continue it.
  private static func stopMyself() {
    var stop = sigset_t()
    var old = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    kill(0, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, &old)
    pthread_sigmask(SIG_SETMASK, &old, nil)
  }

  /// A background process that takes the terminal back is stopped by SIGTTOU unless it blocks it.
  private static func blockTerminalStops() -> sigset_t {
    var stops = sigset_t()
    var old = sigset_t()
    sigemptyset(&stops)
    sigaddset(&stops, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &stops, &old)
    return old
  }

  private static func restoreMask(_ mask: sigset_t) {
    var mask = mask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}

/// The next change of a child's state, which a thread of its own waits for.
private final class StateChange: Sendable {
  /// Readable once it is there.
  let descriptor: Int32
  private let found = Atomic<Int32>(0)

  init(of child: Int32) {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC))
    DispatchQueue.global(qos: .utility).async { [self] in
      var status: Int32 = 0
      while waitpid(child, &status, WUNTRACED) < 0, errno == EINTR {}
      found.store(status, ordering: .releasing)
      var one: UInt64 = 1
      write(descriptor, &one, MemoryLayout<UInt64>.size)
    }
  }

  deinit { close(descriptor) }

  /// As waitpid(2) tells it.
  var status: Int32 { found.load(ordering: .acquiring) }
}
