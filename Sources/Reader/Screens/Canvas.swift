import Cells

/// A place to draw on: a grid, the theme and the signs.
struct Canvas {
  var grid: Grid
  let theme: Theme
  let marks: Marks

  /// Writes text in a role; returns the column after it.
  @discardableResult
  mutating func write(
    _ text: String, _ role: Role, row: Int, column: Int, limit: Int? = nil,
    adding attributes: Style.Attributes = [], link: UInt16 = 0
  ) -> Int {
    var style = theme[role]
    style.attributes.formUnion(attributes)
    return column
      + grid.write(text, row: row, column: column, limit: limit, style: style, link: link)
  }

  /// Writes text so that it ends before a column; returns where it begins.
  @discardableResult
  mutating func write(_ text: String, _ role: Role, row: Int, before end: Int) -> Int {
    let start = end - DisplayWidth.of(text)
    write(text, role, row: row, column: max(0, start), limit: end)
    return start
  }

  /// Whether nothing but a space stands in a cell.
  func isBlank(row: Int, column: Int) -> Bool {
    guard row >= 0, column >= 0, row < grid.rows, column < grid.columns else { return false }
    return grid[row, column].scalars == [0x20]
  }

  /// The sign before what the keys act on; in linear mode the terminal's own cursor stands there.
  mutating func writeCursor(_ role: Role = .cursor, row: Int, column: Int) {
    guard marks.isLinear else { return _ = write(marks.cursor, role, row: row, column: column) }
    if grid.cursor == nil, role == .cursor { grid.cursor = (row, column) }
  }

  /// Writes a thin line.
  mutating func rule(row: Int, from: Int, to end: Int) {
    guard end > from, !marks.isLinear else { return }
    write(
      String(repeating: marks.line, count: end - from), .line, row: row, column: from, limit: end)
  }
}
