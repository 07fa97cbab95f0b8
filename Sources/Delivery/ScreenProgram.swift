import Glibc

/// A program that gets the terminal and gives it back: an editor, or a browser such as w3m.
package enum ScreenProgram {
  /// The controlling terminal, whatever the standard descriptors are.
  static let terminal = "/dev/tty"

  /// Runs a program in the foreground and returns when it has ended.
  ///
  /// The caller has restored the terminal's modes. When the program is stopped (Ctrl-Z), this
  /// process stops as well, so that the shell gets its prompt; when continued, so is the program.
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
    var status: Int32 = 0
    while true {
      let answer = waitpid(child.id, &status, WUNTRACED)
      if answer < 0, errno == EINTR { continue }
      guard answer == child.id, ExitStatus.isStopped(status) else { break }
      tcsetpgrp(terminal, getpgrp())
      stopMyself()
      tcsetpgrp(terminal, child.id)
      kill(-child.id, SIGCONT)
    }
    return ExitStatus.code(status)
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
