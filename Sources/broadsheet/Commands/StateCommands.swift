import ArgumentParser

/// `broadsheet export`: what is kept of reading, for another machine.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write marks, stars and places as JSON.")

  @Flag(help: "Write the state of reading (broadsheet.state/1).")
  var what: TransferredData

  @OptionGroup var whose: ReaderOptions

  @Argument(
    help: ArgumentHelp(
      "The file to write; standard output without one. An earlier export is replaced.",
      valueName: "FILE"),
    completion: .file())
  var file: String?

  func run() {
    LibraryRetry.exitOnThrow { try StateTransfer(reader: whose.given).export(to: file) }
  }
}

/// `broadsheet import`: what was kept of reading on another machine.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take over marks, stars and places that are newer.",
    discussion: "A file with a mistake is refused whole, with the place.")

  @Flag(help: "Read the state of reading (broadsheet.state/1).")
  var what: TransferredData

  @OptionGroup var whose: ReaderOptions

  @Argument(
    help: ArgumentHelp("A file that export wrote, or - for standard input.", valueName: "FILE"),
    completion: .file())
  var file: String

  func run() {
    Failure.exitOnThrow { try StateTransfer(reader: whose.given).take(from: file) }
  }
}

/// What moves between machines; one kind of it must be named, so that there may be others one day.
enum TransferredData: String, EnumerableFlag {
  case state
}
