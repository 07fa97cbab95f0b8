package import Audit
package import BriefModel
package import Reader

/// What the user has set; every setting has a default.
package struct Settings: Sendable, Equatable {
  /// On, off, or as the terminal and the line allow.
  package enum Switch: Sendable, Equatable { case auto, on, off }

  /// How many colours are used.
  package enum Colors: String, Sendable, CaseIterable {
    case auto, none
    case eight = "8"
    case sixteen = "16"
    case palette = "256"
    case full = "true"
  }

  /// What is known of the terminal's background.
  package enum Background: String, Sendable, CaseIterable {
    /// The terminal is asked, but not over SSH.
    case auto
    case ask, dark, light
  }

  /// The name of the theme, or `auto`.
  package var theme = AutomaticTheme.name
  package var background = Background.auto
  /// The themes that `auto` chooses from.
  package var darkTheme = "broadsheet-dark"
  package var lightTheme = "broadsheet-light"
  package var colors = Colors.auto
  package var layout = Options.Arrangement.auto
  /// Columns of a line of prose, 20 to 200.
  package var measure = 78
  package var ascii = Switch.auto
  /// Whether all is shown line by line, for screen readers and very narrow windows.
  package var linear = false
  package var mouse = true
  package var markReadWhenPassed = false
  /// The editor's command; nil for `VISUAL` or `EDITOR`.
  package var editor: String?
  /// Path of the library; nil for the one in the state folder.
  package var library: String?
  /// Path of an index that another process publishes; nil for an index of one's own.
  package var published: String?
  /// Folders whose briefs are collected, beside those that were added.
  package var folders: [String] = []
  /// Whether briefs whose files are gone are kept.
  package var archive = false
  /// What the list of the library is parted by.
  package var group = BriefGrouping.none
  /// The browser's command, `%s` being the address; nil for `BROWSER` or the desktop's own.
  package var browser: String?
  /// Names of browsers that need the screen.
  package var terminalBrowsers = ["w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl"]
  /// Whether addresses are given to the terminal as links (OSC 8).
  package var osc8 = true
  /// Whether text is copied through the terminal (OSC 52).
  package var osc52 = true
  /// How much the findings of `check` matter, where that is not what the rules say.
  package var severities: [RuleSeverity] = []
  /// `default`, `newsboat` or `less`.
  package var keyPreset = "default"
  /// The lines of `[keys]` in the order of the file, unchecked.
  package var keys: [KeySetting] = []
  /// The lines of `[queries]` in the order of the file, unchecked.
  package var queries: [QuerySetting] = []

  package init() {}
}

extension Settings {
  /// What of it the reader takes, together with what the environment says.
  package func options(environment: Environment) -> Options {
    var options = Options()
    options.measure = measure
    options.arrangement = layout
    options.isRemote = environment.isRemote
    options.isASCII =
      switch ascii {
      case .auto: !environment.isUTF8
      case .on: true
      case .off: false
      }
    options.isLinear = linear
    options.marksReadWhenPassed = markReadWhenPassed
    options.grouping = group
    options.savedQueries = queries.map { SavedQuery(name: $0.name, query: $0.query) }
    options.theme = theme
    options.home = environment["HOME"]
    return options
  }

  /// The library's path; nil where neither the settings nor the environment give one.
  package func libraryFile(environment: Environment) -> String? {
    library.map(environment.expanding) ?? environment.libraryFile
  }
}
