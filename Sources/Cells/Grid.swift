/// A screen in memory: rows of cells, the links they carry, and where the cursor stands.
///
/// Views draw here and nowhere else; the terminal shows it, tests compare it.
package struct Grid: Equatable, Sendable {
  /// A link that cells carry to the terminal (OSC 8).
  package struct Link: Hashable, Sendable {
    /// Pure printable ASCII (`SourceURL.ascii`).
    package var url: String
    /// The same for all parts of one link that is wrapped over lines.
    package var id: Int

    package init(url: String, id: Int) {
      self.url = url
      self.id = id
    }
  }

  package let rows: Int
  package let columns: Int
  /// `rows × columns` cells, row by row.
  package private(set) var cells: [Cell]
  package private(set) var links: [Link] = []
  /// The parts of it that scroll by themselves, so that a terminal can be told to move the lines of
  /// one alone; that they are told changes nothing of what is shown.
  package private(set) var regions: [Region] = []
  /// How cells look in which nothing stands.
  package let page: Style
  /// Where the terminal's cursor is shown; nil hides it.
  package var cursor: (row: Int, column: Int)?

  /// An empty screen; a negative size counts as 0.
  package init(rows: Int, columns: Int, style: Style = Style()) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    page = style
    cells = Array(repeating: Cell(style: style), count: self.rows * self.columns)
  }

  package static func == (a: Grid, b: Grid) -> Bool {
    a.rows == b.rows && a.columns == b.columns && a.cells == b.cells && a.links == b.links
      && a.cursor?.row == b.cursor?.row && a.cursor?.column == b.cursor?.column
  }

  /// The cell at a place, which must lie in the grid.
  package subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

  /// Registers a link and returns the value for `write`; 0 once 65,535 are registered.
  package mutating func add(link: Link) -> UInt16 {
    guard links.count < Int(UInt16.max) else { return 0 }
    links.append(link)
    return UInt16(links.count)
  }

  /// Tells that a part of it scrolls by itself; the part must lie in the grid.
  package mutating func add(region: Region) { regions.append(region) }

  /// Tells that it scrolls as a whole.
  package mutating func removeRegions() { regions = [] }

  /// Writes text on one row from a column on, cut at `limit` (the grid's width where nil).
  ///
  /// A wide character that would straddle the limit is left out. Text must have passed the
  /// sanitiser; a control or format character that did not is skipped. Returns the columns taken.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, row: Int, column: Int, limit: Int? = nil, style: Style,
    link: UInt16 = 0
  ) -> Int {
    guard row >= 0, row < rows, column < columns, column >= 0 else { return 0 }
    let end = min(limit ?? columns, columns)
    var x = column
    var last: Int?
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if width == 0 {
        if let last { cells[last].add(mark: scalar.value) }
        continue
      }
      guard width > 0 else { continue }
      guard x + width <= end else { break }
      last = put(scalar.value, width: width, row: row, column: x, style: style, link: link)
      x += width
    }
    return x - column
  }

  /// Gives a stretch of one row another style and no text.
  package mutating func fill(row: Int, from: Int = 0, to: Int? = nil, style: Style) {
    guard row >= 0, row < rows else { return }
    for column in max(0, from)..<max(max(0, from), min(to ?? columns, columns)) {
      cells[row * columns + column] = Cell(style: style)
    }
  }

  /// Shows another character of the same width in a cell.
  mutating func setBase(_ base: UInt32, row: Int, column: Int) {
    cells[row * columns + column].base = base
  }

  fileprivate mutating func setStyle(_ style: Style, row: Int, column: Int) {
    cells[row * columns + column].style = style
  }

  private mutating func put(
    _ base: UInt32, width: Int, row: Int, column: Int, style: Style, link: UInt16
  ) -> Int {
    let index = row * columns + column
    clearHalves(at: index, width: width, row: row)
    var cell = Cell(style: style)
    cell.base = base
    cell.link = link
    cells[index] = cell
    if width == 2 {
      cell.base = 0
      cells[index + 1] = cell
    }
    if base > 0xFFFF, DisplayWidth.isUnsettled(base) { settle(at: index, width: width) }
    return index
  }

  /// Shows a box and a blank for a character on whose width terminals do not agree.
  private mutating func settle(at index: Int, width: Int) {
    for place in index..<(index + width) { cells[place].base = place == index ? 0x25A1 : 0x20 }
  }

  /// A wide character of which one half is overwritten leaves a blank in the other.
  private mutating func clearHalves(at index: Int, width: Int, row: Int) {
    if cells[index].isContinuation, index > row * columns { cells[index - 1].base = 0x20 }
    let after = index + width
    if after < (row + 1) * columns, cells[after].isContinuation { cells[after].base = 0x20 }
  }
}

extension Grid {
  /// Gives the cells of a stretch another style, leaving their text.
  package mutating func restyle(row: Int, columns stretch: Range<Int>, style: Style) {
    guard row >= 0, row < rows else { return }
    for column in stretch where column >= 0 && column < columns {
      setStyle(style, row: row, column: column)
    }
  }
}
