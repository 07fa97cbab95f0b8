/// One column of one row.
///
/// A wide character takes two cells: itself, then a `continuation`.
package struct Cell: Equatable, Sendable {
  /// Combining marks after the base, 21 bits each: three here, the fourth in `marksHigh`.
  package var marksLow: UInt64 = 0
  package var marksHigh: UInt32 = 0
  /// The spacing character; 0 in a continuation.
  package var base: UInt32 = 0x20
  package var style: Style
  /// Index into `Grid.links` plus 1; 0 for none.
  package var link: UInt16 = 0

  /// An empty cell.
  package init(style: Style = Style()) { self.style = style }

  /// Whether this is the right half of a wide character.
  package var isContinuation: Bool { base == 0 }

  /// The base and its marks, up to five scalars; empty for a continuation.
  package var scalars: [UInt32] {
    guard base != 0 else { return [] }
    var all = [base]
    for shift in [0, 21, 42] {
      let mark = UInt32(truncatingIfNeeded: marksLow >> UInt64(shift)) & 0x1F_FFFF
      if mark != 0 { all.append(mark) }
    }
    if marksHigh != 0 { all.append(marksHigh) }
    return all
  }

  /// Adds a combining mark; the fifth and later ones are dropped.
  mutating func add(mark: UInt32) {
    for shift in [0, 21, 42] where marksLow >> UInt64(shift) & 0x1F_FFFF == 0 {
      marksLow |= UInt64(mark) << UInt64(shift)
      return
    }
    if marksHigh == 0 { marksHigh = mark }
  }
}
