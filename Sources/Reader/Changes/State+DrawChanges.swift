import BriefModel
import Cells

extension State {
  func drawChanges(_ changes: ChangesOverlay, _ canvas: inout Canvas) {
    clear(&canvas)
    let left = changesMeasure.left
    let currentLines = changes.layout.lines(ofStop: changes.current)
    for (row, line) in changes.layout.lines.dropFirst(changes.top).prefix(overlayRows).enumerated()
    {
      if currentLines.contains(changes.top + row), !options.isLinear {
        canvas.writeCursor(row: row + overlayTop, column: left - 1)
      }
      for run in line.runs {
        canvas.write(
          run.text, run.role, row: row + overlayTop, column: left + run.column, limit: columns - 1,
          adding: run.attributes)
      }
    }
  }

  /// Which of the changes one is at.
  func place(in changes: ChangesOverlay) -> String {
    let count = changes.layout.stops.count
    return count == 0 ? "all read" : "change \(changes.current + 1)/\(count)"
  }
}
