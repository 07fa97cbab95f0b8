import BriefModel
import Cells

/// Lays a table out in lines: columns as wide as they need, narrowed to the width where that breaks
/// no word, with the cells wrapped.
///
/// One that is too wide even so has a line for each cell where its cells are prose, and else is
/// wider than the text.
struct TableLayout {
  let table: Table
  let width: Int
  let isASCII: Bool
  /// Whether each cell is a line.
  let isLinear: Bool
  let wrapping: TextWrapping
  private(set) var rows: [[TextRun]] = []
  private(set) var links: [LinkTarget.Kind] = []
  private var header: [TextFlow] = []
  private var body: [[TextFlow]] = []

  /// A longer word is broken for the table to fit.
  private static let longestWord = 28
  /// No cell is laid out wider than this.
  private static let widest = 48
  /// A column that would take more is of prose rather than of numbers and names.
  private static let widestOfNames = 20

  init(
    table: Table, brief: Brief, firstLink: Int, width: Int, isASCII: Bool, isLinear: Bool = false,
    wrapping: TextWrapping
  ) {
    self.table = table
    self.width = width
    self.isASCII = isASCII
    self.isLinear = isLinear
    self.wrapping = wrapping
    let flow = { (cell: Table.Cell, role: Role, links: inout [LinkTarget.Kind]) -> TextFlow in
      var builder = FlowBuilder(brief: brief, firstLink: firstLink + links.count)
      builder.append(cell, role: role)
      links += builder.links
      return builder.flow
    }
    header = table.header.map { flow($0, .strong, &links) }
    body = table.rows.map { row in row.map { flow($0, .text, &links) } }
  }

  mutating func build() {
    if isLinear {
      if body.isEmpty { header.forEach { append($0, under: TextFlow(), isRepeated: false) } }
      return appendRecords()
    }
    let natural = naturalWidths()
    let widths = narrowed(natural)
    let isTooWide = widths.reduce(0, +) > room
    if isTooWide, body.count > 0, natural.contains(where: { $0 > Self.widestOfNames }) {
      return appendRecords()
    }
    if header.contains(where: { !$0.bytes.isEmpty }) {
      append(header, widths)
      rows.append([line(widths)])
    }
    let isTall = isMostlyTall(widths)
    for (index, row) in body.enumerated() {
      if index > 0, isTall { rows.append([line(widths)]) }
      append(row, widths)
    }
  }

  /// Whether so many rows are wrapped that lines between them help the eye.
  private func isMostlyTall(_ widths: [Int]) -> Bool {
    let tall = body.count { row in
      zip(row, widths).contains { wrapping.pieces(of: $0, width: $1).count > 1 }
    }
    return tall * 3 > body.count
  }

  /// Columns for the cells, without what stands between them.
  private var room: Int { width - 3 * (table.alignments.count - 1) }

  /// For each column what its widest cell takes.
  private func naturalWidths() -> [Int] {
    widths { DisplayWidth.of($0) }.map { min(Self.widest, max(1, $0)) }
  }

  private func widths(_ width: (String) -> Int) -> [Int] {
    table.alignments.indices.map { column in
      let cells = [header[column]] + body.map { $0[column] }
      return cells.map { width(String(decoding: $0.bytes, as: UTF8.self)) }.max() ?? 0
    }
  }

  /// The widest columns narrowed first until all fit, none to less than its longest word.
  private func narrowed(_ natural: [Int]) -> [Int] {
    var widths = natural
    let least = self.widths(Self.longestWord(of:)).map { min(Self.longestWord, $0) }
    while widths.reduce(0, +) > room {
      let free = widths.indices.filter { widths[$0] > max(1, least[$0]) }
      guard let column = free.max(by: { widths[$0] <= widths[$1] }) else { break }
      widths[column] -= 1
    }
    return widths
  }

  /// Columns of the longest word; between characters of Chinese, Japanese and Korean lines may end.
  private static func longestWord(of text: String) -> Int {
    var longest = 0
    var width = 0
    for scalar in text.unicodeScalars {
      let isBreak = scalar == " " || scalar == "\n" || scalar.value >= 0x2E80
      width = isBreak ? 0 : width + max(0, DisplayWidth.of(scalar))
      longest = max(longest, scalar.value >= 0x2E80 ? 2 : width)
    }
    return longest
  }

  // MARK: - Records

  /// Each row as lines of a column's name and its cell.
  private mutating func appendRecords() {
    for (index, row) in body.enumerated() {
      if index > 0 { rows.append([]) }
      for (label, cell) in zip(header, row) where !cell.bytes.isEmpty {
        append(cell, under: label, isRepeated: index > 0)
      }
    }
  }

  /// The name of the column is text of the brief once, and an ornament from then on.
  private mutating func append(_ cell: TextFlow, under label: TextFlow, isRepeated: Bool) {
    var flow = TextFlow()
    if isRepeated {
      flow.append(String(decoding: label.bytes, as: UTF8.self), role: .strong)
    } else {
      flow.append(label)
    }
    let length = flow.bytes.count
    if length > 0 { flow.append(": ", role: .strong) }
    flow.append(cell)
    for (index, piece) in wrapping.pieces(of: flow, width: max(8, width - 2)).enumerated() {
      var runs = flow.runs(of: piece, column: index == 0 ? 0 : 2)
      if isRepeated || length == 0 {
        var end = piece.start
        for run in runs.indices {
          end += runs[run].text.utf8.count
          if end <= length + 2 { runs[run].isOrnament = true }
        }
      }
      rows.append(runs)
    }
  }

  // MARK: - Rows

  private mutating func append(_ cells: [TextFlow], _ widths: [Int]) {
    let pieces = zip(cells, widths).map { wrapping.pieces(of: $0, width: $1) }
    for index in 0..<(pieces.map(\.count).max() ?? 0) {
      var runs: [TextRun] = []
      var left = 0
      for (column, width) in widths.enumerated() {
        if column > 0 { runs.append(ornament(isASCII ? "|" : "│", at: left - 2)) }
        if index < pieces[column].count {
          runs += aligned(
            cells[column].runs(of: pieces[column][index], column: left), column, width)
        }
        left += width + 3
      }
      rows.append(runs)
    }
  }

  private func aligned(_ runs: [TextRun], _ column: Int, _ width: Int) -> [TextRun] {
    guard let first = runs.first, let last = runs.last else { return [] }
    let free = width - (last.column + last.width - first.column)
    let shift =
      switch table.alignments[column] {
      case .natural, .left: 0
      case .center: free / 2
      case .right: free
      }
    return runs.map {
      var run = $0
      run.column += max(0, shift)
      return run
    }
  }

  private func line(_ widths: [Int]) -> TextRun {
    let bar = isASCII ? "-" : "─"
    let text = widths.map { String(repeating: bar, count: $0) }
      .joined(separator: isASCII ? "-+-" : "─┼─")
    return ornament(text, at: 0)
  }

  private func ornament(_ text: String, at column: Int) -> TextRun {
    TextRun(
      text: text, column: column, width: DisplayWidth.of(text), role: .line, isOrnament: true)
  }
}
