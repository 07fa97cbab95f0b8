import GRDB

/// A database that nothing can write, for SQLite: <https://www.sqlite.org/uri.html>.
enum FixedFile {
  /// Opens a file to read it, with what a program that was killed left in the log where SQLite can
  /// use that.
  static func open(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    try StateFile(path: path).checkKind()
    do {
      return try DatabaseQueue(path: uri(path, "mode=ro"), configuration: configuration)
    } catch {
      return try DatabaseQueue(path: uri(path), configuration: configuration)
    }
  }

  /// The URI of a file that SQLite reads without a lock and without a log, or in another way.
  static func uri(_ path: String, _ options: String = "immutable=1") -> String {
    var uri = "file:"
    for byte in path.utf8 {
      switch byte {
      case 0x2F, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return uri + "?" + options
  }
}
