import ArgumentParser

/// The options of the reader, which stand before or after its paths.
struct ReadingOptions: ParsableArguments {
  /// Those that take a value.
  static let valued = ["--config", "--reader"]
  static let flags = ["--linear", "--kiosk"]

  @Flag(help: "Show all line by line, for screen readers and very narrow windows.")
  var linear = false

  @Flag(help: "Only read: no program is started, and what the administrator has set holds.")
  var kiosk = false

  @OptionGroup var whose: ReaderOptions
}
