import BriefModel

/// Paths of files that link to one another.
enum RelativePath {
  /// The path of a link's target, relative to the file that holds the link.
  static func resolve(_ path: String, from file: String) -> String {
    normal(path.isAbsolutePath ? path : file.sibling(named: path))
  }

  /// The path without `.` and with `..` resolved as far as that needs no file system.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.pathParts {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.isAbsolutePath {
        parts.append(part)
      }
    }
    return (path.isAbsolutePath ? "/" : "") + parts.joined(separator: "/")
  }
}
