import Glibc

/// Whose settings hold and whose marks these are, where the command line says so.
struct GivenReader: Sendable, Equatable {
  /// A file of settings, in the place of one's own.
  var settings: String?
  /// Whose marks these are, where one account has several readers.
  var name: ReaderName?

  /// Throws where the settings that were named are not there: without them other files might be
  /// read, and more shown, than is meant to be.
  func check() throws(Refusal) {
    if let settings, access(settings, R_OK) != 0 {
      throw .missing("\(settings): cannot be read (\(String(cString: strerror(errno))))")
    }
  }
}
