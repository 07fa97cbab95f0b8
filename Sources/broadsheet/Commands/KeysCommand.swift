import ArgumentParser

/// `broadsheet keys`: what each key does, with the user's settings.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the keys, as the settings have them.")

  @OptionGroup var settings: SettingsOption

  func run() {
    Failure.exitOnThrow {
      StandardOutput.prepare()
      let setup = try Setup(of: settings.given)
      try StandardOutput.write(KeyReference(keymap: setup.keymap).text)
    }
  }
}
