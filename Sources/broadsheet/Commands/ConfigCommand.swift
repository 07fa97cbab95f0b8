import ArgumentParser
import Configuration

/// `broadsheet config`: the settings in effect, as a file of settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings in effect, with comments.")

  @OptionGroup var settings: SettingsOption

  func run() {
    Failure.exitOnThrow {
      StandardOutput.prepare()
      let setup = try Setup(of: settings.given)
      try StandardOutput.write(setup.settings.printed)
    }
  }
}
