import BriefModel
import Cells

extension State {
  func drawOverlay(_ canvas: inout Canvas) {
    let covers = !(overlay == nil || isLabelling || isConfirming)
    if covers { canvas.grid.cursor = nil }
    drawWhatLiesOver(&canvas)
    if covers, options.isLinear { canvas.writeCursor(row: isPeek ? 0 : overlayTop, column: 0) }
  }

  /// Whether a question stands in the status line.
  private var isConfirming: Bool {
    if case .confirmAll = overlay { true } else { false }
  }

  private var isPeek: Bool {
    if case .peek = overlay { true } else { false }
  }

  private func drawWhatLiesOver(_ canvas: inout Canvas) {
    switch overlay {
    case .help(let help): drawHelp(help, &canvas)
    case .messages(let top): drawMessages(top, &canvas)
    case .peek(let peek):
      if options.isLinear { drawLinear(peek, &canvas) } else { draw(panel(of: peek), &canvas) }
    case .desk(let desk): drawDesk(desk, &canvas)
    case .saved(let saved): drawSaved(saved, &canvas)
    case .themes(let chooser): drawThemes(chooser, &canvas)
    case .changes(let changes): drawChanges(changes, &canvas)
    case .confirmAll, .labels, nil: break
    }
  }

  // MARK: - Whole screens

  func clear(_ canvas: inout Canvas, title: String? = nil) {
    canvas.grid.removeRegions()
    for row in 0..<rows - 1 { canvas.grid.fill(row: row, style: canvas.theme[.text]) }
    guard options.isLinear else {
      return _ = canvas.write(title ?? overlayTitle, .headerFocused, row: 0, column: 1)
    }
    draw(linearTitle, .headerFocused, row: 0, before: rows - statusRows, &canvas)
  }

  private func drawHelp(_ help: HelpOverlay, _ canvas: inout Canvas) {
    clear(&canvas)
    let lines = helpLines(help)
    if lines.isEmpty { drawNoHelp(&canvas) }
    if options.isLinear { return drawLinear(lines.dropFirst(help.top), &canvas) }
    for (row, line) in lines.dropFirst(help.top).prefix(overlayRows).enumerated() {
      switch line.kind {
      case .blank: break
      case .group: canvas.write(line.text, .overlayHeader, row: row + 2, column: 3)
      case .command: draw(line, row: row + 2, &canvas)
      case .reason:
        canvas.write(
          "\(canvas.marks.dot) \(line.text)", .textDim, row: row + 2, column: helpColumn + 2)
      case .moreReason:
        canvas.write(line.text, .textDim, row: row + 2, column: helpColumn + 4)
      }
    }
  }

  private func drawNoHelp(_ canvas: inout Canvas) {
    let column = options.isLinear ? 0 : 3
    let lines = folded(
      "No command has this in its name, keys or help", to: columns - 1 - column)
    for (row, line) in lines.prefix(overlayRows).enumerated() {
      canvas.write(line, .textDim, row: overlayTop + row, column: column)
    }
  }

  /// Where the words of the help begin, after the keys.
  var helpColumn: Int { columns < 56 ? 14 : 19 }

  private func draw(_ line: HelpLine, row: Int, _ canvas: inout Canvas) {
    let keys = canvas.marks.cut(line.keys, to: helpColumn - 4)
    canvas.write(keys, line.isAvailable ? .overlayKey : .textDim, row: row, column: 3)
    canvas.write(
      line.text, line.isAvailable ? .overlay : .textDim, row: row, column: helpColumn)
  }

  private func drawMessages(_ top: Int, _ canvas: inout Canvas) {
    clear(&canvas)
    let column = options.isLinear ? 0 : 2
    for (row, line) in messageLines.dropFirst(top).prefix(overlayRows).enumerated() {
      canvas.write(
        line.text, line.isFailure ? .error : .overlay, row: row + overlayTop, column: column)
    }
  }

  // MARK: - Panels

  /// Rules above and below, no borders at the sides; at the bottom, or at the top where the bottom
  /// would hide what it is about.
  func draw(_ panel: Panel, _ canvas: inout Canvas) {
    let lowest = panelRows(ofLines: panel.lines.count)
    let height = lowest.count
    let isAtTop = panel.isOfCitation && isHidden(from: lowest.lowerBound)
    let first = isAtTop ? 0 : lowest.lowerBound
    for row in first..<first + height { canvas.grid.fill(row: row, style: canvas.theme[.overlay]) }
    canvas.rule(row: first, from: 0, to: columns)
    canvas.write(
      " \(canvas.marks.cut(panel.title, to: columns - 8)) ", .overlayHeader, row: first, column: 2)
    for (offset, line) in panel.lines.prefix(height - 2).enumerated() {
      canvas.write(line.text, line.role, row: first + 1 + offset, column: 0)
    }
    canvas.rule(row: first + height - 1, from: 0, to: columns)
  }

  /// The rows of the screen that a panel of so many lines takes at the bottom, its rules with them.
  func panelRows(ofLines count: Int) -> Range<Int> {
    let height = min(rows - 3, count + 2)
    let first = max(1, rows - 2 - height)
    return first..<first + height
  }

  /// Whether the selected link, or the line after it, stands at or below a row of the screen.
  private func isHidden(from row: Int) -> Bool {
    guard let link = currentLink, let area = arrangement.panes[.text] else { return false }
    return area.row + headerRows(.text) + link.lines.upperBound - text.top + 1 >= row
  }
}
