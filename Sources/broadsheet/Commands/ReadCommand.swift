import ArgumentParser
import BriefModel

/// `broadsheet [PATH…]`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open briefs in the reader.", usage: usage,
    discussion: """
      With --kiosk the settings are those of --config, else of \(Kiosk.settingsFile), and what may be \
      read is the paths given, else the folders of these settings; marks are kept, and nothing else \
      is written. It is for ForceCommand of sshd_config(5), for command= of a key, and for the login \
      shell of an account: started as one, which is told by a - before the program's name or by any \
      -c, the program is always the kiosk, and what it was to run is not looked at.
      """,
    shouldDisplay: false)

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
