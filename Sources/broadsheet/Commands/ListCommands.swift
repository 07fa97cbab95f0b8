import ArgumentParser
import BriefModel

/// `broadsheet list`: the briefs of the library that a query finds.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the briefs of the library that a query finds.")

  @Option(help: "text or json.")
  var format = ListFormat.text

  @Option(help: "unread, date, title, folder, sources or rank.")
  var sort = BriefOrder.unread

  @Option(help: "The most briefs to print; all of them without it.")
  var limit: Int?

  @Argument(
    help: "A query, as in: rail after:7d is:unread. All briefs without one.",
    completion: .custom(QueryWords.complete))
  var query: [String] = []

  func validate() throws { try ListCommand.check(limit: limit) }

  static func check(limit: Int?) throws {
    guard let limit, limit < 0 else { return }
    throw ValidationError("--limit is \(limit); give 0 or more")
  }

  func run() {
    Failure.exitOnThrow {
      try ListPrinting(format: format, order: sort, limit: limit ?? .max).run(query)
    }
  }
}

/// `broadsheet search`: the same, the best answers first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the briefs that answer a query best.")

  @Option(help: "text or json.")
  var format = ListFormat.text

  @Option(help: "The most briefs to print.")
  var limit = 50

  @Argument(
    help: "A query, as in: 'rail \"night train\" -bus'; after -- it may begin with -.",
    completion: .custom(QueryWords.complete))
  var query: [String]

  func validate() throws {
    try ListCommand.check(limit: limit)
    guard query.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      throw ValidationError("the query is empty; broadsheet list prints all briefs")
    }
  }

  func run() {
    Failure.exitOnThrow {
      try ListPrinting(format: format, order: .rank, limit: limit).run(query)
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

  @Argument(
    help: "A query, as in: in:work. All briefs without one.",
    completion: .custom(QueryWords.complete))
  var query: [String] = []

  func run() {
    Failure.exitOnThrow {
      if count { try UnreadCount.print(query) } else { try ListPrinting().run(unread) }
    }
  }

  private var unread: [String] {
    query.isEmpty ? ["is:unread"] : ["is:unread", "("] + query + [")"]
  }
}

extension ListFormat: ExpressibleByArgument {}
extension BriefOrder: ExpressibleByArgument {}
