import Cells
import Configuration

/// What the screen is drawn with: a theme that is chosen by name, or by the terminal's background.
struct Appearance {
  let catalog: ThemeCatalog
  private var automatic: AutomaticTheme
  /// What the terminal said of its background, and where that is kept for the next start.
  private var answer: Bool?
  private let backgroundsFile: String?
  private let terminal: String
  private var name: String
  private(set) var theme: Theme

  init(_ setup: Setup) {
    catalog = ThemeCatalog(folder: setup.themesFolder)
    automatic = setup.automaticTheme
    backgroundsFile = setup.backgroundsFile
    terminal = KnownBackgrounds.terminal(of: setup.environment)
    name = setup.settings.theme
    theme = setup.theme
  }

  /// Whether the theme goes by what the terminal answers when it is asked.
  var asksTerminal: Bool { name == AutomaticTheme.name && automatic.asks }

  /// Draws with another theme; returns what of its files could not hold.
  mutating func use(_ name: String) -> [ConfigurationProblem] {
    self.name = name
    let isAutomatic = name == AutomaticTheme.name
    let loaded = catalog.load(isAutomatic ? automatic.theme : name)
    theme = loaded.theme
    let missing = isAutomatic ? nil : catalog.reason(against: name)
    return missing.map { [ConfigurationProblem(file: name, $0)] } ?? loaded.problems
  }

  /// Takes what the terminal said of its background; returns whether the screen looks different.
  mutating func learn(isLight: Bool) -> Bool {
    guard automatic.asks else { return false }
    answer = isLight
    guard automatic.isLight != isLight else { return false }
    automatic.isLight = isLight
    guard name == AutomaticTheme.name else { return false }
    _ = use(name)
    return true
  }

  /// Keeps what the terminal said where that is new; what cannot be kept is asked again.
  func keepAnswer() {
    guard let answer, let backgroundsFile else { return }
    var known = KnownBackgrounds(path: backgroundsFile)
    guard known.isLight(terminal) != answer else { return }
    known.learn(isLight: answer, of: terminal)
    try? PrivateFile(path: backgroundsFile).replace(with: Array(known.text.utf8)) { true }
  }
}
