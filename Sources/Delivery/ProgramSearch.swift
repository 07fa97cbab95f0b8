import Glibc

/// Finds programs by name, as `execvp` would.
package struct ProgramSearch: Sendable {
  private let folders: [String]

  /// Takes the value of `PATH`, or the system's folders where it is nil.
  package init(path: String?) {
    let list = path ?? "/usr/local/bin:/usr/bin:/bin"
    folders = list.split(separator: ":", omittingEmptySubsequences: false).map { folder in
      folder.isEmpty ? "." : String(folder)
    }
  }

  /// The file of a program; nil where there is none that may be run. A name with a slash is a path.
  package func file(of name: String) -> String? {
    if name.contains("/") { return Self.isProgram(name) ? name : nil }
    return folders.lazy.map { $0 + "/" + name }.first(where: Self.isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }
}
