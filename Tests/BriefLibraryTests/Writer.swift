import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

/// Marks sections in a process of its own, and logs each when it has been kept.
struct Writer {
  let library: String
  let log: String
  let name: String

  /// Marks a number of sections, one at a time.
  func mark(_ count: Int) throws {
    let library = try Library.open(at: library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    let descriptor = open(log, O_CREAT | O_APPEND | O_WRONLY, 0o600)
    for number in 0..<count {
      let section = "\(name)-\(number)"
      try library.keep([.section(record: id, id: section, read: content(2))])
      let line = section + "\n"
      write(descriptor, line, line.utf8.count)
    }
    try library.close()
  }

  /// Marks until another thread kills the process, as soon as the log is there and some.
  func markUntilKilled() throws {
    let log = log
    Thread.detachNewThread {
      var status = stat()
      while stat(log, &status) != 0 || status.st_size < 200 { usleep(100) }
      kill(getpid(), SIGKILL)
    }
    try mark(1_000_000)
  }
}
