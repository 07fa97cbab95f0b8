import Cells

/// A small terminal of xterm's kind: what a program wrote, as a reader would see it.
package struct Screen: Sendable, CustomStringConvertible {
  package private(set) var rows: Int
  package private(set) var columns: Int
  package private(set) var cells: [[ScreenCell]]
  package var row = 0
  package var column = 0
  /// Private modes that are set now: 25 cursor, 1049 alternate screen, 2004 paste, 1000 mouse …
  package var modes: Set<Int> = [25, 7]
  /// Every OSC but the links, without its ends: "52;c;…".
  package var commands: [String] = []
  /// What a DCS held.
  package var passedOn: [String] = []
  /// Sequences that this terminal does not know; to be empty.
  package var unknown: [String] = []
  /// How often a mode was set: synchronized output is 2026.
  package var timesSet: [Int: Int] = [:]
  package var look = ScreenLook()
  var top = 0
  var bottom: Int
  /// Columns between margins at the sides (DECSLRM), where there are any.
  package var margins: Range<Int>?
  /// Private modes that were asked for (DECRQM), as long as nobody has answered.
  package var questions: [Int] = []
  var isWrapPending = false
  var saved = (row: 0, column: 0)
  /// What DECSC keeps with the cursor; links are no part of it.
  var savedLook = ScreenLook()
  private var main: [[ScreenCell]]?
  var pending: [UInt8] = []

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    bottom = rows - 1
    cells = Self.blank(rows, columns)
  }

  private static func blank(_ rows: Int, _ columns: Int) -> [[ScreenCell]] {
    Array(repeating: Array(repeating: ScreenCell(), count: columns), count: rows)
  }

  /// Whether the program has given the terminal back as it found it.
  package var isGivenBack: Bool {
    modes == [25, 7] && look == ScreenLook() && main == nil && top == 0 && bottom == rows - 1
      && margins == nil
  }

  /// The text of a row without the blanks at its end.
  package func text(_ row: Int) -> String {
    guard cells.indices.contains(row) else { return "" }
    let all = cells[row].map(\.text).joined()
    return String(all.reversed().drop { $0 == " " }.reversed())
  }

  package var description: String { "\n" + text }

  /// All rows, one a line.
  package var text: String { (0..<rows).map(text).joined(separator: "\n") }

  /// The cells of the first place where a text stands.
  package func cells(of wanted: String) -> [ScreenCell]? {
    for line in cells {
      for start in line.indices {
        var found = ""
        for end in start..<columns where found.count < wanted.count {
          found += line[end].text
          if found == wanted { return Array(line[start...end]) }
        }
      }
    }
    return nil
  }

  package func contains(_ wanted: String) -> Bool { text.contains(wanted) }

  /// Takes another size, cutting or adding at the right and the bottom.
  package mutating func resize(rows: Int, columns: Int) {
    var resized = Self.blank(rows, columns)
    for row in 0..<min(rows, self.rows) {
      for column in 0..<min(columns, self.columns) {
        resized[row][column] = cells[row][column]
      }
    }
    (self.rows, self.columns, cells) = (rows, columns, resized)
    (top, bottom, margins) = (0, rows - 1, nil)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  // MARK: What sequences do

  /// What erasing leaves: the background stays (bce).
  private var erased: ScreenCell {
    var cell = ScreenCell()
    cell.look.background = look.background
    return cell
  }

  mutating func put(_ scalar: Unicode.Scalar) {
    if margins != nil { unknown.append("text between margins") }
    let width = DisplayWidth.of(scalar)
    guard width > 0 else {
      if width == 0, let last = lastWritten {
        cells[last.0][last.1].text.unicodeScalars.append(scalar)
      }
      return
    }
    if isWrapPending || column + width > columns {
      column = 0
      lineFeed()
    }
    isWrapPending = false
    cells[row][column] = ScreenCell(text: String(Character(scalar)), look: look)
    if width == 2 { cells[row][column + 1] = ScreenCell(text: "", look: look) }
    column += width
    if column >= columns {
      column = columns - 1
      isWrapPending = true
    }
  }

  private var lastWritten: (Int, Int)? {
    var before = isWrapPending ? column : column - 1
    while before > 0, cells[row][before].text.isEmpty { before -= 1 }
    return before >= 0 ? (row, before) : nil
  }

  mutating func lineFeed() {
    if row == bottom { scroll(up: 1, from: top) } else { row = min(row + 1, rows - 1) }
  }

  mutating func reverseLineFeed() {
    if row == top { scroll(down: 1, from: top) } else { row = max(row - 1, 0) }
  }

  /// Moves the lines from one on, as far as the region and the margins reach; as in a terminal
  /// nothing happens where the first or the cursor lies outside of them.
  mutating func scroll(up count: Int, from first: Int) {
    guard isInside(first) else { return }
    for row in first...bottom { take(row: row, from: row + count) }
  }

  mutating func scroll(down count: Int, from first: Int) {
    guard isInside(first) else { return }
    for row in (first...bottom).reversed() {
      take(row: row, from: row - count < first ? bottom + 1 : row - count)
    }
  }

  private func isInside(_ first: Int) -> Bool {
    (top...bottom).contains(first) && (margins?.contains(column) ?? true)
  }

  /// Puts what stands in one row into another, blanks where there is none in the region.
  private mutating func take(row: Int, from other: Int) {
    guard let margins else {
      cells[row] = other > bottom ? Array(repeating: erased, count: columns) : cells[other]
      return
    }
    for column in margins { cells[row][column] = other > bottom ? erased : cells[other][column] }
    breakCut(row, at: margins)
  }

  /// A wide character of which one half has moved is none any more.
  private mutating func breakCut(_ row: Int, at margins: Range<Int>) {
    for edge in [margins.lowerBound, margins.upperBound] where edge > 0 && edge < columns {
      let isWide = cells[row][edge - 1].text.unicodeScalars.first.map { DisplayWidth.of($0) == 2 }
      if isWide == true || cells[row][edge].text.isEmpty {
        if isWide == true { cells[row][edge - 1].text = "?" }
        if cells[row][edge].text.isEmpty { cells[row][edge].text = "?" }
      }
    }
  }

  mutating func move(row: Int, column: Int) {
    self.row = max(0, min(rows - 1, row))
    self.column = max(0, min(columns - 1, column))
    isWrapPending = false
  }

  mutating func erase(row: Int, columns range: Range<Int>) {
    for column in range.clamped(to: 0..<columns) { cells[row][column] = erased }
  }

  mutating func eraseLine(_ kind: Int) {
    let ranges = [column..<columns, 0..<(column + 1), 0..<columns]
    if ranges.indices.contains(kind) { erase(row: row, columns: ranges[kind]) }
  }

  mutating func eraseDisplay(_ kind: Int) {
    let others = [(row + 1)..<max(rows, row + 1), 0..<row, 0..<rows]
    guard others.indices.contains(kind) else { return }
    for row in others[kind] { erase(row: row, columns: 0..<columns) }
    if kind < 2 { eraseLine(kind) }
  }

  mutating func insertBlanks(_ count: Int) {
    for _ in 0..<min(count, columns - column) {
      cells[row].removeLast()
      cells[row].insert(erased, at: column)
    }
  }

  mutating func deleteCells(_ count: Int) {
    for _ in 0..<min(count, columns - column) {
      cells[row].remove(at: column)
      cells[row].append(erased)
    }
  }

  mutating func set(mode: Int, _ isOn: Bool) {
    if isOn { timesSet[mode, default: 0] += 1 }
    if isOn { modes.insert(mode) } else { modes.remove(mode) }
    if mode == 69, !isOn { margins = nil }
    guard mode == 1049 else { return }
    if isOn, main == nil {
      main = cells
      saved = (row, column)
      cells = Self.blank(rows, columns)
    } else if !isOn, let kept = main {
      main = nil
      let size = (rows, columns)
      cells = kept
      (rows, columns) = (kept.count, kept.first?.count ?? 0)
      resize(rows: size.0, columns: size.1)
      move(row: saved.row, column: saved.column)
    }
  }
}

extension Screen {
  /// What was sent to the clipboard (OSC 52), among the commands.
  package var copies: [String] { commands.filter { $0.hasPrefix("52;") } }
}
