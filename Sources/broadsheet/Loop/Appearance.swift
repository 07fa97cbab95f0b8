import Cells
import Configuration

/// What the screen is drawn with: a theme that is chosen by name, or by the terminal's background.
struct Appearance {
  let catalog: ThemeCatalog
  private var automatic: AutomaticTheme
  private var name: String
  private(set) var theme: Theme

  init(_ setup: Setup) {
    catalog = ThemeCatalog(folder: setup.themesFolder)
    automatic = setup.automaticTheme
    name = setup.settings.theme
    theme = setup.theme
  }

  /// Whether the theme goes by what the terminal answers when it is asked.
  var asksTerminal: Bool { name == AutomaticTheme.name && automatic.asks }

  /// Draws with another theme; returns what of its files could not hold.
  mutating func use(_ name: String) -> [ConfigurationProblem] {
    self.name = name
    let loaded = catalog.load(name == AutomaticTheme.name ? automatic.theme : name)
    theme = loaded.theme
    return loaded.problems
  }

  /// Takes what the terminal said of its background; returns whether the screen looks different.
  mutating func learn(isLight: Bool) -> Bool {
    guard automatic.asks, automatic.isLight != isLight else { return false }
    automatic.isLight = isLight
    guard name == AutomaticTheme.name else { return false }
    _ = use(name)
    return true
  }
}
