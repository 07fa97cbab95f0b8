import Cells
import Reader
import Terminal

/// Writes laid-out lines as text, with or without SGR (ECMA-48 8.3.117).
struct TextPrinter {
  private let theme: Theme
  private let depth: ColorDepth?

  /// Without a depth the text is bare: not even bold.
  init(theme: Theme, depth: ColorDepth?) {
    self.theme = theme.withoutPage
    self.depth = depth
  }

  /// The lines with their ends; no line has spaces at its end.
  func text(of lines: [TextLine]) -> String {
    var text = ""
    for line in lines {
      append(line, to: &text)
      while text.last == " " { text.removeLast() }
      text += "\n"
    }
    return text
  }

  private func append(_ line: TextLine, to text: inout String) {
    let shown = line.runs.lastIndex { run in run.text.contains { $0 != " " } }
    var column = 0
    for run in line.runs.prefix((shown ?? -1) + 1) {
      text += String(repeating: " ", count: max(0, run.column - column))
      text += styled(run)
      column = run.column + run.width
    }
  }

  private func styled(_ run: TextRun) -> String {
    var style = theme[run.role]
    style.attributes.formUnion(run.attributes)
    return styled(run.text, style)
  }

  /// Text in the style of a role.
  func styled(_ text: String, _ role: Role) -> String { styled(text, theme[role]) }

  private func styled(_ text: String, _ style: Style) -> String {
    guard let depth else { return text }
    let parameters = Ink(style, depth: depth).parameters
    return parameters.isEmpty ? text : "\u{1B}[\(parameters)m\(text)\u{1B}[m"
  }
}
