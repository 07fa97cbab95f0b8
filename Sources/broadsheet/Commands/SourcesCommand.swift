import ArgumentParser
import BriefModel

/// `broadsheet sources`: the sources of briefs, to be read or taken along.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Print the sources of briefs and what cites them.",
    discussion: """
      Sources are joined by address. text is for reading and json for programs; csl-json, bibtex \
      and ris are for citation processors and managers of references; urls is one address a line. \
      A file that cannot be read is told on standard error, and the others are still printed.
      """)

  @Option(
    help: ArgumentHelp("text, json, csl-json, bibtex, ris or urls.", valueName: "FORMAT"))
  var format = SourceFormat.text

  @Option(
    help: ArgumentHelp(
      "number (as they are met), date (newest first), outlet, use (most cited first) or url.",
      valueName: "ORDER"))
  var sort = SourceOrder.number

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "PATH"),
    completion: .file())
  var paths: [String]

  func run() {
    Failure.exitOnThrow { try SourcePrinting(format: format, order: sort).run(paths: paths) }
  }
}

extension SourceFormat: ExpressibleByArgument {}
extension SourceOrder: ExpressibleByArgument {}
