import CNcurses
import Cells
import Glibc

/// The terminal library's picture of the screen, and how a Grid gets there.
final class Canvas {
  let description: Description
  let depth: ColorDepth
  let sendsLinks: Bool
  private let isASCIIOnly: Bool
  let frame: FrameFile
  private let screen: OpaquePointer
  private(set) var shown: Grid?
  /// Slots that each row shows, and whether a colour or link of it found none.
  private var rows: [RowSlots] = []
  private var foreground = Slots()
  private var background = Slots(isBackground: true)
  private var inks: [Style: Ink] = [:]
  private var pairs: [ColorPair: Int32] = [:]
  private var templates: [CellLook: cchar_t] = [:]
  /// How the terminal shows text; nil where others may have changed it.
  private var look: Rendition?
  private(set) var isCursorShown = true
  private var hasLeft = false
  /// Whether the terminal has margins at its sides.
  var hasMargins = false

  /// Starts the library for a terminal of this size.
  init(
    options: TerminalOptions, rows: Int, columns: Int, isASCIIOnly: Bool = false
  ) throws(TerminalError) {
    self.isASCIIOnly = isASCIIOnly
    frame = try FrameFile()
    (screen, description) = try Self.start(frame, environment: options.environment)
    depth =
      options.depth
      ?? ColorDepth(
        colors: description.colors, describesRGB: description.describesRGB,
        environment: options.environment)
    sendsLinks = options.sendsLinks && description.canUseSlots
    setUp()
    resize(rows: rows, columns: columns)
    // The library has begun with the size of the terminal's description, scroll region and all:
    // that is thrown away, and the first frame begins anew.
    _ = leave()
  }

  deinit { delscreen(screen) }

  private func setUp() {
    noecho()
    nonl()
    typeahead(-1)
    if depth != .none || sendsLinks {
      start_color()
      use_default_colors()
    }
    let window = broadsheet_screen()
    keypad(window, true)
    idlok(window, true)
    leaveok(window, true)
    show(cursor: nil)
  }

  /// Takes a new size; everything is drawn anew, for a terminal may have moved its lines.
  func resize(rows: Int, columns: Int) {
    resize_term(Int32(rows), Int32(columns))
    forget()
  }

  /// Has the next frame draw everything anew.
  func forget() {
    shown = nil
    broadsheet_forget_screen()
  }

  /// Leaves the screen to others and returns the bytes that do so.
  func leave() -> [UInt8] {
    endwin()
    hasLeft = true
    look = nil
    forget()
    return frame.take()
  }

  /// Makes the bytes that turn the screen into this grid; none where it shows it already.
  ///
  /// While one is made the slots of what goes are still taken: rows that found none for a link or a
  /// colour get what became free at once.
  func bytes(for grid: Grid) -> [UInt8] {
    let bytes = change(to: grid)
    guard rows.contains(where: \.isLacking) else { return bytes }
    return bytes + change(to: grid)
  }

  private func change(to grid: Grid) -> [UInt8] {
    let wasForgotten = shown == nil
    var released: [RowSlots] = []
    if rows.count != grid.rows {
      released += rows
      rows = Array(repeating: RowSlots(), count: grid.rows)
    }
    let moved = scroll(towards: grid, released: &released)
    for row in 0..<grid.rows
    where wasForgotten || rows[row].isLacking || moved.rows.contains(row) || differs(row, in: grid)
    {
      released.append(rows[row])
      rows[row] = compose(row, of: grid)
    }
    show(cursor: grid.cursor)
    if hasLeft { keypad(broadsheet_screen(), true) }
    wnoutrefresh(broadsheet_screen())
    doupdate()
    shown = grid
    let written = filtered(
      moved.bytes + (hasLeft ? frameOfReturn() : frame.take()), of: grid)
    hasLeft = false
    for row in released { release(row) }
    return written
  }

  private func frameOfReturn() -> [UInt8] {
    var bytes = frame.take()
    if let range = bytes.firstRange(of: description.resetColors) { bytes.removeSubrange(range) }
    return bytes
  }

  private func filtered(_ bytes: [UInt8], of grid: Grid) -> [UInt8] {
    guard description.canUseSlots, !bytes.isEmpty else { return bytes }
    return FrameFilter.filter(
      bytes, indents: LineStarts.indents(of: grid), foreground: foreground,
      background: background, look: &look)
  }

  private func differs(_ row: Int, in grid: Grid) -> Bool {
    guard let shown, shown.columns == grid.columns else { return true }
    let start = row * grid.columns
    for index in start..<(start + grid.columns) {
      let (old, new) = (shown.cells[index], grid.cells[index])
      if old != new {
        guard old.link != 0, new.link != 0, old.hasSameLook(as: new) else { return true }
      }
      if new.link != 0, shown.target(of: old) != grid.target(of: new) { return true }
    }
    return false
  }

