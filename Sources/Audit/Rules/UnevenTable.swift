import BriefModel

/// Tables that lose cells, swallow text, or are none.
enum UnevenTable {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    var remarks: [Remark] = []
    for block in manuscript.outline.blocks where !block.range.isEmpty {
      switch block.kind {
      case .table(let columns): remarks += rows(block.range, columns, manuscript)
      case .paragraph: remarks += delimiter(block.range, manuscript)
      case .heading, .code, .html: break
      }
    }
    return remarks
  }

  /// The rows that do not have as many cells as the header.
  private static func rows(
    _ range: Range<Int>, _ columns: Int, _ manuscript: Manuscript
  ) -> [Remark] {
    let first = manuscript.line(of: range.lowerBound)
    let last = manuscript.line(of: range.upperBound - 1)
    // Where the cells of the header are not counted as Markdown counts them, nothing is said.
    guard last > first + 1, isDelimiter(first + 1, manuscript),
      cells(first, manuscript)?.count == columns
    else { return [] }
    return (first + 2...last).compactMap { line in
      guard let row = cells(line, manuscript), row.count != columns else { return nil }
      let bytes = manuscript.lineRange(line)
      if !row.hasPipe {
        return Remark(
          bytes, "this line became a row of the table above; put an empty line before it")
      }
      guard row.count > columns || row.count > 1 else { return nil }
      return Remark(
        bytes,
        "this row has \(row.count) cell\(row.count == 1 ? "" : "s") and the header \(columns)"
          + (row.count > columns
            ? ", so the last are not shown; join cells, or write \\| for a | in the text"
            : "; add the missing cells"))
    }
  }

  /// A row of dashes and pipes in a paragraph: a table was meant.
  private static func delimiter(_ range: Range<Int>, _ manuscript: Manuscript) -> [Remark] {
    let first = manuscript.line(of: range.lowerBound)
    let last = manuscript.line(of: range.upperBound - 1)
    guard last > first else { return [] }
    for line in first + 1...last where isDelimiter(line, manuscript) {
      guard let header = cells(line - 1, manuscript), header.hasPipe,
        let dashes = cells(line, manuscript)
      else { continue }
      let why =
        header.count == dashes.count
        ? "text stands right before it; put an empty line before its header"
        : "the header has \(header.count) cells and this line \(dashes.count); make them the same"
      return [Remark(manuscript.lineRange(line), "this makes no table, as \(why)")]
    }
    return []
  }

  /// Whether a line is a table's second: pipes, dashes, colons.
  private static func isDelimiter(_ line: Int, _ manuscript: Manuscript) -> Bool {
    let bytes = manuscript.text[manuscript.lineRange(line)].drop { $0 == 0x3E || $0.isWhitespace }
    return bytes.contains(0x7C) && bytes.contains(0x2D)
      && bytes.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0.isWhitespace }
  }

  private struct Row {
    var count: Int
    var hasPipe: Bool
  }

  /// The cells of a line; nil where backticks do not tell what is code.
  private static func cells(_ line: Int, _ manuscript: Manuscript) -> Row? {
    let range = manuscript.lineRange(line)
    let bytes = manuscript.text[range].drop { $0 == 0x3E || $0.isWhitespace }
    guard !bytes.isEmpty else { return nil }
    var pipes = 0
    var isCode = false
    var isEscaped = false
    for byte in bytes {
      if byte == 0x60, !isEscaped { isCode.toggle() }
      if byte == 0x7C, !isEscaped, !isCode { pipes += 1 }
      isEscaped = byte == 0x5C && !isEscaped
    }
    guard !isCode else { return nil }
    let opens = bytes.first == 0x7C
    let closes = bytes.last == 0x7C && bytes.dropLast().last != 0x5C && bytes.count > 1
    return Row(count: pipes + 1 - (opens ? 1 : 0) - (closes ? 1 : 0), hasPipe: pipes > 0)
  }
}
