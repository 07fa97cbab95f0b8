/// Where a list stands: the row under the cursor, and the first row that is shown.
struct ListCursor: Sendable, Equatable {
  var selected = 0 { didSet { if selected != oldValue { hidden = 0 } } }
  var top = 0
  /// Lines of the row under the cursor that stand above the screen, where it is taller than that.
  var hidden = 0

  mutating func move(by rows: Int, count: Int) {
    selected = max(0, min(count - 1, selected + rows))
  }

  /// Keeps the cursor within so many rows, without scrolling.
  mutating func clamp(to count: Int) { selected = max(0, min(count - 1, selected)) }

  /// Scrolls so that the cursor is among the `visible` rows, and no room is left empty.
  mutating func settle(count: Int, visible: Int) {
    clamp(to: count)
    let visible = max(1, visible)
    if selected < top { top = selected }
    if selected >= top + visible { top = selected - visible + 1 }
    top = max(0, min(top, count - visible))
  }

  /// Scrolls without moving the cursor more than it must.
  mutating func scroll(by rows: Int, count: Int, visible: Int) {
    top = max(0, min(top + rows, count - max(1, visible)))
    selected = max(top, min(selected, top + max(1, visible) - 1))
  }
}
