import ArgumentParser

/// `broadsheet [PATH…]`: the reader.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open briefs in the reader.", shouldDisplay: false)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Flag(help: "Show all line by line, for screen readers and very narrow windows.")
  var linear = false

  func run() { Failure.exitOnThrow { try Reading(paths: paths, isLinear: linear).run() } }
}
