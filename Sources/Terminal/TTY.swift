import Glibc

/// The terminal device: its modes, its size, bytes in and bytes out.
///
/// It is opened anew, so that not blocking is its own matter and not that of standard input.
final class TTY {
  let descriptor: Int32
  /// The modes that were found.
  private(set) var original: termios
  /// Whether the other end has hung up.
  private(set) var isGone = false
  /// Bytes that the terminal has not taken yet.
  private var unsent: ArraySlice<UInt8> = []
  /// Writes that the device has taken.
  private(set) var writes = 0

  init() throws(TerminalError) {
    let found = Self.open()
    var modes = termios()
    guard found >= 0, tcgetattr(found, &modes) == 0 else {
      if found >= 0 { Glibc.close(found) }
      throw .noTerminal
    }
    descriptor = found
    original = modes
  }

  deinit { Glibc.close(descriptor) }

  /// The controlling terminal, else the one on descriptors 0 to 2.
  private static func open() -> Int32 {
    let flags = O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let controlling = Glibc.open("/dev/tty", flags)
    if controlling >= 0 { return controlling }
    for standard: Int32 in 0...2 {
      if let name = ttyname(standard) {
        let opened = Glibc.open(name, flags)
        if opened >= 0 { return opened }
      }
    }
    return -1
  }

  /// Every key at once and as it is, nothing echoed, output untouched.
  ///
  /// Ctrl-C and Ctrl-Z come as keys too: the kernel's signals for them would drop the output that
  /// still waits, and with it a part of a frame.
  func enterKeyMode() {
    var modes = original
    modes.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP | BRKINT)
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ECHONL | IEXTEN | ISIG)
    modes.c_oflag &= ~tcflag_t(OPOST)
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(descriptor, TCSANOW, &modes)
  }

  /// Takes the modes that there are now for those that are given back: a shell has set them, and not
  /// a program that ran in our place and may have died in its own.
  func findModes() { tcgetattr(descriptor, &original) }

  /// Gives back the modes that were found.
  func leaveKeyMode() { tcsetattr(descriptor, TCSANOW, &original) }

  /// The largest window that is filled; of a larger one the rest stays empty.
  private static let largest = (rows: 500, columns: 1000)

  /// The size in cells; nil where the device does not know it.
  var size: (rows: Int, columns: Int)? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0
    else { return nil }
    return (
      min(Int(size.ws_row), Self.largest.rows), min(Int(size.ws_col), Self.largest.columns)
    )
  }

  var isBusy: Bool { !unsent.isEmpty && !isGone }

  /// Sends bytes after all that still waits, as far as the terminal takes them now.
  func send(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, !isGone else { return }
    if unsent.isEmpty { unsent = bytes[...] } else { unsent += bytes }
    flush()
  }

  /// Goes on sending; one write where the terminal takes it whole.
  func flush() {
    while !unsent.isEmpty, !isGone {
      let written = unsent.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        writes += 1
        unsent = unsent.dropFirst(written)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        isGone = true
      }
    }
    unsent = []
  }

  /// Sends the rest, for at most so long: a stalled line must not keep the program from ending.
  func drain(milliseconds: Int32) {
    let deadline = Clock.milliseconds + Int(milliseconds)
    while isBusy {
      var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      let left = Int32(max(0, deadline - Clock.milliseconds))
      guard left > 0, poll(&polled, 1, left) > 0 else { return }
      flush()
    }
  }

  /// Sends bytes in the place of all that the terminal has not taken, what waits in the system too.
  func sendInstead(_ bytes: [UInt8]) {
    unsent = []
    tcflush(descriptor, TCOFLUSH)
    send(bytes)
  }

  /// Waits until something was typed, for at most so long; whether it was.
  func wait(milliseconds: Int) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return milliseconds > 0 && !isGone && poll(&polled, 1, Int32(milliseconds)) > 0
  }

  /// Takes all bytes that wait, at most a MiB.
  func read() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while all.count < 1 << 20, !isGone {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        all += buffer[..<count]
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        isGone = true
      } else if errno == EAGAIN {
        break
      }
    }
    return all
  }
}
