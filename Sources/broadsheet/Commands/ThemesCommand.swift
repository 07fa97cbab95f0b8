import ArgumentParser
import Configuration

/// `broadsheet themes`: the themes there are.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes", abstract: "List the themes; * is the one in use.")

  @OptionGroup var settings: SettingsOption

  func run() {
    Failure.exitOnThrow {
      StandardOutput.prepare()
      let setup = try Setup(of: settings.given)
      let catalog = ThemeCatalog(folder: setup.environment.themesFolder)
      try StandardOutput.write(catalog.listing(current: setup.settings.theme))
    }
  }
}
