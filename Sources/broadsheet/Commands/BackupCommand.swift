import ArgumentParser

/// `broadsheet backup`: a copy of the library.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the library to a new file, while it is in use.")

  @OptionGroup var whose: ReaderOptions

  @Argument(
    help: ArgumentHelp("The file to make; one that is there is left alone.", valueName: "FILE"),
    completion: .file())
  var file: String

  func run() {
    LibraryRetry.exitOnThrow { try LibraryCare(of: whose.given).backUp(to: file) }
  }
}
