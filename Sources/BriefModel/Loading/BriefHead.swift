import Glibc

/// What the first lines of a file tell of its brief: enough for a row of a list.
package struct BriefHead: Sendable, Equatable {
  package var title: String
  /// The front matter's date, which nothing after it overrules.
  package var date: BriefDate?

  package init(title: String, date: BriefDate? = nil) {
    self.title = title
    self.date = date
  }

  /// As many bytes of a file are read.
  private static let reach = 4096

  /// Reads the head of a file; nil where the first lines do not settle the title, and where
  /// anything is wrong with the file, which reading it whole will tell.
  package static func read(path: String, within bounds: ReadBounds? = nil) -> BriefHead? {
    firstLines(of: path, within: bounds).flatMap { BriefParser.head(bytes: $0, path: path) }
  }

  /// The whole lines at the start of a regular file.
  private static func firstLines(of path: String, within bounds: ReadBounds?) -> [UInt8]? {
    if let bounds, !bounds.mayHold(path) { return nil }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    if let bounds, !bounds.hold(descriptor) { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: reach) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, reach))
    }
    if bytes.count < reach { return bytes }
    return bytes.lastIndex(of: 0x0A).map { Array(bytes[...$0]) }
  }
}
