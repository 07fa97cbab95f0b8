package import Glibc

/// A program that runs in a terminal of its own, and what it shows there.
///
/// Nothing here sleeps: each wait reads until what was asked for has come, or fails at a deadline.
package final class Pty {
  package private(set) var screen: Screen
  /// All that the program wrote.
  package private(set) var output: [UInt8] = []
  package let process: pid_t
  private let master: Int32
  private let modes: termios
  private var ended: Int32?
  /// Whether it says to have margins at its sides; nil where it does not answer.
  package var hasMargins: Bool? = true

  /// Starts a program by its path, with these variables added to a plain environment.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80
  ) throws {
    (master, modes, process) = try Self.start(
      program, arguments, environment: environment, rows: rows, columns: columns)
    screen = Screen(rows: rows, columns: columns)
  }

  /// Starts a program as a job of a shell, which stops with it and continues it.
  package convenience init(
    jobOfShell program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80
  ) throws {
    let script = """
      set -m; "$0" "$@"; status=$?
      while [ $status = 148 ]; do kill -STOP $$; fg >/dev/null; status=$?; done
      exit $status
      """
    try self.init(
      "/bin/bash", ["-c", script, program] + arguments, environment: environment, rows: rows,
      columns: columns)
  }

  deinit {
    if ended == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
  }

  // MARK: Acting

  package func type(_ text: String) { type(Array(text.utf8)) }

  package func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  package func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(rows: rows, columns: columns)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// Hangs up, as a line that breaks.
  package func hangUp() { dup2(open("/dev/null", O_RDWR), master) }

  // MARK: Waiting

  /// Reads until the screen is as asked.
  package func wait(
    _ what: String, within seconds: Double = 20, until isReached: (Screen) -> Bool
  ) throws {
    let deadline = Self.now + seconds
    while !isReached(screen) {
      guard try read(until: deadline) else {
        if isReached(screen) { return }
        throw PtyError.notReached(what, screen: screen.text)
      }
    }
  }

  /// Reads until a text stands on the screen.
  package func wait(for text: String, within seconds: Double = 20) throws {
    try wait("the text \"\(text)\"", within: seconds) { $0.contains(text) }
  }

  /// Reads to the end of the output and returns how the program ended.
  package func waitForEnd(within seconds: Double = 20) throws -> PtyEnding {
    let deadline = Self.now + seconds
    while try read(until: deadline) {}
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard Self.now < deadline else {
        throw PtyError.notReached("the end of the program", screen: screen.text)
      }
      var nothing = pollfd(fd: -1, events: 0, revents: 0)
      poll(&nothing, 1, 5)
    }
    ended = status
    return PtyEnding(status: status)
  }

  /// Reads until the process has stopped (SIGSTOP).
  package func waitForStop(within seconds: Double = 20) throws {
    let deadline = Self.now + seconds
    var status: Int32 = 0
    while waitpid(process, &status, WUNTRACED | WNOHANG) != process {
      guard Self.now < deadline else {
        throw PtyError.notReached("a stopped program", screen: screen.text)
      }
      _ = try read(until: Self.now + 0.01)
    }
    _ = try read(until: Self.now)
  }

  /// Reads what has come already; the number of bytes.
  @discardableResult
  package func readWaiting() throws -> Int {
    let before = output.count
    while try read(until: Self.now) {}
    return output.count - before
  }

  /// Whether the terminal is as before the program: screen, modes, line settings.
  package var isGivenBack: Bool { screen.isGivenBack && hasOriginalModes }

  /// Whether the line settings (termios) are those of the start.
  package var hasOriginalModes: Bool {
    var now = termios()
    tcgetattr(master, &now)
    return now.c_iflag == modes.c_iflag && now.c_oflag == modes.c_oflag
      && now.c_lflag == modes.c_lflag && now.c_cflag == modes.c_cflag
  }

  /// Reads once; false at the deadline and at the end.
  private func read(until deadline: Double) throws -> Bool {
    let left = max(0, deadline - Self.now)
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, Int32((left * 1000).rounded(.up))) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    screen.feed(Array(buffer[..<count]))
    answer()
    return true
  }

  /// Answers as xterm does what modes it has (DECRPM): margins, and none of the others.
  private func answer() {
    for mode in screen.questions {
      if let hasMargins { type("\u{1B}[?\(mode);\(mode == 69 && hasMargins ? 2 : 0)$y") }
    }
    screen.questions = []
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
