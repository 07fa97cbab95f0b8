/// The rows of a list that take several lines each, some of them more than the screen has.
struct TallRows {
  let count: Int
  /// Lines that there are for them.
  let visible: Int
  /// Blank lines between two rows.
  var spacing = 0
  /// How many lines a row takes.
  let height: (Int) -> Int

  /// A row on the screen.
  struct Shown: Equatable {
    var row: Int
    /// The line of the screen at which it begins, and how many of its own stand above that.
    var line: Int
    var hidden: Int
  }

  /// The rows on the screen; the last may be cut.
  func shown(from cursor: ListCursor) -> [Shown] {
    var shown: [Shown] = []
    var line = 0
    for row in max(0, cursor.top)..<max(0, cursor.top, count) where line < visible {
      let hidden = row == cursor.selected && row == cursor.top ? cursor.hidden : 0
      shown.append(Shown(row: row, line: line, hidden: hidden))
      line += height(row) - hidden + spacing
    }
    return shown
  }

  /// Scrolls so that the row under the cursor is on the screen, whole where there is room, and no
  /// room is left empty.
  func settle(_ cursor: inout ListCursor) {
    cursor.selected = max(0, min(count - 1, cursor.selected))
    cursor.top = max(0, min(cursor.top, cursor.selected))
    guard count > 0 else { return }
    cursor.top = max(cursor.top, first(endingWith: cursor.selected))
    cursor.top = min(cursor.top, first(endingWith: count - 1))
    cursor.hidden = max(0, min(cursor.hidden, mostHidden(cursor.selected)))
  }

  /// The first row from which on all are whole up to a row; that row itself where it is too tall.
  private func first(endingWith row: Int) -> Int {
    var first = row
    var lines = height(row)
    while first > 0 {
      lines += height(first - 1) + spacing
      guard lines <= visible else { break }
      first -= 1
    }
    return first
  }

  /// How many lines of a row have no room on the screen.
  private func mostHidden(_ row: Int) -> Int { max(0, height(row) - visible) }

  /// Moves the cursor, or scrolls through the row under it as far as there is more of it that way.
  func move(_ cursor: inout ListCursor, _ move: ListMove) {
    switch move {
    case .by(let step):
      if scroll(&cursor, by: step) { return }
      let old = cursor.selected
      cursor.hidden = 0
      cursor.move(by: step, count: count)
      if step < 0, cursor.selected != old { cursor.hidden = mostHidden(cursor.selected) }
    case .to(let row):
      cursor.hidden = 0
      cursor.selected = max(0, min(count - 1, row))
    }
    settle(&cursor)
  }

  /// Scrolls by so many lines, or by a row where that takes more, and moves the cursor no more than
  /// it must to stay on the screen.
  func turnWheel(_ cursor: inout ListCursor, _ lines: Int) {
    guard count > 0, !scroll(&cursor, by: lines) else { return }
    let old = cursor.selected
    let step = lines.signum() * max(1, abs(lines) / height(cursor.top))
    cursor.top = max(0, min(cursor.top + step, first(endingWith: count - 1)))
    let whole = shown(from: cursor).last { $0.line + height($0.row) <= visible }?.row
    cursor.selected = max(cursor.top, min(old, whole ?? cursor.top))
    if step < 0, cursor.selected != old { cursor.hidden = mostHidden(cursor.selected) }
    settle(&cursor)
  }

  /// Scrolls through the row under the cursor; false where there is no more of it that way.
  func scroll(_ cursor: inout ListCursor, by step: Int) -> Bool {
    guard count > 0 else { return false }
    let most = mostHidden(cursor.selected)
    guard step > 0 ? cursor.hidden < most : cursor.hidden > 0 else { return false }
    let lines = abs(step) == 1 ? step : step.signum() * max(1, visible - 2)
    cursor.hidden = max(0, min(most, cursor.hidden + lines))
    settle(&cursor)
    return true
  }
}
