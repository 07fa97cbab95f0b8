import BriefModel
import Glibc

/// The one name under which the library knows a file.
enum AbsolutePath {
  /// The path from the root without `.`, `..`, doubled slashes and symbolic links.
  ///
  /// A file that does not exist keeps its links, and its parts are joined by name alone.
  static func of(_ path: String) -> String {
    if let real = real(path) { return real }
    var parts: [Substring] = []
    for part in (path.isAbsolutePath ? path : workingFolder + "/" + path).pathParts {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The path of what is there, links followed; nil where nothing can be found there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static var workingFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }
}
