import Foundation

/// A named pipe through which a child of the program tells the test what it got.
final class Mailslot {
  let path: String
  private let descriptor: Int32

  init(in folder: String) {
    path = folder + "/slot"
    mkfifo(path, 0o600)
    descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
  }

  deinit { close(descriptor) }

  /// Waits until whole lines have come, and returns them.
  func lines(_ count: Int, within seconds: Double = 20) -> [String] {
    let deadline = Date.now + seconds
    var text = ""
    while text.count(where: { $0 == "\n" }) < count, Date.now < deadline {
      var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&polled, 1, 100) > 0 else { continue }
      text += waiting()
    }
    return text.split(separator: "\n").map(String.init)
  }

  /// What has come by now.
  func waiting() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)], as: UTF8.self)
  }
}
