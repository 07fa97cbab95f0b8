package import BriefModel
import Cells

/// A brief as running text, for `show --format text`: the laid-out lines, then its sources.
package struct BriefText {
  /// The lines, in the columns and roles of the text pane.
  package let lines: [TextLine]

  /// Lays a brief out at a width of at least 8 columns.
  package init(_ brief: Brief, width: Int, isASCII: Bool) {
    let breaking = LineBreaking()
    var shown = brief
    let alone = brief.listsAlone
    for index in alone { shown.sections[index].blocks = [] }
    var builder = TextLayoutBuilder(
      brief: shown, width: width, isASCII: isASCII, breaking: breaking)
    var lines = builder.build().lines
    lines.removeAll { $0.section.map(alone.contains) ?? false }
    while lines.last?.kind == .blank { lines.removeLast() }
    self.lines = lines + Self.sources(of: brief, width, isASCII, breaking)
  }

  /// Numbered as in the text, each URL whole on a line of its own.
  private static func sources(
    of brief: Brief, _ width: Int, _ isASCII: Bool, _ breaking: LineBreaking
  ) -> [TextLine] {
    guard !brief.sources.isEmpty else { return [] }
    var lines = [line(.blank, []), line(.heading, [("Sources", .heading)]), line(.blank, [])]
    let digits = String(brief.sources.last?.number ?? 0).count
    let dot = isASCII ? " - " : " · "
    for source in brief.sources {
      let number = String(source.number)
      let pad = String(repeating: " ", count: max(0, digits - number.count))
      var facts = source.outlet
      if let title = source.title { facts += dot + title }
      if let date = source.date { facts += dot + DateText.medium(date) }
      if source.citations.isEmpty { facts += dot + "not cited" }
      let indent = String(repeating: " ", count: digits + 3)
      for (index, part) in wrap(facts, width: width - indent.count, breaking).enumerated() {
        let lead = index == 0 ? pad + "[\(number)] " : indent
        lines.append(line(.text, [(lead, .citationNumber), (part, .text)]))
      }
      lines.append(line(.text, [(indent, .text), (source.url.ascii, .link)]))
    }
    return lines
  }

  private static func wrap(_ text: String, width: Int, _ breaking: LineBreaking) -> [String] {
    var flow = TextFlow()
    flow.append(text, role: .text)
    return TextWrapping(breaking: breaking).pieces(of: flow, width: width).map { piece in
      flow.runs(of: piece, column: 0).map(\.text).joined()
    }
  }

  private static func line(_ kind: TextLine.Kind, _ pieces: [(String, Role)]) -> TextLine {
    var line = TextLine(kind: kind, section: nil, offset: 0)
    var column = 0
    for (text, role) in pieces {
      let width = DisplayWidth.of(text)
      line.runs.append(TextRun(text: text, column: column, width: width, role: role))
      column += width
    }
    return line
  }
}
