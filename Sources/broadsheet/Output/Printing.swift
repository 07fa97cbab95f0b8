import BriefModel
import Cells
import Glibc
import Reader
import Terminal

/// All of `broadsheet show`: briefs in, text, JSON or HTML out, and nothing else touched.
struct Printing {
  enum Format: String, CaseIterable { case text, json, jsonl, html, markdown }
  enum ColorChoice: String, CaseIterable { case auto, always, never }

  var format = Format.text
  /// Columns of the text; nil for the terminal's, as far as they are comfortable.
  var width: Int?
  var color = ColorChoice.auto
  /// How Markdown writes its citations; nil as they are.
  var citations: CitationStyle?
  /// Whose settings hold.
  var given = GivenReader()

  /// Prints the briefs of the paths in their order; throws what ends the program.
  func run(paths: [String]) throws {
    StandardOutput.prepare()
    switch format {
    case .text: try printText(paths)
    case .json: try printJSON(paths)
    case .jsonl: try printLines(paths)
    case .html: try printPage(paths)
    case .markdown: try printMarkdown(paths)
    }
  }

  // MARK: - Markdown

  /// The brief as it is written, and on standard error what could not be. A terminal gets it
  /// harmless, as a file or another program gets it byte for byte.
  private func printMarkdown(_ paths: [String]) throws {
    for path in paths {
      let bytes = try BriefLoader.read(path: path).bytes
      let written = try BriefWriter.write(
        bytes: bytes, path: path, style: citations, today: try .today())
      if StandardOutput.isTerminal {
        try StandardOutput.write(Sanitizer.lines(String(decoding: written.bytes, as: UTF8.self)))
      } else {
        try StandardOutput.write(written.bytes)
      }
      tell(written.notices, path: Sanitizer.line(path))
    }
  }

  /// How many places of one brief are told; the others are counted.
  private static let toldLimit = 20

  private func tell(_ notices: [WritingNotice], path: String) {
    for notice in notices.prefix(Printing.toldLimit) {
      Failure.tell("\(path):\(notice.description)")
    }
    var counts: [(text: String, count: Int)] = []
    for notice in notices.dropFirst(Printing.toldLimit) {
      if let index = counts.firstIndex(where: { $0.text == notice.text }) {
        counts[index].count += 1
      } else {
        counts.append((notice.text, 1))
      }
    }
    for (text, count) in counts { Failure.tell("\(path): \(count) more: \(text)") }
  }

  // MARK: - JSON

  private func printJSON(_ paths: [String]) throws {
    for path in paths {
      let brief = try BriefLoader.load(path: path, today: try .today())
      try StandardOutput.write(BriefJSON.encode(brief) + [0x0A], as: .json)
    }
  }

  /// One object a line; a file that fails has its error on its line.
  private func printLines(_ paths: [String]) throws {
    let today = try CalendarDate.today()
    var status: Int32 = 0
    var buffer: [UInt8] = []
    let json = BriefJSON()
    try BriefFiles.forEach(in: paths) { result in
      do throws(BriefError) {
        json.append(try BriefLoader.load(path: try result.get(), today: today), to: &buffer)
      } catch {
        json.append(error, to: &buffer)
        if status == 0 { status = error.exitStatus }
      }
      buffer.append(0x0A)
      guard buffer.count > 1 << 16 else { return }
      try StandardOutput.write(buffer, as: .json)
      buffer.removeAll(keepingCapacity: true)
    }
    try StandardOutput.write(buffer, as: .json)
    if status != 0 { throw Ending(status: status) }
  }

  // MARK: - HTML

  private func printPage(_ paths: [String]) throws {
    for path in paths {
      let brief = try BriefLoader.load(path: path, today: try .today())
      try StandardOutput.write(BriefHTML.encode(brief), as: .html)
    }
  }

  // MARK: - Text

  private func printText(_ paths: [String]) throws {
    let setup = try Setup(of: given)
    let printer = TextPrinter(theme: setup.theme, depth: setup.depth(of: color))
    let width = width ?? columns(setup)
    let today = try CalendarDate.today()
    var status: Int32 = 0
    var isFirst = true
    try BriefFiles.forEach(in: paths) { result in
      var text = ""
      do throws(BriefError) {
        var brief = try BriefLoader.load(path: try result.get(), today: today)
        if StandardOutput.isASCII { brief = brief.rewritten(ASCIISpelling.of) }
        let page = BriefText(brief, width: width, isASCII: setup.options.isASCII)
        text = (isFirst ? "" : "\n\n") + printer.text(of: page.lines)
        isFirst = false
      } catch {
        Failure.tell(error.description)
        if status == 0 { status = error.exitStatus }
      }
      try StandardOutput.write(text)
    }
    if status != 0 { throw Ending(status: status) }
  }

  /// As wide as the terminal, as far as that is comfortable to read.
  private func columns(_ setup: Setup) -> Int {
    var size = winsize()
    guard StandardOutput.isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return setup.settings.measure }
    return max(20, min(setup.settings.measure, Int(size.ws_col)))
  }
}
