import ArgumentParser
import BriefModel

/// `broadsheet [PATH…]`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open briefs in the reader.", usage: usage, shouldDisplay: false)

  /// It is what the program does without the name of a command.
  static let usage = """
    broadsheet [--linear] [--kiosk] [--config FILE] [--reader NAME] [PATH…]
    """

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "PATH"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var options: ReadingOptions

  func run() {
    Failure.exitOnThrow {
      let given = options.whose.given
      try Reading(
        paths: paths, isLinear: options.linear, given: given,
        kiosk: options.kiosk ? Kiosk(given: given) : nil
      ).run()
    }
  }
}
