import Glibc

/// Writes that come out whole, whatever other programs have done to the descriptor.
package enum WholeWrite {
  /// Writes all bytes; nil where that was done, and else the system's number of why not.
  ///
  /// A pipe or a terminal that another program left so that it does not wait (`O_NONBLOCK`) is waited
  /// for, as one that waits by itself would be.
  package static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var polled = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&polled, 1, -1) >= 0 || errno == EINTR else { return errno }
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
