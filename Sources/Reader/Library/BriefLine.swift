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
  /// How many lines a row takes, and the heading of a group.
  var perRow: (Int) -> Int = { _ in 1 }
  var perHeading: (Int) -> Int = { _ in 1 }

  /// The lines from the top of a cursor's list on, each with the line that it begins at; the first
  /// row may begin above the screen.
  func from(_ cursor: ListCursor) -> [(line: Int, content: BriefLine)] {
    let top = cursor.top
    var lines: [(line: Int, content: BriefLine)] = []
    var line = 0
    for row in max(0, top)..<max(0, top, list.count) {
      let tall = perRow(row) - (row == top && row == cursor.selected ? cursor.hidden : 0)
      if let group = list.group(of: row), row == top || list.groups[group].first == row {
        let heading = perHeading(group)
        guard line + heading + tall <= height || row == top else { break }
        lines.append((line, .heading(group)))
        line += heading
      }
      guard line + tall <= height || row == top else { break }
      lines.append((line, .row(row)))
      line += tall
    }
    return lines
  }

  /// The first row from which on a row is still wholly on the screen.
  func top(for row: Int) -> Int {
    var top = row
    var line = perRow(row) + (list.group(of: row).map(perHeading) ?? 0)
    while top > 0 {
      if list.groupStarts(at: top) { line += list.group(of: top - 1).map(perHeading) ?? 0 }
      line += perRow(top - 1)
      guard line <= height else { break }
      top -= 1
    }
    return top
  }

  /// How many lines of a row have no room below its group's heading.
  func mostHidden(_ row: Int) -> Int {
    guard row >= 0, row < list.count else { return 0 }
    return max(0, perRow(row) + (list.group(of: row).map(perHeading) ?? 0) - height)
  }

  /// Scrolls so that the cursor is on the screen, and no room is left empty.
  func settle(_ cursor: inout ListCursor) {
    cursor.selected = max(0, min(list.count - 1, cursor.selected))
    cursor.top = min(cursor.top, cursor.selected)
    cursor.top = max(cursor.top, top(for: cursor.selected))
    cursor.top = max(0, min(cursor.top, top(for: list.count - 1)))
    cursor.hidden = max(0, min(cursor.hidden, mostHidden(cursor.selected)))
  }

  /// Scrolls through the row under the cursor; false where there is no more of it that way.
  func scroll(through cursor: inout ListCursor, by step: Int) -> Bool {
    let hidden = mostHidden(cursor.selected)
    // What a row has no room for is counted below the heading of its group.
    let rows = TallRows(
      count: list.count, visible: perRow(cursor.selected) - hidden, height: perRow)
    return hidden > 0 && rows.scroll(&cursor, by: step)
  }

  /// Scrolls without moving the cursor more than it must.
  func scroll(_ cursor: inout ListCursor, by rows: Int) {
    cursor.top = max(0, min(cursor.top + rows, top(for: list.count - 1)))
    let shown = self.rows(from: cursor.top)
    cursor.selected = max(shown.lowerBound, min(cursor.selected, shown.upperBound - 1))
  }

  /// The rows that are on the screen from a row on; one at least, be it there or not.
  func rows(from top: Int) -> Range<Int> {
    let count = from(ListCursor(selected: top, top: top)).count {
      if case .row = $0.content { true } else { false }
    }
    return top..<top + max(1, count)
  }
}
