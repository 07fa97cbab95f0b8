import BriefModel
package import Cells

extension State {
  /// Draws the whole screen; changes nothing.
  package func draw(theme: Theme, into grid: inout Grid) {
    var canvas = Canvas(
      grid: Grid(rows: grid.rows, columns: grid.columns, style: theme.page), theme: theme,
      marks: Marks(isASCII: options.isASCII, isLinear: options.isLinear))
    if arrangement.isTooSmall {
      drawTooSmall(&canvas)
    } else {
      drawPanes(&canvas)
      drawOverlay(&canvas)
      drawLinkLine(&canvas)
      drawStatusLine(&canvas)
    }
    if !options.isASCII, !options.isLinear { canvas.grid.separateDirections() }
    grid = canvas.grid
  }

  private func drawPanes(_ canvas: inout Canvas) {
    for (pane, area) in arrangement.panes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if options.isLinear {
        drawLinear(pane, area, &canvas)
        continue
      }
      addRegion(pane, area, &canvas)
      if hasNoRow, pane != .briefs { continue }
      switch pane {
      case .briefs: drawBriefs(area, &canvas)
      case .sections: drawSections(area, &canvas)
      case .text: drawText(area, &canvas)
      case .sources: drawSources(area, &canvas)
      }
    }
    for column in arrangement.dividers {
      for row in 0..<rows - 2 {
        canvas.write(canvas.marks.divider, .divider, row: row, column: column)
      }
    }
  }

  /// Whether the list that has the keys has no brief to show beside it.
  private var hasNoRow: Bool { focus == .briefs && list.isLibrary && list.count == 0 }

  /// Below its header a pane scrolls by itself.
  private func addRegion(_ pane: Pane, _ area: Rectangle, _ canvas: inout Canvas) {
    let end = area.row + area.rows
    canvas.grid.add(
      region: Region(
        rows: min(area.row + headerRows(pane), end)..<end,
        columns: area.column..<area.column + area.columns))
  }

  /// Says what the window lacks and, where there is room, what would do in it.
  private func drawTooSmall(_ canvas: inout Canvas) {
    let fewest = Arrangement.fewest(isLinear: options.isLinear)
    let lack = "Too small: needs \(fewest.columns)x\(fewest.rows), has \(columns)x\(rows)"
    let room = takesLinear ? rows - 1 : rows
    let told = [waysOut, shortWaysOut].lazy
      .map { TooSmallText.lines(lack + $0, columns: columns) }.first { $0.count <= room }
    let lines = told ?? TooSmallText.lines(lack, columns: columns)
    for (row, line) in lines.enumerated() { canvas.write(line, .notice, row: row, column: 0) }
    if takesLinear, let prompt, prompt.kind == .command {
      canvas.grid.fill(row: rows - 1, style: canvas.theme[.text])
      drawPrompt(prompt, row: rows - 1, &canvas)
    }
  }

  /// How line by line is had, which takes a smaller window, and which key leaves.
  private var waysOut: String {
    let fewest = Arrangement.fewest(isLinear: true)
    let linear: String? =
      if options.isLinear {
        nil
      } else if takesLinear {
        lineByLine + " shows it line by line"
      } else {
        "line by line needs \(fewest.columns)x\(fewest.rows)"
      }
    let ways = [linear, leavingKey.map { $0 + " leaves" }].compactMap(\.self)
    return ways.isEmpty ? "" : "; " + ways.joined(separator: ", ")
  }

  /// The same by names alone.
  private var shortWaysOut: String {
    let ways = [takesLinear ? lineByLine : nil, leavingKey].compactMap(\.self)
    return ways.isEmpty ? "" : "; " + ways.joined(separator: " or ")
  }

  private var lineByLine: String { (keymap.hint(.commandLine) ?? "broadsheet --") + "linear" }

  private var leavingKey: String? { keymap.hint(.close) ?? keymap.hint(.quit) }

  // MARK: - What panes have in common

  /// A pane's header: what it holds on the left, how much of it on the right of that.
  func drawHeader(
    _ name: String, _ count: String, _ pane: Pane, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let role: Role = focus == pane ? .headerFocused : .header
    let isRule = arrangement.mode == .stacked && pane != .briefs
    if isRule {
      canvas.rule(row: area.row, from: area.column, to: area.column + area.columns)
    }
    let start = (isRule ? inset(area).column + 3 : area.column + 1)
    var text = name + (count.isEmpty ? "" : " " + count)
    if isRule { text = " \(text) " }
    canvas.write(
      text, role, row: area.row, column: start - (isRule ? 1 : 0), limit: area.column + area.columns
    )
    guard isRule else { return }
    let key = keymap.hint(isZoomed ? .zoom : pane == .sources ? .sources : .sections)
    if let key {
      canvas.write(
        isZoomed ? " \(key) shows all " : " \(key) hides ", .textDim, row: area.row,
        before: start + inset(area).columns - 5)
    }
  }

  /// Whether panes stand under one another, the text among them.
  var isUnderText: Bool { arrangement.mode == .stacked && arrangement.panes[.text] != nil }

  /// Where the rows of a list stand: in a stack under one another with the text.
  func inset(_ area: Rectangle) -> Rectangle {
    guard isUnderText else { return area }
    var inset = area
    inset.column += max(0, textMeasure.left - 2)
    inset.columns = min(area.columns - (inset.column - area.column), textMeasure.width + 4)
    return inset
  }

  /// The sign before the row under the cursor; its column is kept free in all rows.
  func drawCursor(_ pane: Pane, row: Int, column: Int, _ canvas: inout Canvas) {
    let role: Role = focus == pane ? .cursor : .textDim
    canvas.writeCursor(role, row: row, column: column)
  }
}
