import BriefModel
import Glibc

/// A file for the user alone (0600), which is there whole or not at all.
struct PrivateFile {
  let path: String

  /// Writes the file; what is at the path is replaced where `mayReplace` says so.
  func replace(with bytes: [UInt8], where mayReplace: () -> Bool) throws(Refusal) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG || !mayReplace() {
      throw failure("something else is there; choose another name")
    }
    let part = "\(path).part-\(getpid())"
    // One of ours that was killed had the same number.
    unlink(part)
    let descriptor = open(part, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(String(cString: strerror(errno))) }
    defer { unlink(part) }
    let isWritten = write(bytes, to: descriptor) && fsync(descriptor) == 0
    let reason = String(cString: strerror(errno))
    guard close(descriptor) == 0, isWritten else { throw failure(reason) }
    guard rename(part, path) == 0 else { throw failure(String(cString: strerror(errno))) }
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  private func failure(_ why: String) -> Refusal {
    Refusal(
      description: "\(Sanitizer.line(path)): cannot be written (\(why))",
      status: .cannotWrite)
  }
}
