/// Where the text of a brief is read.
package enum TextOrigin: Sendable, Hashable {
  /// The file at a path, or `-` for standard input.
  case file(String)
  /// The text of this content that was kept when its last file went, which lay at the path; another
  /// brief may lie there now.
  case archive(Fingerprint, path: String)

  /// The file at a path, unless it is gone and its content was `archived`.
  package init(path: String, archived: Fingerprint?) {
    self = archived.map { .archive($0, path: path) } ?? .file(path)
  }

  /// Where the brief lies, or lay last.
  package var path: String {
    switch self {
    case .file(let path), .archive(_, let path): path
    }
  }
}
