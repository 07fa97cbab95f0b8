import ArgumentParser

/// The options that say whose settings hold and whose marks these are.
struct ReaderOptions: ParsableArguments {
  @OptionGroup var settings: SettingsOption

  @Option(
    help: ArgumentHelp(
      "Whose marks these are, where one account has several readers.", valueName: "NAME"),
    transform: ReaderOptions.name)
  var reader: ReaderName?

  var given: GivenReader { GivenReader(settings: settings.config, name: reader) }

  @Sendable
  private static func name(_ text: String) throws -> ReaderName {
    guard let name = ReaderName(text) else {
      throw ValidationError(
        "the name of a reader has \(ReaderName.rule)")
    }
    return name
  }
}
