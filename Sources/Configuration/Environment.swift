/// The environment variables of the process; one that is empty counts as unset.
package struct Environment: Sendable, Equatable {
  /// All variables as they came, the empty ones too.
  package let variables: [String: String]

  package init(_ variables: [String: String]) { self.variables = variables }

  /// The value of a variable; nil where it is unset or empty.
  package subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// Whether the program runs at the far end of an SSH connection.
  package var isRemote: Bool { self["SSH_CONNECTION"] != nil || self["SSH_TTY"] != nil }

  /// Whether the locale's character set is UTF-8, by the variables that decide it.
  package var isUTF8: Bool {
    guard let locale = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] else { return false }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }

  /// The folder of settings and themes (XDG Base Directory Specification); nil without a home.
  package var configurationFolder: String? { folder("XDG_CONFIG_HOME", orInHome: ".config") }

  /// The folder of marks and places (XDG Base Directory Specification); nil without a home.
  package var stateFolder: String? { folder("XDG_STATE_HOME", orInHome: ".local/state") }

  /// The file of settings, whether or not it exists.
  package var configurationFile: String? { configurationFolder.map { $0 + "/config.toml" } }

  /// The folder of the user's own themes, whether or not it exists.
  package var themesFolder: String? { configurationFolder.map { $0 + "/themes" } }

  /// The library of what was read, whether or not it exists.
  package var libraryFile: String? { stateFolder.map { $0 + "/library.sqlite" } }

  /// A path in which `~` at the start stands for the home folder.
  package func expanding(_ path: String) -> String {
    guard let home = self["HOME"], path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The specification has a relative path ignored.
  private func folder(_ name: String, orInHome place: String) -> String? {
    if let base = self[name], base.hasPrefix("/") { return base + "/broadsheet" }
    return self["HOME"].map { $0 + "/" + place + "/broadsheet" }
  }
}
