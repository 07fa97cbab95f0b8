import Glibc

/// A small file as bytes.
enum TextFile {
  /// More than any file of settings needs.
  private static let limit = 1 << 20

  /// The content; nil where there is no such file.
  static func read(_ path: String) throws(ConfigurationProblem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw ConfigurationProblem(file: path, "cannot be read (\(reason)); check its permissions")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ConfigurationProblem(file: path, "is not a file; remove it or name a file")
    }
    guard status.st_size <= limit else {
      throw ConfigurationProblem(file: path, "is larger than \(limit) bytes; shorten it")
    }
    return try content(descriptor, path: path)
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func content(
    _ descriptor: Int32, path: String
  ) throws(ConfigurationProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16384)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw ConfigurationProblem(file: path, "cannot be read (\(reason))")
      }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
