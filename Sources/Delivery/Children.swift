import Glibc

/// The programs that were started and have not been seen to end.
package struct Children {
  private struct Running {
    var child: ChildProcess
    var purpose: String
    var started: ContinuousClock.Instant
  }

  private var running: [Running] = []

  package init() {}

  /// Remembers a child, with what it is to do as a message would say it.
  package mutating func add(_ child: ChildProcess, purpose: String) {
    running.append(Running(child: child, purpose: purpose, started: .now))
  }

  /// Collects those that have ended (to be called on SIGCHLD), and says which of them failed.
  ///
  /// A program that fails soon after its start has not done what it was started for. A browser's
  /// status after hours of use says nothing of the kind and is not told.
  package mutating func collect() -> [String] {
    var failures: [String] = []
    running.removeAll { entry in
      var status: Int32 = 0
      let answer = waitpid(entry.child.id, &status, WNOHANG)
      if answer == 0 || (answer < 0 && errno == EINTR) { return false }
      let code = ExitStatus.code(status)
      if answer > 0, code != 0, entry.started.duration(to: .now) < .seconds(10) {
        let failure = DeliveryError.failed(program: entry.child.program, status: code)
        failures.append("\(failure) (\(entry.purpose))")
      }
      return true
    }
    return failures
  }
}
