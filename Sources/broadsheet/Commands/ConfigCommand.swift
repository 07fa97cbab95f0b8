import ArgumentParser
import Configuration

/// `broadsheet config`: the settings in effect, as a file of settings.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings in effect, with comments.")

  func run() {
    Failure.exitOnThrow {
      StandardOutput.prepare()
      let setup = Setup()
      try StandardOutput.write(setup.settings.printed)
      setup.tellProblems()
    }
  }
}
