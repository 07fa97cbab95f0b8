import Cells

/// About how many bytes the lines of a region take to become those of the next grid, where they stand
/// and once they have moved. It decides alone whether they move: what is still wrong then is drawn.
struct RegionEffort {
  private let old: [Line]
  private let new: [Line]
  /// The effort where no line moves.
  let whereItStands: Int

  init(_ old: Grid, _ new: Grid, _ region: Region) {
    let before = region.rows.map { Line($0, region.columns, of: old) }
    let after = region.rows.map { Line($0, region.columns, of: new) }
    whereItStands = before.indices.reduce(0) { sum, index in
      guard before[index] != after[index] else { return sum }
      let row = region.rows.lowerBound + index
      let kept = Self.lettersKept(row, region.columns, old, new)
      return sum + after[index].effort(over: before[index]) - kept
    }
    (self.old, self.new) = (before, after)
  }

  /// By how many lines it is best to move, and what is left to do then; all of them may go.
  var best: (lines: Int, effort: Int)? {
    var candidates: Set<Int> = [old.count]
    let places = Dictionary(old.indices.map { (old[$0].hash, $0) }) { _, _ in -1 }
    for (index, line) in new.enumerated() where line.letters > 0 {
      if let place = places[line.hash], place >= 0 { candidates.insert(place - index) }
    }
    candidates.remove(0)
    return candidates.prefix(Self.mostCandidates).map { ($0, effort(movedBy: $0)) }
      .min { ($0.1, abs($0.0)) < ($1.1, abs($1.0)) }
  }

  /// Lines that move differently are rare, and no reason to try everything.
  private static let mostCandidates = 12

  private func effort(movedBy lines: Int) -> Int {
    new.indices.reduce(0) { sum, index in
      let source = old.indices.contains(index + lines) ? old[index + lines] : Line()
      return sum + (source == new[index] ? 0 : new[index].effort(over: source))
    }
  }

  /// The letters of one row that stay where they are, in stretches over which the cursor is moved.
  private static func lettersKept(_ row: Int, _ columns: Range<Int>, _ old: Grid, _ new: Grid)
    -> Int
  {
    var (kept, stretch) = (0, 0)
    for column in columns {
      let base = new[row, column].base
      if base != 0x20, base == old[row, column].base { stretch += 1 } else { stretch = 0 }
      if stretch == longEnough { kept += longEnough } else if stretch > longEnough { kept += 1 }
    }
    return kept
  }

  private static let longEnough = 8
}

extension RegionEffort {
  /// What stands in one row of a region, of which the looks are left out.
  private struct Line: Equatable {
    private(set) var hash = 0
    private(set) var letters = 0
    private var end = 0

    init() {}

    init(_ row: Int, _ columns: Range<Int>, of grid: Grid) {
      for column in columns {
        let base = grid[row, column].base
        guard base != 0x20 else { continue }
        hash = (hash &+ column) &* 31 &+ Int(base)
        letters += 1
        end = column + 1
      }
    }

    /// Its letters, erasing what reaches beyond them, and going to where only that is to be done.
    func effort(over other: Line) -> Int {
      letters + (end < other.end ? Self.erasing + (letters == 0 ? Self.going : 0) : 0)
    }

    private static let erasing = 3
    private static let going = 4
  }
}
