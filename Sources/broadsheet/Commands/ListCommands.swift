import ArgumentParser
import BriefModel

/// `broadsheet list`: the briefs of the library that a query finds.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the briefs of the library that a query finds.")

  @Option(help: ArgumentHelp("text or json.", valueName: "FORMAT"))
  var format = ListFormat.text

  @Option(
    help: ArgumentHelp("unread, date, title, folder, sources or rank.", valueName: "ORDER"))
  var sort = BriefOrder.unread

  @Option(
    help: ArgumentHelp("The most briefs to print; all of them without it.", valueName: "N"))
  var limit: Int?

  @OptionGroup var whose: ReaderOptions

  @Argument(
    help: ArgumentHelp(
      "A query, as in: rail after:7d is:unread. All briefs without one.", valueName: "QUERY"),
    completion: .custom(QueryWords.complete))
  var query: [String] = []

  func validate() throws { try ListCommand.check(limit: limit) }

  static func check(limit: Int?) throws {
    guard let limit, limit < 0 else { return }
    throw ValidationError("--limit is \(limit); give 0 or more")
  }

  func run() {
    LibraryRetry.exitOnThrow {
      try ListPrinting(
        format: format, order: sort, limit: limit ?? .max, reader: whose.given
      ).run(query)
    }
  }
}

/// `broadsheet search`: the same, the best answers first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the briefs that answer a query best.")

  @Option(help: ArgumentHelp("text or json.", valueName: "FORMAT"))
  var format = ListFormat.text

  @Option(help: ArgumentHelp("The most briefs to print.", valueName: "N"))
  var limit = 50

  @OptionGroup var whose: ReaderOptions

  @Argument(
    help: ArgumentHelp(
      "A query, as in: 'rail \"night train\" -bus'; after -- it may begin with -.",
      valueName: "QUERY"),
    completion: .custom(QueryWords.complete))
  var query: [String]

  func validate() throws {
    try ListCommand.check(limit: limit)
    guard query.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw ValidationError("the query is empty; broadsheet list prints all briefs")
    }
  }

  func run() {
    LibraryRetry.exitOnThrow {
      try ListPrinting(format: format, order: .rank, limit: limit, reader: whose.given)
        .run(query)
    }
  }
}

/// `broadsheet unread`: what there is to read, for a status bar.
struct UnreadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unread", abstract: "Print the briefs with something unread.",
    discussion: "With --count it takes no lock and writes nothing, for a status bar.")

  @Flag(help: "Print their number and nothing else.")
  var count = false

  @OptionGroup var whose: ReaderOptions

  @Argument(
    help: ArgumentHelp("A query, as in: in:work. All briefs without one.", valueName: "QUERY"),
    completion: .custom(QueryWords.complete))
  var query: [String] = []

  func run() {
    LibraryRetry.exitOnThrow {
      if count { return try UnreadCount.print(query, of: whose.given) }
      try ListPrinting(reader: whose.given).run(unread)
    }
  }

  private var unread: [String] {
    query.isEmpty ? ["is:unread"] : ["is:unread", "("] + query + [")"]
  }
}

extension ListFormat: ExpressibleByArgument {}
extension BriefOrder: ExpressibleByArgument {}
