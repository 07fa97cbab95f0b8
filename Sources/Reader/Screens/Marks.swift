import Cells

/// The signs that carry state, so that colour never does alone; with twins in ASCII.
struct Marks {
  let isASCII: Bool

  func sign(_ state: ReadState) -> String {
    switch state {
    case .unread: isASCII ? "*" : "●"
    case .read: isASCII ? "." : "○"
    case .changed: isASCII ? "+" : "◆"
    }
  }

  func role(_ state: ReadState) -> Role {
    switch state {
    case .unread: .markUnread
    case .read: .markRead
    case .changed: .markChanged
    }
  }

  var star: String { isASCII ? "#" : "★" }
  var cursor: String { isASCII ? ">" : "▌" }
  var divider: String { isASCII ? "|" : "│" }
  var line: String { isASCII ? "-" : "─" }
  var dot: String { isASCII ? "-" : "·" }
  var ellipsis: String { isASCII ? "..." : "…" }
  var dash: String { isASCII ? "-" : "–" }
  /// At the right edge of a line that scrolls on sideways.
  var more: String { isASCII ? ">" : "›" }
  var times: String { isASCII ? "x" : "×" }

  /// Text cut to a number of columns, with an ellipsis where something was cut.
  func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let room = columns - DisplayWidth.of(ellipsis)
    guard room > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(String(character))
      if width + next > room { break }
      kept.append(character)
      width += next
    }
    while kept.last == " " { kept.removeLast() }
    return kept + ellipsis
  }
}

/// A place to draw on: a grid, the theme and the signs.
struct Canvas {
  var grid: Grid
  let theme: Theme
  let marks: Marks

  /// Writes text in a role; returns the column after it.
  @discardableResult
  mutating func write(
    _ text: String, _ role: Role, row: Int, column: Int, limit: Int? = nil,
    adding attributes: Style.Attributes = [], link: UInt16 = 0
  ) -> Int {
    var style = theme[role]
    style.attributes.formUnion(attributes)
    return column
      + grid.write(text, row: row, column: column, limit: limit, style: style, link: link)
  }

  /// Writes text so that it ends before a column; returns where it begins.
  @discardableResult
  mutating func write(_ text: String, _ role: Role, row: Int, before end: Int) -> Int {
    let start = end - DisplayWidth.of(text)
    write(text, role, row: row, column: max(0, start), limit: end)
    return start
  }

  /// Writes a thin line.
  mutating func rule(row: Int, from: Int, to end: Int) {
    guard end > from else { return }
    write(
      String(repeating: marks.line, count: end - from), .line, row: row, column: from, limit: end)
  }
}
