import ArgumentParser
import BriefModel

/// `broadsheet [PATH…]`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open briefs in the reader.", usage: usage, shouldDisplay: false)

  /// It is what the program does without the name of a command.
  static let usage = """
    broadsheet [--linear] [PATH…]
    broadsheet --kiosk [--config FILE] [--reader NAME] [PATH…]
    """

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Flag(help: "Show all line by line, for screen readers and very narrow windows.")
  var linear = false

  @Flag(help: "Only read: no program is started, and what the administrator has set holds.")
  var kiosk = false

  @Option(
    help: "With --kiosk, the file of settings.", completion: .file())
  var config: String?

  @Option(help: "With --kiosk, whose marks these are.")
  var reader: String?

  func run() {
    Failure.exitOnThrow {
      try Reading(paths: paths, isLinear: linear, kiosk: try askedKiosk()).run()
    }
  }

  private func askedKiosk() throws(Refusal) -> Kiosk? {
    guard kiosk else {
      guard config == nil, reader == nil else {
        throw .usage("--config and --reader go with --kiosk")
      }
      return nil
    }
    guard let reader else { return Kiosk(settings: config) }
    guard let name = ReaderName(reader) else {
      throw .usage(
        "the name of a reader has \(ReaderName.rule), unlike '\(Sanitizer.line(reader))'")
    }
    return Kiosk(settings: config, reader: name)
  }
}
