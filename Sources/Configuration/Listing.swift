import BriefModel
package import Reader

/// What `broadsheet themes` prints.
extension ThemeCatalog {
  /// The themes as the reader shows them to choose from.
  package var choices: [ThemeChoice] {
    let automatic = ThemeChoice(
      name: AutomaticTheme.name, description: AutomaticTheme.description)
    return [automatic]
      + entries.filter { Sanitizer.isClean($0.name) && $0.name != automatic.name }.map {
        ThemeChoice(name: $0.name, description: Sanitizer.line($0.description))
      }
  }

  /// A line for each theme: its name, where it is from, and what it is.
  package func listing(current: String) -> String {
    let width = entries.map { Sanitizer.line($0.name).count }.max() ?? 0
    func line(_ name: String, _ origin: Origin, _ description: String) -> String {
      let mark = name == current ? "*" : " "
      let shown = Sanitizer.line(name)
      let padding = String(repeating: " ", count: max(0, width - shown.count))
      return "\(mark) \(shown)\(padding)  \(Sanitizer.line("\(origin.shown)  \(description)"))\n"
    }
    return line(AutomaticTheme.name, .builtIn, AutomaticTheme.description)
      + entries.map { line($0.name, $0.origin, $0.description) }.joined()
  }
}

extension ThemeCatalog.Origin {
  fileprivate var shown: String {
    switch self {
    case .builtIn: "built in"
    case .user(let path): path
    }
  }
}
