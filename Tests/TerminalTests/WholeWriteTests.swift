import Foundation
import Glibc
import Synchronization
import Testing

@testable import Terminal

@Suite("A write that comes out whole")
struct WholeWriteTests {
  private func unwaitingPipe() throws -> (reads: Int32, writes: Int32) {
    var ends: [Int32] = [-1, -1]
    try #require(Glibc.pipe(&ends) == 0)
    // As another program with the same pipe may leave it.
    try #require(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    return (ends[0], ends[1])
  }

  @Test("waits for a pipe that was left so that it does not wait") func notWaiting() throws {
    let (reads, writes) = try unwaitingPipe()
    defer { close(reads) }
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let code = Mutex<Int32?>(-1)
    let done = DispatchSemaphore(value: 0)
    Thread {
      let result = WholeWrite.write(bytes, to: writes)
      code.withLock { $0 = result }
      close(writes)
      done.signal()
    }.start()
    var read: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(reads, &buffer, buffer.count)
      guard count > 0 else { break }
      read += buffer[..<count]
    }
    done.wait()
    #expect(read == bytes)
    #expect(code.withLock { $0 } == nil)
  }

  @Test("tells why it did not") func failing() throws {
    signal(SIGPIPE, SIG_IGN)
    let (reads, writes) = try unwaitingPipe()
    close(reads)
    #expect(WholeWrite.write([1], to: writes) == EPIPE)
    close(writes)
    #expect(WholeWrite.write([1], to: -1) == EBADF)
  }
}
