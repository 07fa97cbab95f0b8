import BriefModel
import Cells

/// Lays a table out in lines: columns as wide as they need, narrowed to the width where that is
/// possible, with the cells wrapped.
struct TableLayout {
  let table: Table
  let width: Int
  let isASCII: Bool
  let wrapping: TextWrapping
  private(set) var rows: [[TextRun]] = []
  private(set) var links: [LinkTarget.Kind] = []
  private var header: [TextFlow] = []
  private var body: [[TextFlow]] = []

  /// No cell is made narrower than this for the table to fit.
  private static let narrowest = 10
  /// No cell is laid out wider than this.
  private static let widest = 48

  init(
    table: Table, brief: Brief, firstLink: Int, width: Int, isASCII: Bool, wrapping: TextWrapping
  ) {
    self.table = table
    self.width = width
    self.isASCII = isASCII
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
    let widths = columnWidths()
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

  /// Natural widths, the widest columns narrowed first until all fit.
  private func columnWidths() -> [Int] {
    var widths = (0..<table.alignments.count).map { column in
      let cells = [header[column]] + body.map { $0[column] }
      let natural = cells.map { DisplayWidth.of(String(decoding: $0.bytes, as: UTF8.self)) }
      return min(Self.widest, max(1, natural.max() ?? 1))
    }
    let room = width - 3 * (widths.count - 1)
    while widths.reduce(0, +) > room, let most = widths.max(), most > Self.narrowest {
      guard let column = widths.firstIndex(of: most) else { break }
      widths[column] -= 1
    }
    return widths
  }

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
