import CNcurses
import Glibc

/// The file in memory that the terminal library writes to instead of the terminal.
///
/// What it wrote for one frame is taken out whole, and can then be filtered and sent in one write.
final class FrameFile {
  /// For `newterm`.
  let stream: UnsafeMutablePointer<FILE>
  /// An input for the library, at which nothing ever comes: keys are read from the terminal.
  let emptyInput: UnsafeMutablePointer<FILE>
  private let descriptor: Int32

  init() throws(TerminalError) {
    descriptor = memfd_create("frame", UInt32(MFD_CLOEXEC))
    guard descriptor >= 0, let stream = fdopen(descriptor, "w") else {
      throw .system("cannot make a file in memory: \(systemReason())")
    }
    guard let input = fopen("/dev/null", "re") else {
      fclose(stream)
      throw .system("cannot open /dev/null: \(systemReason())")
    }
    self.stream = stream
    emptyInput = input
  }

  deinit {
    fclose(stream)
    fclose(emptyInput)
  }

  /// Takes all that was written since the last time.
  func take() -> [UInt8] {
    fflush(stream)
    let size = Int(lseek(descriptor, 0, SEEK_CUR))
    guard size > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size, 0))
    }
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    return bytes
  }
}
