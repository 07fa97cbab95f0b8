import BriefModel
package import Cells

/// The themes that there are: those in the program, and the user's own over them.
package struct ThemeCatalog: Sendable {
  /// Where a theme is.
  package enum Origin: Sendable, Equatable {
    case builtIn
    /// The file's path.
    case user(String)
  }

  /// One theme of the list.
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let origin: Origin
    package let description: String
  }

  /// A theme and what of its files could not hold.
  package struct Loaded: Sendable {
    package let theme: Theme
    package let problems: [ConfigurationProblem]
  }

  /// The name of the theme that holds where none is set or the one that is set cannot be used.
  package static let fallback = "broadsheet-dark"

  private let folder: String?

  /// Takes the folder of the user's themes, which need not exist.
  package init(folder: String?) { self.folder = folder }

  /// All themes by name; of two with the same name, the user's.
  package var entries: [Entry] {
    var entries: [String: Entry] = [:]
    for (name, bytes) in EmbeddedThemes.all {
      let file = ThemeFile(bytes, name: name, file: name)
      entries[name] = Entry(name: name, origin: .builtIn, description: file.description)
    }
    for path in userFiles {
      guard let file = read(path.name, path.path) else { continue }
      entries[path.name] = Entry(
        name: path.name, origin: .user(path.path), description: file.description)
    }
    return entries.values.sorted { $0.name < $1.name }
  }

  /// What to say of a name that no theme has; nil where one does.
  package func reason(against name: String) -> String? {
    if CompiledThemes.theme(name) != nil || userFile(name) != nil { return nil }
    let meant = Suggestion.text(for: name, among: entries.map(\.name))
    return "there is no theme '\(name)'\(meant); '\(Self.fallback)' holds"
  }

  /// A theme by its name; what is wrong with its files is told, and the rest of it or its parent holds.
  /// Where there is none of that name, the default is.
  package func load(_ name: String) -> Loaded {
    if !hasUserFile(name), let theme = CompiledThemes.theme(name) {
      return Loaded(theme: theme, problems: [])
    }
    return parsed(name)
  }

  /// The same from the files themselves, as `load` does it for themes that are not compiled.
  func parsed(_ name: String) -> Loaded {
    var resolution = ThemeResolution()
    if let file = userFile(name) ?? builtIn(name) {
      resolution.add(file)
      follow(file, into: &resolution)
    }
    if resolution.isEmpty, let file = builtIn(Self.fallback) { resolution.add(file) }
    return resolution.loaded(name: name)
  }

  /// Adds what a theme inherits, and what that inherits.
  ///
  /// A user's theme may inherit the built-in one of its own name, and built-in themes inherit each
  /// other whatever the user has in their place. Any other return to a theme that
  /// was already taken is a circle and ends there.
  private func follow(_ first: ThemeFile, into resolution: inout ThemeResolution) {
    var file = first
    var seen: Set<String> = [first.file]
    while let parent = parentName(of: file) {
      let isOwnName = parent == file.name && file.file != file.name
      let isBuiltIn = file.file == file.name
      guard let next = (isOwnName || isBuiltIn ? nil : userFile(parent)) ?? builtIn(parent) else {
        let meant = Suggestion.text(for: parent, among: entries.map(\.name))
        return resolution.problems.append(
          file.problemWithParent("there is no theme '\(parent)'\(meant)"))
      }
      guard seen.insert(next.file).inserted else {
        return resolution.problems.append(
          file.problemWithParent("inherits '\(parent)', which inherits this theme; end the circle"))
      }
      resolution.add(next)
      file = next
    }
  }

  /// A user's file that is no TOML at all is like the built-in theme of its name, or the default.
  private func parentName(of file: ThemeFile) -> String? {
    if let parent = file.inherits { return parent }
    guard file.roles.isEmpty, file.file != file.name else { return nil }
    return EmbeddedThemes.all.contains { $0.name == file.name } ? file.name : Self.fallback
  }

  private func builtIn(_ name: String) -> ThemeFile? {
    EmbeddedThemes.all.first { $0.name == name }
      .map { ThemeFile($0.bytes, name: name, file: name) }
  }

  private func hasUserFile(_ name: String) -> Bool {
    guard let folder else { return false }
    return TextFile.exists("\(folder)/\(name).toml")
  }

  private func userFile(_ name: String) -> ThemeFile? {
    guard let folder, !name.contains("/"), !name.isEmpty else { return nil }
    return read(name, "\(folder)/\(name).toml")
  }

  private func read(_ name: String, _ path: String) -> ThemeFile? {
    do throws(ConfigurationProblem) {
      guard let bytes = try TextFile.read(path) else { return nil }
      return ThemeFile(bytes, name: name, file: path)
    } catch {
      return ThemeFile(problem: error, name: name, file: path)
    }
  }

  private var userFiles: [(name: String, path: String)] {
    guard let folder else { return [] }
    return FolderNames.all(in: folder).sorted().filter { $0.hasSuffix(".toml") && $0.count > 5 }
      .map { (String($0.dropLast(5)), "\(folder)/\($0)") }
  }
}
