import ArgumentParser

/// The option that says whose settings hold.
struct SettingsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Settings that hold in the place of your own.", valueName: "FILE"),
    completion: .file())
  var config: String?

  var given: GivenReader { GivenReader(settings: config) }
}
