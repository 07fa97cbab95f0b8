/// Paths of files that link to one another.
enum RelativePath {
  /// The path of a link's target, relative to the file that holds the link.
  static func resolve(_ path: String, from file: String) -> String {
    guard !path.hasPrefix("/") else { return normal(path) }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return normal((folder + [Substring(path)]).joined(separator: "/"))
  }

  /// The path without `.` and with `..` resolved as far as that needs no file system.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !path.hasPrefix("/") {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
