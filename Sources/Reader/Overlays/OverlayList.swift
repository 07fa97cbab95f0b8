/// A list that lies over the panes: its rows, the cursor, and the line of the screen at which it begins.
struct OverlayList {
  let rows: TallRows
  var cursor: ListCursor
  let firstLine: Int

  /// As it is on the screen.
  init(_ rows: TallRows, _ cursor: ListCursor, firstLine: Int) {
    self.rows = rows
    self.cursor = cursor
    self.firstLine = firstLine
    rows.settle(&self.cursor)
  }

  /// The row at a line of the screen; nil beside the rows.
  func row(at line: Int) -> Int? {
    let line = line - firstLine
    guard (0..<rows.visible).contains(line),
      let shown = rows.shown(from: cursor).last(where: { $0.line <= line }),
      line < shown.line + rows.height(shown.row) - shown.hidden + rows.spacing
    else { return nil }
    return shown.row
  }
}
