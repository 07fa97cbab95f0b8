import ArgumentParser
import Audit

/// `broadsheet check`: how well briefs are sourced, for writers and for what writes them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell what is wrong with the sources of briefs.",
    discussion: """
      Exits with 0 where nothing is found at or over the threshold, with 1 where something is, \
      and with 2 on trouble: a missing file, a mistake in the arguments. The threshold is \
      warning. docs/check.md says what each rule finds, and how settings and comments in a brief \
      change or silence it; the settings are described in docs/settings.md.

      Rules: \(Rule.all.map(\.name).joined(separator: ", ")).
      """)

  /// The exit status for all that keeps the command from its work.
  static let troubleStatus: Int32 = 2

  @Option(help: ArgumentHelp("text, json or sarif (SARIF 2.1.0).", valueName: "FORMAT"))
  var format = Checking.Format.text

  @Flag(help: "Let notes fail too: the threshold is note instead of warning.")
  var strict = false

  @Flag(
    name: .customLong("no-ignores"),
    help: "Heed no comments in the briefs, which otherwise silence rules; settings hold.")
  var noIgnores = false

  @Option(
    help: ArgumentHelp("Whether text is coloured: auto, always or never.", valueName: "WHEN"))
  var color = Printing.ColorChoice.auto

  @OptionGroup var settings: SettingsOption

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "PATH"),
    completion: .file())
  var paths: [String]

  func run() {
    Failure.exitOnThrow(status: CheckCommand.troubleStatus) {
      try Checking(
        format: format, threshold: strict ? .note : .warning, color: color,
        heedsComments: !noIgnores, given: settings.given
      ).run(paths: paths)
    }
  }
}

extension Checking.Format: ExpressibleByArgument {}
