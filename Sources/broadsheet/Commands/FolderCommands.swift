import ArgumentParser
import BriefModel
import Glibc

/// `broadsheet add`: collects the briefs of folders.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add folders, whose briefs the library collects.")

  @OptionGroup var settings: SettingsOption

  @Argument(help: ArgumentHelp("Folders.", valueName: "FOLDER"), completion: .directory)
  var folders: [String]

  func run() {
    LibraryRetry.exitOnThrow { try FolderList(given: settings.given).add(folders) }
  }
}

/// `broadsheet remove`: collects the briefs of folders no more.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove folders from the library; marks stay.")

  @OptionGroup var settings: SettingsOption

  @Argument(help: ArgumentHelp("Folders.", valueName: "FOLDER"), completion: .directory)
  var folders: [String]

  func run() {
    LibraryRetry.exitOnThrow { try FolderList(given: settings.given).remove(folders) }
  }
}

/// `broadsheet folders`: tells whose briefs are collected.
struct FoldersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "folders", abstract: "Print the folders of the library.")

  @Flag(help: "Tell of each folder how changes in it are seen.")
  var ways = false

  @OptionGroup var settings: SettingsOption

  func run() {
    LibraryRetry.exitOnThrow { try FolderList(given: settings.given).print(withWays: ways) }
  }
}

/// `broadsheet index`: brings the library up to date.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Bring the library up to date with its folders.",
    discussion: """
      With --watch it stays and follows changes: by inotify, and where that does not tell of every \
      change, as on a network, by looking every 60 seconds. It ends with 0 on INT and TERM.

      With --publish links are followed only as far as they lead into the folders.
      """)

  @Flag(help: "Stay, and follow what changes in the folders.")
  var watch = false

  @Flag(help: "Print nothing but what is wrong.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "A file to which the index is published, for readers who cannot write here.",
      valueName: "FILE"), completion: .file())
  var publish: String?

  @OptionGroup var settings: SettingsOption

  func run() {
    let indexing = Indexing(isQuiet: quiet, isPublished: publish != nil, given: settings.given)
    let publishing = publish.map(Publishing.init)
    guard watch else { return LibraryRetry.exitOnThrow { try indexing.run(publishing) } }
    Failure.exitOnThrow {
      var watching = IndexWatching(indexing: indexing, publishing: publishing)
      try watching.run()
    }
  }
}
