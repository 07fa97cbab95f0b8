import Glibc

/// The one place where the program sleeps: until something is to be read, or a time has passed.
package struct EventWait {
  /// What has come.
  package struct Ready: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let input = Ready(rawValue: 1)
    /// The rest of a frame can go out.
    package static let output = Ready(rawValue: 2)
    package static let signals = Ready(rawValue: 4)
    package static let mail = Ready(rawValue: 8)
    package static let files = Ready(rawValue: 16)
    /// The terminal is gone; nothing more will come from it.
    package static let gone = Ready(rawValue: 32)
  }

  private var polled: [pollfd]

  /// Descriptors to wait for; -1 leaves one out.
  package init(terminal: Int32, signals: Int32, mail: Int32, files: Int32 = -1) {
    polled = [terminal, signals, mail, files].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
  }

  /// Waits for any of them, for at most `timeout` milliseconds (nil: for ever).
  ///
  /// `forOutput` waits also until the terminal takes more bytes. Empty after the timeout.
  package mutating func wait(forOutput: Bool, timeout: Int32?) -> Ready {
    polled[0].events = Int16(forOutput ? POLLIN | POLLOUT : POLLIN)
    guard poll(&polled, nfds_t(polled.count), timeout ?? -1) > 0 else { return [] }
    var ready: Ready = []
    let terminal = Int32(polled[0].revents)
    if terminal & POLLIN != 0 { ready.insert(.input) }
    if terminal & POLLOUT != 0 { ready.insert(.output) }
    if terminal & (POLLHUP | POLLERR | POLLNVAL) != 0 { ready.insert(.gone) }
    for (index, kind) in [(1, Ready.signals), (2, .mail), (3, .files)]
    where polled[index].revents != 0 { ready.insert(kind) }
    return ready
  }
}
