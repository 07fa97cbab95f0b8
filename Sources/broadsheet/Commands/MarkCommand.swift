import ArgumentParser

/// `broadsheet mark`: what the keys m, M and f do, for many briefs at once.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark briefs read or unread, or star them.",
    discussion: """
      Where all arguments are files and folders, these are marked; else they are one query. Exits \
      with 1 where a query finds nothing.
      """)

  @OptionGroup var whose: ReaderOptions

  @Argument(help: ArgumentHelp("read, unread, star or unstar.", valueName: "MARK"))
  var action: MarkAction

  @Argument(
    help: ArgumentHelp("Files and folders, or a query.", valueName: "QUERY|PATH"),
    completion: .custom(QueryWords.complete))
  var words: [String]

  func run() {
    LibraryRetry.exitOnThrow { try Marking(action: action, reader: whose.given).run(words) }
  }
}

extension MarkAction: ExpressibleByArgument {}
