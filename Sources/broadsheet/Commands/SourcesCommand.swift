import ArgumentParser
import BriefModel

/// `broadsheet sources`: the sources of briefs, to be read or taken along.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "Print the sources of briefs and what cites them.")

  @Option(help: "text, json, csl-json, bibtex, ris or urls.")
  var format = SourceFormat.text

  @Option(help: "number, date, outlet, use or url.")
  var sort = SourceOrder.number

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  func run() {
    Failure.exitOnThrow { try SourcePrinting(format: format, order: sort).run(paths: paths) }
  }
}

extension SourceFormat: ExpressibleByArgument {}
extension SourceOrder: ExpressibleByArgument {}
