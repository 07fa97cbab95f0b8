import Glibc

/// The folders and files that may be read, for a reader who is to see nothing else.
///
/// A path is refused by its name before the file system is asked for it, so that not even whether
/// there is such a file is told; then by where the opened file lies, whatever links led there.
package struct ReadBounds: Sendable {
  /// As they were named and where they lie, absolute and without a slash at the end.
  private let roots: [String]

  /// Folders, with all in them and below, and single files.
  package init(_ paths: [String]) {
    roots = paths.flatMap { path in [Self.absolute(path), Self.real(path)].compactMap(\.self) }
  }

  /// Whether a path leads into the bounds by its name, past nothing that is hidden: of a folder
  /// that is what its list shows, or leads to.
  package func mayHold(_ path: String) -> Bool {
    guard path != "-" else { return false }
    let path = Self.absolute(path)
    return roots.contains { root in
      path.isPath(root)
        || path.path(below: root).map { BriefFiles.isBrief(path) && !Self.isHidden($0) } ?? false
    }
  }

  /// Whether an opened file lies within the bounds.
  package func hold(_ descriptor: Int32) -> Bool {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return false }
    let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return allow(path)
  }

  /// Whether a path leads into the bounds, links followed, be it to a folder; one that leads nowhere
  /// tells nothing.
  func reach(targetOf path: String) -> Bool {
    guard let real = Self.real(path) else { return true }
    return roots.contains { real.isPath($0) || real.path(below: $0) != nil }
  }

  /// Whether a path leads into the bounds, links followed.
  func hold(targetOf path: String) -> Bool { Self.real(path).map(allow) ?? true }

  /// Of a folder only what is a brief by its name. Where it lies may be hidden: a link that is not
  /// leads there, as to the versions of a folder that is put in place whole.
  private func allow(_ path: String) -> Bool {
    roots.contains { root in
      path.isPath(root) || BriefFiles.isBrief(path) && path.path(below: root) != nil
    }
  }

  private static func isHidden(_ path: Substring) -> Bool {
    String(path).pathParts.contains { $0.utf8.first == UInt8(ascii: ".") }
  }

  /// The path from the root, its `.` and `..` resolved by name alone.
  private static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    let folder = path.isAbsolutePath ? "" : (real(".") ?? "/") + "/"
    for part in (folder + path).pathParts where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
