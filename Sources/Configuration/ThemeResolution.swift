import BriefModel
import Cells

/// Theme files laid over one another, the nearest first.
struct ThemeResolution {
  var problems: [ConfigurationProblem] = []
  private var palette: [String: Color] = [:]
  private var roles: [Role: ThemeFile.Entry] = [:]

  var isEmpty: Bool { roles.isEmpty }

  /// Adds a file under those already there: only what they leave open is taken.
  mutating func add(_ file: ThemeFile) {
    palette.merge(file.palette) { nearer, _ in nearer }
    roles.merge(file.roles) { nearer, _ in nearer }
    problems += file.problems
  }

  /// Resolves the names of colours, so that a palette also colours the roles that are inherited.
  func loaded(name: String) -> ThemeCatalog.Loaded {
    var problems = problems
    var styles: [Role: Style] = [:]
    for role in Role.allCases {
      guard let entry = roles[role] else { continue }
      styles[role] = Style(
        foreground: color(entry.style.foreground, of: role, entry, &problems),
        background: color(entry.style.background, of: role, entry, &problems),
        attributes: entry.style.attributes)
    }
    return ThemeCatalog.Loaded(theme: Theme(name: name, styles: styles), problems: problems)
  }

  private func color(
    _ name: String, of role: Role, _ entry: ThemeFile.Entry,
    _ problems: inout [ConfigurationProblem]
  ) -> Color {
    if let color = palette[name] ?? ThemeColor.parse(name) { return color }
    let meant = Suggestion.text(for: name, among: palette.keys.sorted() + ThemeColor.names)
    problems.append(
      entry.document.problem(entry.path, "\(role.rawValue): there is no colour '\(name)'\(meant)"))
    return .terminal
  }
}
