import Glibc

/// The environment variables that a program gets which is started from here.
package enum ChildEnvironment: Equatable, Sendable {
  /// For a browser or an editor, the user's own choice: what the user's shell would give it. It needs
  /// displays, agents, proxies and settings of which no list is complete.
  case user
  /// For tmux, the choice of this program: what it needs to find its server and read the locale.
  case tmux

  /// The entries that are handed on, in their order.
  ///
  /// One without a name or `=` is not: programs disagree on what it is. Of a name that is there
  /// twice the first is, which is the one that this program heeds.
  func entries(
    of all: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> [UnsafeMutablePointer<CChar>?] {
    var names: Set<String> = []
    var entries: [UnsafeMutablePointer<CChar>?] = []
    var next = all
    while let entry = next.pointee {
      next += 1
      guard let end = strchr(entry, 0x3D), end != entry else { continue }
      let bytes = UnsafeRawBufferPointer(start: entry, count: end - entry)
      let name = String(decoding: bytes, as: UTF8.self)
      if names.insert(name).inserted, handsOn(name) { entries.append(entry) }
    }
    return entries
  }

  /// Whether a variable of this name is handed on.
  package func handsOn(_ name: String) -> Bool {
    switch self {
    case .user: !Self.isSize(name) && !name.hasPrefix("BASH_FUNC_")
    case .tmux: Self.ofTmux.contains(name) || name.hasPrefix("LC_")
    }
  }

  /// The window's size at the start, which programs believe before that of the terminal; and
  /// functions of bash go (above), as code that a script in bash would run has its place in files.
  private static func isSize(_ name: String) -> Bool { name == "LINES" || name == "COLUMNS" }

  private static let ofTmux: Set<String> = [
    "HOME", "LANG", "PATH", "TERM", "TMPDIR", "TMUX", "TMUX_PANE", "TMUX_TMPDIR",
  ]
}
