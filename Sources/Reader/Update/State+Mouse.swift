import Cells

extension State {
  /// A click focuses a pane and selects what it shows there; a second one on a row opens it.
  mutating func click(row: Int, column: Int) -> [Effect] {
    clearNote()
    guard prompt == nil else { return [] }
    if overlay != nil { return clickOverlay(line: row) }
    guard let (pane, area) = pane(row: row, column: column) else { return [] }
    let wasFocused = focus == pane
    focus = pane
    let line = row - area.row - headerRows(pane)
    guard line >= 0 else { return [] }
    if pane == .text {
      clickText(line: line, column: column - area.column - textMeasure.left)
      return []
    }
    guard pane == .briefs else {
      let row =
        options.isLinear
        ? linearRows(pane).tall.shown(from: cursor(of: pane)).last { $0.line <= line }?.row ?? .max
        : cursor(of: pane).top + line / rowsPerItem(pane)
      return click(on: row, in: pane, again: wasFocused)
    }
    // A heading is no row.
    let lines = briefLines
    guard let clicked = lines.from(briefs).last(where: { $0.line <= line }),
      case .row(let row) = clicked.content, line < clicked.line + lines.perRow(row)
    else { return [] }
    return click(on: row, in: pane, again: wasFocused)
  }

  private mutating func click(on target: Int, in pane: Pane, again: Bool) -> [Effect] {
    guard target < rowCount(of: pane) else { return [] }
    let old = cursor(of: pane).selected
    let effects = move(by: target - old)
    if pane == .sections { goTo(section: target) }
    guard again, old == target, cursor(of: pane).selected == target else { return effects }
    switch pane {
    case .briefs, .sections: return effects + follow(nil)
    case .sources, .text: return effects
    }
  }

  private mutating func clickText(line: Int, column: Int) {
    guard let layout, let clicked = layout.lines[safe: text.top + line] else { return }
    let shift = clicked.kind == .preformatted ? text.sideways : 0
    let run = clicked.runs.first {
      ($0.column..<$0.column + $0.width).contains(column + shift)
    }
    if let link = run?.link { select(link: link) }
  }

  private func rowCount(of pane: Pane) -> Int {
    switch pane {
    case .briefs: list.count
    case .sections: outline.count
    case .sources: brief?.sources.count ?? 0
    case .text: layout?.lines.count ?? 0
    }
  }

  /// The wheel scrolls what is under it.
  mutating func turnWheel(row: Int, column: Int, lines: Int) -> [Effect] {
    guard prompt == nil else { return [] }
    if overlay != nil { return turnWheelOverOverlay(lines) }
    guard let (pane, _) = pane(row: row, column: column) else { return [] }
    switch pane {
    case .text: scroll(by: lines)
    case .briefs:
      briefLines.scroll(&briefs, by: lines)
    case .sections:
      sections.scroll(by: lines, count: outline.count, visible: visibleRows(.sections))
    case .sources:
      sources.scroll(
        by: lines, count: brief?.sources.count ?? 0,
        visible: visibleRows(.sources) / rowsPerItem(.sources))
    }
    return []
  }

  private func cursor(of pane: Pane) -> ListCursor {
    switch pane {
    case .briefs: briefs
    case .sections: sections
    case .sources, .text: sources
    }
  }

  private func pane(row: Int, column: Int) -> (Pane, Rectangle)? {
    arrangement.panes.first { $0.value.contains(row: row, column: column) }
      .map { ($0.key, $0.value) }
  }
}
