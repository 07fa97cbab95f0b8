import Cells

/// The lines of one region move up or down, and the columns beside it stay.
struct RegionScroll: Equatable {
  let region: Region
  /// How many lines up; down where it is negative.
  let lines: Int

  /// What moving the lines costs in bytes, which it has to save at least.
  private static let cost = 64

  /// How a region comes closest to the next grid; nil where moving its lines saves nothing, or where
  /// a wide character stands across its edge.
  static func between(_ old: Grid, _ new: Grid, in region: Region) -> RegionScroll? {
    guard region.rows.count > 1, region.columns.count > 1 else { return nil }
    let saved = letters(kept: old, new, region)
    guard let best = saved.max(by: { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) }),
      best.key != 0, best.value - (saved[0] ?? 0) > cost, !cutsCharacters(region, of: old)
    else { return nil }
    return RegionScroll(region: region, lines: best.key)
  }

  /// For each number of lines how many letters are where they belong once they have moved by it.
  private static func letters(kept old: Grid, _ new: Grid, _ region: Region) -> [Int: Int] {
    var rows: [Int: Int] = [:]
    for row in region.rows {
      let line = Line(row, region.columns, of: old)
      // Of lines that are the same nobody knows which one has moved where.
      rows[line.hash] = rows[line.hash] == nil ? row : -1
    }
    var saved: [Int: Int] = [:]
    for row in region.rows {
      let line = Line(row, region.columns, of: new)
      if line.letters > 0, let before = rows[line.hash], before >= 0 {
        saved[before - row, default: 0] += line.letters
      }
    }
    return saved
  }

  private static func cutsCharacters(_ region: Region, of grid: Grid) -> Bool {
    region.rows.contains { row in
      [region.columns.lowerBound, region.columns.upperBound].contains {
        $0 < grid.columns && grid[row, $0].isContinuation
      }
    }
  }

  /// What stands in one row of a region. That two are taken for the same wrongly costs bytes alone,
  /// as what is still wrong after lines have moved is drawn.
  private struct Line {
    private(set) var hash = 0
    private(set) var letters = 0

    init(_ row: Int, _ columns: Range<Int>, of grid: Grid) {
      for column in columns {
        let base = grid[row, column].base
        hash = hash &* 31 &+ Int(base)
        if base != 0x20 { letters += 1 }
      }
    }
  }

  /// Moves the lines on the terminal: margins on all four sides, lines deleted or inserted, no
  /// margins. Where the cursor is afterwards is not told.
  var sequence: String {
    let (top, left) = (region.rows.lowerBound + 1, region.columns.lowerBound + 1)
    let (bottom, right) = (region.rows.upperBound, region.columns.upperBound)
    let escape = "\u{1B}["
    return "\(escape)?\(MarginInquiry.mode)h\(escape)\(left);\(right)s\(escape)\(top);\(bottom)r"
      + "\(escape)\(top);\(left)H\(escape)\(abs(lines))\(lines > 0 ? "M" : "L")"
      + "\(escape)r\(escape)?\(MarginInquiry.mode)l"
  }

  /// The first cell of the lines that have come in.
  var firstNew: (row: Int, column: Int) {
    (lines > 0 ? region.rows.upperBound - lines : region.rows.lowerBound, region.columns.lowerBound)
  }
}
