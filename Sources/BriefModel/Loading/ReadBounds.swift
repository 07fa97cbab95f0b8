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

  /// Whether a path leads into the bounds by its name.
  package func mayHold(_ path: String) -> Bool {
    path != "-" && allow(Self.absolute(path))
  }

  /// Whether an opened file lies within the bounds.
  package func hold(_ descriptor: Int32) -> Bool {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count)
    guard count > 0, count < buffer.count else { return false }
    let path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return allow(path)
  }

  /// Whether a path leads into the bounds, links followed.
  func hold(targetOf path: String) -> Bool { Self.real(path).map(allow) ?? true }

  /// Of a folder only what is a brief by its name, as its list shows it.
  private func allow(_ path: String) -> Bool {
    roots.contains { root in
      path == root || BriefFiles.isBrief(path) && path.hasPrefix(root == "/" ? "/" : root + "/")
    }
  }

  /// The path from the root, its `.` and `..` resolved by name alone.
  private static func absolute(_ path: String) -> String {
    var parts: [Substring] = []
    let folder = path.hasPrefix("/") ? "" : (real(".") ?? "/") + "/"
    for part in (folder + path).split(separator: "/") where part != "." {
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
