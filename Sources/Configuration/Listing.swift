import BriefModel
package import Reader

/// What `broadsheet themes` prints.
extension ThemeCatalog {
  /// The themes as the reader shows them to choose from.
  package var choices: [ThemeChoice] {
    entries.filter { Sanitizer.isClean($0.name) }.map {
      ThemeChoice(name: $0.name, description: Sanitizer.line($0.description))
    }
  }

  /// A line for each theme: its name, where it is from, and what it is.
  package func listing(current: String) -> String {
    let entries = entries
    let width = entries.map(\.name.count).max() ?? 0
    return entries.map { entry in
      let mark = entry.name == current ? "*" : " "
      let name = entry.name + String(repeating: " ", count: width - entry.name.count)
      return "\(mark) \(name)  \(entry.origin.shown)  \(entry.description)\n"
    }.joined()
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
