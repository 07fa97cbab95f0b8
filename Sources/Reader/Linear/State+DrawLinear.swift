import BriefModel
import Cells

/// Linear mode: every row is a sentence from the left edge on, nothing stands beside anything, and
/// the terminal's cursor is where the keys act.
extension State {
  func drawLinear(_ pane: Pane, _ area: Rectangle, _ canvas: inout Canvas) {
    switch pane {
    case .text: drawText(area, &canvas)
    case .briefs: drawLinearBriefs(area, &canvas)
    case .sections: drawLinearSections(area, &canvas)
    case .sources: drawLinearSources(area, &canvas)
    }
  }

  // MARK: - Lists

  private func drawLinearBriefs(_ area: Rectangle, _ canvas: inout Canvas) {
    drawLinearHeader(.briefs, .headerFocused, area, &canvas)
    if list.isLibrary, list.count == 0 { return drawLinearEmptyList(area, &canvas) }
    let lines = briefLines
    let rows = linearRows(.briefs)
    let first = area.row + headerRows(.briefs)
    for (line, content) in lines.from(briefs) {
      let row = first + line
      switch content {
      case .heading(let group):
        let sentence = linearLines(sentence(of: list.groups[group]))
        draw(sentence, .overlayHeader, row: row, before: area.row + area.rows, &canvas)
      case .row(let index):
        guard let entry = list.entry(at: index).flatMap({ entries[safe: $0] }) else { continue }
        let hidden = index == briefs.top && index == briefs.selected ? briefs.hidden : 0
        draw(
          rows.lines(index).dropFirst(hidden), index == briefs.selected, entry.state.isRead,
          row: row, before: area.row + area.rows, &canvas)
      }
    }
  }

  private func drawLinearEmptyList(_ area: Rectangle, _ canvas: inout Canvas) {
    draw(
      linearLines(emptyList), .textDim, row: area.row + headerRows(.briefs),
      before: area.row + area.rows, &canvas)
  }

  private func drawLinearSections(_ area: Rectangle, _ canvas: inout Canvas) {
    drawLinearHeader(.sections, .headerFocused, area, &canvas)
    if brief != nil, outline.isEmpty {
      canvas.write("No sections", .textDim, row: area.row + headerRows(.sections), column: 0)
    }
    draw(linearRows(.sections), sections, below: headerRows(.sections), area, &canvas) { row in
      entries[current].state(ofSection: row)?.isRead ?? false
    }
  }

  private func drawLinearSources(_ area: Rectangle, _ canvas: inout Canvas) {
    drawLinearHeader(.sources, .headerFocused, area, &canvas)
    draw(linearRows(.sources), sources, below: headerRows(.sources), area, &canvas) { _ in false }
  }

  /// The rows of a list below its header.
  private func draw(
    _ rows: LinearRows, _ cursor: ListCursor, below header: Int, _ area: Rectangle,
    _ canvas: inout Canvas, isRead: (Int) -> Bool
  ) {
    for shown in rows.tall.shown(from: cursor) {
      draw(
        rows.lines(shown.row).dropFirst(shown.hidden), shown.row == cursor.selected,
        isRead(shown.row), row: area.row + header + shown.line, before: area.row + area.rows,
        &canvas)
    }
  }

  private func draw(
    _ lines: some Collection<String>, _ isSelected: Bool, _ isRead: Bool, row: Int,
    before end: Int, _ canvas: inout Canvas
  ) {
    if isSelected { canvas.writeCursor(row: row, column: 0) }
    let role: Role = isSelected ? .rowCurrent : isRead ? .rowRead : .row
    draw(lines, role, row: row, before: end, &canvas)
  }

  /// Lines below one another, as far as there is room.
  func draw(
    _ lines: some Collection<String>, _ role: Role, row: Int, before end: Int,
    _ canvas: inout Canvas
  ) {
    for (offset, line) in lines.enumerated() where row + offset < end {
      canvas.write(line, role, row: row + offset, column: 0)
    }
  }

  // MARK: - Text

  /// What the marks of a section say, behind its heading; those of its words that stand in a line.
  func drawLinearHeadingMarks(_ section: Int, line: Int, row: Int, _ canvas: inout Canvas) {
    guard let layout, let last = layout.lastLine(ofHeading: section) else { return }
    let words = HeadingWords(
      headingWords(section), longest: headingWords(section, as: .changed),
      after: layout.lines[last].width, width: layout.width)
    for piece in words.pieces where last + piece.line == line {
      canvas.write(piece.text, .textDim, row: row, column: piece.column)
    }
  }

  /// The cursor: at the current match, else at the selected link, else at the first line.
  func placeCursor(in area: Rectangle, _ layout: TextLayout, _ canvas: inout Canvas) {
    let first = area.row + headerRows(.text)
    canvas.writeCursor(row: first, column: area.column)
    let match = search.flatMap { search in
      search.pane == .text ? search.current.flatMap { search.matches[safe: $0] } : nil
    }
    let stretch = match?.stretches.first.map { ($0.line, $0.columns.lowerBound) }
    let link = text.link.flatMap { index -> (Int, Int)? in
      let line = layout.links[index].lines.lowerBound
      return layout.lines[line].runs.first { $0.link == index }.map { (line, $0.column) }
    }
    let rows = text.top..<text.top + visibleRows(.text)
    guard let (line, column) = link ?? stretch, rows.contains(line) else { return }
    canvas.grid.cursor = (first + line - text.top, min(column, columns - 1))
  }
}
