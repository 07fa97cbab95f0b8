import BriefModel
import Cells

/// What lies over the panes in linear mode, from the left edge on and in as many lines as it needs.
extension State {
  /// A peek as lines that scroll, its title the first of them; addresses stay in one piece.
  func linearPanel(_ peek: PeekOverlay) -> [Panel.Line] {
    let panel = panel(of: peek)
    return ([Panel.Line(panel.title, .overlayHeader)] + panel.lines).flatMap { line in
      let text = line.text.first == " " ? String(line.text.dropFirst()) : line.text
      let width = DisplayWidth.of(text) <= columns ? columns : columns - 1
      return folded(text, to: width).map { Panel.Line($0, line.role) }
    }
  }

  func drawLinear(_ peek: PeekOverlay, _ canvas: inout Canvas) {
    canvas.grid.removeRegions()
    for row in 0..<rows - 1 { canvas.grid.fill(row: row, style: canvas.theme[.overlay]) }
    for (row, line) in linearPanel(peek).dropFirst(panelTop).prefix(overlayRows).enumerated() {
      canvas.write(line.text, line.role, row: row, column: 0)
    }
  }

  func drawLinear(_ help: some Collection<HelpLine>, _ canvas: inout Canvas) {
    for (row, line) in help.prefix(overlayRows).enumerated() {
      let role: Role =
        switch line.kind {
        case .group: .overlayHeader
        case .command: line.isAvailable ? .overlay : .textDim
        case .reason, .moreReason, .blank: .textDim
        }
      canvas.write(line.text, role, row: row + overlayTop, column: 0)
    }
  }

  /// The rows of a list that lies over the panes.
  func drawOverlay(_ rows: LinearRows, _ cursor: ListCursor, _ canvas: inout Canvas) {
    var cursor = cursor
    rows.tall.settle(&cursor)
    for shown in rows.tall.shown(from: cursor) {
      let isSelected = shown.row == cursor.selected
      let row = overlayTop + shown.line
      if isSelected { canvas.writeCursor(row: row, column: 0) }
      draw(
        rows.lines(shown.row).dropFirst(shown.hidden), isSelected ? .rowCurrent : .row, row: row,
        before: self.rows - statusRows, &canvas)
    }
  }
}