  private func show(cursor: (row: Int, column: Int)?) {
    if (cursor != nil) != isCursorShown {
      isCursorShown = cursor != nil
      leaveok(broadsheet_screen(), !isCursorShown)
      curs_set(isCursorShown ? 1 : 0)
    }
    if let cursor { wmove(broadsheet_screen(), Int32(cursor.row), Int32(cursor.column)) }
  }

  private func release(_ row: RowSlots) {
    for number in row.foreground { foreground.release(number) }
    for number in row.background { background.release(number) }
  }
}

// MARK: - One row

extension Canvas {
  /// Hands one row to the library and returns the slots that it takes.
  private func compose(_ row: Int, of grid: Grid) -> RowSlots {
    var used = RowSlots()
    var cells: [cchar_t] = []
    cells.reserveCapacity(grid.columns)
    var last: (style: Style, link: UInt16, look: CellLook, template: cchar_t)?
    for column in 0..<grid.columns {
      let cell =
        isASCIIOnly ? grid.cellInASCII(row: row, column: column) : grid[row, column]
      if cell.isContinuation { continue }
      if last?.style != cell.style || last?.link != cell.link {
        let look = look(of: cell, in: grid, used: &used)
        last = (cell.style, cell.link, look, template(for: look))
      }
      guard let last else { continue }
      cells.append(filled(last.template, with: cell, look: last.look))
    }
    mvwadd_wchnstr(broadsheet_screen(), Int32(row), 0, cells, Int32(cells.count))
    return used
  }

  func look(of cell: Cell, in grid: Grid, used: inout RowSlots) -> CellLook {
    let ink = ink(of: cell.style)
    var link = sendsLinks ? grid.target(of: cell) : nil
    if let url = link?.url, !LinkSequence.accepts(url) { link = nil }
    let pair = ColorPair(
      foreground: number(for: ink.foreground, link: link, used: &used),
      background: number(for: ink.background, used: &used))
    return CellLook(pair: self.pair(pair), attributes: ink.attributes)
  }

  func ink(of style: Style) -> Ink {
    if let known = inks[style] { return known }
    let ink = Ink(style, depth: depth)
    inks[style] = ink
    return ink
  }

  /// The library's number for a foreground: the palette's own, or a slot.
  private func number(for tint: Tint, link: Grid.Link?, used: inout RowSlots) -> Int32 {
    if link == nil, let plain = plainNumber(of: tint) { return plain }
    let meaning = Slots.Meaning(tint: tint, link: link)
    if let slot = foreground.number(for: meaning) {
      if !used.foreground.contains(slot) {
        used.foreground.append(slot)
        foreground.retain(slot)
      }
      return Int32(slot)
    }
    used.isLacking = true
    return link == nil ? -1 : number(for: tint, link: nil, used: &used)
  }

  /// The same for a background, which carries no link.
  func number(for tint: Tint, used: inout RowSlots) -> Int32 {
    if let plain = plainNumber(of: tint) { return plain }
    guard let slot = background.number(for: Slots.Meaning(tint: tint)) else {
      used.isLacking = true
      return -1
    }
    if !used.background.contains(slot) {
      used.background.append(slot)
      background.retain(slot)
    }
    return Int32(slot)
  }

  private func plainNumber(of tint: Tint) -> Int32? {
    switch tint {
    case .standard: -1
    case .index(let n): n < Slots.first || !description.canUseSlots ? Int32(n) : nil
    case .rgb(let r, let g, let b):
      description.canUseSlots
        ? nil : Int32(XtermPalette.nearest(red: r, green: g, blue: b, in: 16..<256))
    }
  }

  /// A pair of numbers stays what it is: what may change is behind the slots.
  func pair(_ colors: ColorPair) -> Int32 {
    if colors.foreground < 0, colors.background < 0 { return 0 }
    if let known = pairs[colors] { return known }
    let number = Int32(pairs.count + 1)
    guard init_extended_pair(number, colors.foreground, colors.background) == OK else { return 0 }
    pairs[colors] = number
    return number
  }

  func template(for look: CellLook) -> cchar_t {
    if let known = templates[look] { return known }
    let made = makeCell([0x20], look: look)
    templates[look] = made
    return made
  }

  /// Most cells are one character: only that changes in a cell that the library made.
  private func filled(_ template: cchar_t, with cell: Cell, look: CellLook) -> cchar_t {
    guard cell.marksLow == 0, cell.marksHigh == 0 else {
      return makeCell(cell.scalars.map { wchar_t(bitPattern: $0) }, look: look)
    }
    var filled = template
    filled.chars.0 = wchar_t(bitPattern: cell.base)
    return filled
  }

  private func makeCell(_ scalars: [wchar_t], look: CellLook) -> cchar_t {
    var cell = cchar_t()
    var pair = look.pair
    setcchar(&cell, scalars + [0], look.libraryAttributes, 0, &pair)
    return cell
  }
}
