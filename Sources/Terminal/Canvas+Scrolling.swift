import CNcurses
import Cells

/// Parts of the screen whose lines move by themselves, which the terminal library knows nothing of.
extension Canvas {
  /// Moves lines on the terminal and in the library's picture of it; returns the bytes that do so
  /// there, and the rows in which something may have moved.
  ///
  /// The library is told of the change as of any other, and what it would send for it is thrown
  /// away: the terminal gets to the same screen by less. So the two cannot differ.
  func scroll(towards grid: Grid, released: inout [RowSlots]) -> (bytes: [UInt8], rows: Set<Int>) {
    let wanted = scrolls(towards: grid)
    guard !wanted.isEmpty else { return ([], []) }
    var used = RowSlots()
    let blank = erasedCell(of: grid, used: &used)
    released.append(used)
    let scrolls = wanted.filter { move($0, fill: blank.template) }
    guard let last = scrolls.last else { return ([], []) }
    skip(to: last.firstNew)
    let place = "\u{1B}[\(last.firstNew.row + 1);\(last.firstNew.column + 1)H"
    let text =
      "\u{1B}[m" + blank.rendition + scrolls.map(\.sequence).joined() + "\u{1B}[m" + place
    return (Array(text.utf8), Set(scrolls.flatMap(\.region.rows)))
  }

  private func scrolls(towards grid: Grid) -> [RegionScroll] {
    guard description.isXtermLike, let shown, shown.rows == grid.rows,
      shown.columns == grid.columns
    else { return [] }
    return grid.regions.filter(shown.regions.contains).compactMap {
      RegionScroll.between(shown, grid, in: $0)
    }.filter { $0.isWide || hasMargins }
  }

  /// What comes in where lines move out: the page's background where the terminal fills with it.
  private func erasedCell(
    of grid: Grid, used: inout RowSlots
  ) -> (template: cchar_t, rendition: String) {
    guard description.erasesInColor, description.canUseSlots else {
      return (template(for: CellLook(pair: 0, attributes: [])), "")
    }
    let look = look(of: Cell(style: grid.page), in: grid, used: &used)
    let background = number(for: ink(of: grid.page).background, used: &used)
    return (template(for: look), background < 0 ? "" : "\u{1B}[48;5;\(background)m")
  }

  /// Moves lines in what is to be on the screen; false where that is not to be had.
  private func move(_ scroll: RegionScroll, fill: cchar_t) -> Bool {
    let (rows, columns) = (scroll.region.rows, scroll.region.columns)
    guard
      let part = derwin(
        broadsheet_screen(), Int32(rows.count), Int32(columns.count), Int32(rows.lowerBound),
        Int32(columns.lowerBound))
    else { return false }
    var fill = fill
    wbkgrndset(part, &fill)
    scrollok(part, true)
    wscrl(part, Int32(scroll.lines))
    wsyncup(part)
    delwin(part)
    return true
  }

  /// Has the library take for shown what is to be on the screen, and the cursor for being there.
  private func skip(to place: (row: Int, column: Int)) {
    leaveok(broadsheet_screen(), false)
    wmove(broadsheet_screen(), Int32(place.row), Int32(place.column))
    wnoutrefresh(broadsheet_screen())
    doupdate()
    _ = frame.take()
    leaveok(broadsheet_screen(), !isCursorShown)
  }
}
