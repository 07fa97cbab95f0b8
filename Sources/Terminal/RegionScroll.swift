import Cells

/// The lines of one region move up or down, and what stands beside it stays.
///
/// Lines that move out leave blank ones, so that a whole page that goes needs not be erased line by
/// line where the next one is shorter.
struct RegionScroll: Equatable {
  let region: Region
  /// How many lines up; down where it is negative.
  let lines: Int
  /// Whether it has all columns of the screen, and needs no margins at the sides.
  let isWide: Bool

  /// How a region comes closest to the next grid; nil where moving its lines saves nothing, or where
  /// a wide character stands across its edge.
  ///
  /// Of a wide region the terminal library finds by itself what comes to lie elsewhere, as long as
  /// that is three lines or more, and sends less for it.
  static func between(_ old: Grid, _ new: Grid, in region: Region) -> RegionScroll? {
    let isWide = region.columns == 0..<new.columns
    guard region.rows.count > 1, region.columns.count > 1 else { return nil }
    let effort = RegionEffort(old, new, region)
    guard effort.whereItStands > 0, let best = effort.best,
      effort.whereItStands - best.effort > (isWide ? 28 : 56),
      !isWide || region.rows.count - abs(best.lines) < 3, !cutsCharacters(region, of: old)
    else { return nil }
    return RegionScroll(region: region, lines: best.lines, isWide: isWide)
  }

  private static func cutsCharacters(_ region: Region, of grid: Grid) -> Bool {
    region.rows.contains { row in
      [region.columns.lowerBound, region.columns.upperBound].contains {
        $0 < grid.columns && grid[row, $0].isContinuation
      }
    }
  }

  /// Moves the lines on the terminal: margins, lines deleted or inserted, no margins. Where the
  /// cursor is afterwards is not told.
  var sequence: String {
    let (top, left) = (region.rows.lowerBound + 1, region.columns.lowerBound + 1)
    let (bottom, right) = (region.rows.upperBound, region.columns.upperBound)
    let escape = "\u{1B}["
    let sides = isWide ? "" : "\(escape)?\(MarginInquiry.mode)h\(escape)\(left);\(right)s"
    return sides + "\(escape)\(top);\(bottom)r\(escape)\(top);\(left)H"
      + "\(escape)\(abs(lines))\(lines > 0 ? "M" : "L")\(escape)r"
      + (isWide ? "" : "\(escape)?\(MarginInquiry.mode)l")
  }

  /// The first cell of the lines that have come in.
  var firstNew: (row: Int, column: Int) {
    (lines > 0 ? region.rows.upperBound - lines : region.rows.lowerBound, region.columns.lowerBound)
  }
}
