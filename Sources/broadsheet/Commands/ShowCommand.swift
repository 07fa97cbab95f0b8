import ArgumentParser
import BriefModel

/// `broadsheet show`: briefs on standard output.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print briefs; the library is left alone.",
    discussion: """
      text wraps its lines and numbers the citations. json is one brief as one object; jsonl is \
      any number of them, one object a line, and for a file that cannot be read an object with its \
      path and the error. html is a page that needs nothing else. markdown is the brief as it is, \
      or with --citations all its citations as links, numbers or footnotes; what could not be \
      written so is told on standard error.
      """)

  @Option(
    help: ArgumentHelp(
      "text, json (one brief), jsonl (one brief a line), html or markdown (one brief).",
      valueName: "FORMAT"))
  var format = Printing.Format.text

  @Option(help: ArgumentHelp("Columns of the text, 20 to 400.", valueName: "N"))
  var width: Int?

  @Option(
    help: ArgumentHelp("Whether text is coloured: auto, always or never.", valueName: "WHEN"))
  var color = Printing.ColorChoice.auto

  @Option(
    help: ArgumentHelp(
      "How markdown writes its citations: inline, numbered or footnotes.", valueName: "STYLE"))
  var citations: CitationStyle?

  @OptionGroup var settings: SettingsOption

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "PATH"),
    completion: .file())
  var paths: [String]

  func validate() throws {
    if let width, !(20...400).contains(width) {
      throw ValidationError("--width is \(width); give 20 to 400")
    }
    if format == .html, paths.count != 1 {
      throw ValidationError("--format html takes one brief; run it once for each")
    }
    if format == .json, paths.count != 1 {
      throw ValidationError("--format json takes one brief; use --format jsonl for several")
    }
    if format == .markdown, paths.count != 1 {
      throw ValidationError("--format markdown takes one brief; run it for each of several")
    }
    if citations != nil, format != .markdown {
      throw ValidationError("--citations is for --format markdown")
    }
  }

  func run() {
    Failure.exitOnThrow {
      try Printing(
        format: format, width: width, color: color, citations: citations, given: settings.given
      ).run(paths: paths)
    }
  }
}

extension Printing.Format: ExpressibleByArgument {}
extension Printing.ColorChoice: ExpressibleByArgument {}
extension CitationStyle: ExpressibleByArgument {}
