import CNcurses
import Cells

/// A pair of the library's colour numbers; -1 is the terminal's own.
struct ColorPair: Hashable {
  var foreground: Int32
  var background: Int32
}

/// All of a cell but its text, in the library's numbers.
struct CellLook: Hashable {
  var pair: Int32
  var attributes: Style.Attributes

  var libraryAttributes: attr_t {
    var all: attr_t = 0
    if attributes.contains(.bold) { all |= broadsheet_bold() }
    if attributes.contains(.dim) { all |= broadsheet_dim() }
    if attributes.contains(.italic) { all |= broadsheet_italic() }
    if attributes.contains(.underline) { all |= broadsheet_underline() }
    if attributes.contains(.reverse) { all |= broadsheet_reverse() }
    return all
  }
}

/// The slots that one row of the screen shows.
struct RowSlots {
  var foreground: [Int] = []
  var background: [Int] = []
  /// Whether something of it found no slot; it is tried again with the next frame.
  var isLacking = false
}

extension Cell {
  /// Whether two cells differ in nothing but the number of their link.
  func hasSameLook(as other: Cell) -> Bool {
    var other = other
    other.link = link
    return self == other
  }
}

extension Grid {
  /// A cell as ASCII; in the right half of a wide character what its twin has there.
  func cellInASCII(row: Int, column: Int) -> Cell {
    var cell = self[row, column]
    if cell.isContinuation, column > 0 {
      cell.base = ASCIITwin.second(of: self[row, column - 1].base)
    } else {
      cell.base = ASCIITwin.of(cell.base)
    }
    (cell.marksLow, cell.marksHigh) = (0, 0)
    return cell
  }

  func target(of cell: Cell) -> Link? {
    cell.link == 0 || Int(cell.link) > links.count ? nil : links[Int(cell.link) - 1]
  }
}
