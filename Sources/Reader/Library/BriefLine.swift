import BriefModel

/// What stands in the list of briefs below its header.
enum BriefLine: Equatable {
  /// Index of a group, whose heading takes one line.
  case heading(Int)
  /// A row, which takes as many lines as a row of the pane.
  case row(Int)
}

/// How the rows of a list and the headings of their groups fill some lines.
///
/// The first line is always the heading of the first row's group, so that one sees where one is.
struct BriefLines {
  let list: BriefRows
  /// Lines below the pane's header.
  let height: Int
  let perRow: Int

  /// The lines from a row on, each with the line that it begins at.
  func from(_ top: Int) -> [(line: Int, content: BriefLine)] {
    var lines: [(line: Int, content: BriefLine)] = []
    var line = 0
    for row in max(0, top)..<max(0, top, list.count) {
      if let group = list.group(of: row), row == top || list.groups[group].first == row {
        guard line + 1 + perRow <= height || row == top else { break }
        lines.append((line, .heading(group)))
        line += 1
      }
      guard line + perRow <= height || row == top else { break }
      lines.append((line, .row(row)))
      line += perRow
    }
    return lines
  }

  /// The first row from which on a row is still wholly on the screen.
  func top(for row: Int) -> Int {
    var top = row
    var line = perRow + (list.groups.isEmpty ? 0 : 1)
    while top > 0 {
      let isOther = list.groupStarts(at: top)
      line += perRow + (isOther ? 1 : 0)
      guard line <= height else { break }
      top -= 1
    }
    return top
  }

  /// Scrolls so that the cursor is on the screen, and no room is left empty.
  func settle(_ cursor: inout ListCursor) {
    cursor.selected = max(0, min(list.count - 1, cursor.selected))
    cursor.top = min(cursor.top, cursor.selected)
    cursor.top = max(cursor.top, top(for: cursor.selected))
    cursor.top = max(0, min(cursor.top, top(for: list.count - 1)))
  }

  /// Scrolls without moving the cursor more than it must.
  func scroll(_ cursor: inout ListCursor, by rows: Int) {
    cursor.top = max(0, min(cursor.top + rows, top(for: list.count - 1)))
    let shown = self.rows(from: cursor.top)
    cursor.selected = max(shown.lowerBound, min(cursor.selected, shown.upperBound - 1))
  }

  /// The rows that are on the screen from a row on; one at least, be it there or not.
  func rows(from top: Int) -> Range<Int> {
    let count = from(top).count { if case .row = $0.content { true } else { false } }
    return top..<top + max(1, count)
  }
}
