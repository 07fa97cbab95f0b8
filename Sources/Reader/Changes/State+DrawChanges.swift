import BriefModel
import Cells

extension State {
  func drawChanges(_ changes: ChangesOverlay, _ canvas: inout Canvas) {
    clear(&canvas, title: "CHANGES  since you read it")
    let left = changesMeasure.left
    for (row, line) in changes.layout.lines.dropFirst(changes.top).prefix(overlayRows).enumerated()
    {
      for run in line.runs {
        canvas.write(
          run.text, run.role, row: row + 2, column: left + run.column, limit: columns - 1,
          adding: run.attributes)
      }
    }
  }

  /// Which of the changes is the last on the screen.
  func place(in changes: ChangesOverlay) -> String {
    let bottom = changes.top + overlayRows
    let seen = changes.layout.stops.prefix { $0 < bottom }.count
    return "change \(seen)/\(changes.layout.stops.count)"
  }
}
