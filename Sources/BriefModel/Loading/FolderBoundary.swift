import Glibc

/// Where looking through a folder and those in it ends, whatever links lead to.
package enum FolderBoundary {
  /// Whether a path leads to a folder that holds this one, as a link to `/` does: through it all of
  /// the machine would be looked through.
  package static func isAbove(_ path: String, _ folder: String) -> Bool {
    guard let target = realpath(path, nil) else { return false }
    defer { free(target) }
    guard let start = realpath(folder, nil) else { return false }
    defer { free(start) }
    let (above, below) = (String(cString: target), String(cString: start))
    return above != below && (above == "/" || below.utf8.starts(with: (above + "/").utf8))
  }
}
