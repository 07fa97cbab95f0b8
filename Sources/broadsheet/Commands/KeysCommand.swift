import ArgumentParser

/// `broadsheet keys`: what each key does, with the user's settings.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the keys, as the settings have them.")

  func run() {
    Failure.exitOnThrow {
      StandardOutput.prepare()
      let setup = Setup()
      try StandardOutput.write(KeyReference(keymap: setup.keymap).text)
      setup.tellProblems()
    }
  }
}
