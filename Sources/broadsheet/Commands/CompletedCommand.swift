import ArgumentParser

/// What the shells are told of the program: its commands, and as its own options those of the reader,
/// which has no name to be called by. It is never run.
struct CompletedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Broadsheet.configuration.commandName ?? "broadsheet",
    version: Broadsheet.configuration.version,
    subcommands: Broadsheet.configuration.subcommands.filter { $0 != ReadCommand.self })

  @OptionGroup var options: ReadingOptions
}
