/// What keeps fields of a row in their places on terminals that reorder right-to-left text.
///
/// VTE (GNOME Terminal and its kin), Konsole, mlterm and Apple's Terminal apply the Unicode
/// Bidirectional Algorithm (UAX #9) to whole rows of the screen. Two Hebrew texts with nothing but
/// blanks and a line between them are one stretch to it, and change places: the panes of a row would
/// stand in each other's. A character of the left-to-right class between them keeps each where it is;
/// of those one looks like a blank. Marks without a width, as U+200E, do not help: VTE leaves them out
/// of account.
extension Grid {
  /// U+2800, BRAILLE PATTERN BLANK, of class L.
  static let separator: UInt32 = 0x2800

  private static let divider: UInt32 = 0x2502

  /// Puts a separator into the gaps of each row that has a right-to-left character: between what two
  /// or more blanks part, and before the line between panes.
  package mutating func separateDirections() {
    for row in 0..<rows where hasRightToLeft(row) {
      var column = 0
      while column < columns {
        let end = gap(row, from: column)
        if end > column, column > 0, end < columns,
          end - column > 1 || self[row, end].base == Self.divider
        {
          setBase(Self.separator, row: row, column: column)
        }
        column = max(end, column + 1)
      }
    }
  }

  /// The column behind the blanks that begin at a column.
  private func gap(_ row: Int, from column: Int) -> Int {
    var end = column
    while end < columns, self[row, end].base == 0x20, self[row, end].link == 0 { end += 1 }
    return end
  }

  private func hasRightToLeft(_ row: Int) -> Bool {
    cells[row * columns..<(row + 1) * columns].contains {
      $0.base >= 0x590 && Self.isRightToLeft($0.base)
    }
  }

  /// Whether a character is of class R or AL, by the ranges that are theirs by default
  /// (DerivedBidiClass.txt).
  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
