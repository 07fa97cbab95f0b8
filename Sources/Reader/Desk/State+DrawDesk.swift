import BriefModel
import Cells

extension State {
  func drawDesk(_ desk: SourceDesk, _ canvas: inout Canvas) {
    let names = desk.levels.map(\.name).joined(separator: " › ")
    clear(&canvas, title: canvas.marks.cut(names, to: columns - 12))
    guard let rows = desk.level.rows else {
      return _ = canvas.write("Reading", .textDim, row: 2, column: 3)
    }
    canvas.write("\(rows.count)", .header, row: 0, before: columns - 2)
    if rows.count == 0 { canvas.write("Nothing here", .textDim, row: 2, column: 3) }
    drawHeads(of: rows, &canvas)
    let cursor = desk.level.cursor
    let perItem = if case .passages = rows { 3 } else { 1 }
    for slot in 0..<deskRows(desk) where cursor.top + slot < rows.count {
      let index = cursor.top + slot
      let row = 2 + slot * perItem
      if index == cursor.selected {
        for line in row..<row + min(2, perItem) {
          canvas.write(canvas.marks.cursor, .cursor, row: line, column: 0)
        }
      }
      draw(rows, index, row: row, &canvas)
    }
  }

  /// What the columns are.
  private func drawHeads(of rows: DeskRows, _ canvas: inout Canvas) {
    let end = columns - 2
    switch rows {
    case .outlets:
      canvas.write("cited", .textDim, row: 1, before: end)
      canvas.write("articles", .textDim, row: 1, before: end - 9)
      if columns >= 60 { canvas.write("a year", .textDim, row: 1, before: end - 19) }
    case .articles:
      canvas.write("cited", .textDim, row: 1, before: end)
      canvas.write("in", .textDim, row: 1, before: end - 7)
    case .passages: break
    }
  }

  private func draw(_ rows: DeskRows, _ index: Int, row: Int, _ canvas: inout Canvas) {
    switch rows {
    case .outlets(let rows): draw(rows[index], row: row, &canvas)
    case .articles(let rows): draw(rows[index], row: row, &canvas)
    case .passages(let rows): draw(rows[index], row: row, &canvas)
    }
  }

  private func draw(_ outlet: DeskOutlet, row: Int, _ canvas: inout Canvas) {
    let end = columns - 2
    let counts = end - 26
    canvas.write("\(outlet.citations)\(canvas.marks.times)", .textDim, row: row, before: end)
    canvas.write("\(outlet.articles)", .textDim, row: row, before: end - 9)
    canvas.write(canvas.marks.bars(outlet.months), .textDim, row: row, before: end - 16)
    canvas.write(canvas.marks.cut(outlet.name, to: counts - 5), .row, row: row, column: 3)
  }

  private func draw(_ article: DeskArticle, row: Int, _ canvas: inout Canvas) {
    let end = columns - 2
    canvas.write("\(article.citations)\(canvas.marks.times)", .textDim, row: row, before: end)
    canvas.write(Count.of(article.briefs, "brief"), .textDim, row: row, before: end - 7)
    if let date = article.date {
      canvas.write(listDate(date), .textDim, row: row, before: 3 + DateText.listWidth)
    }
    let column = 3 + DateText.listWidth + 2
    let name = article.title ?? ShownURL(article.url).withoutScheme
    canvas.write(canvas.marks.cut(name, to: end - 19 - column), .row, row: row, column: column)
  }

  private func draw(_ passage: DeskPassage, row: Int, _ canvas: inout Canvas) {
    if let date = passage.date {
      canvas.write(listDate(date), .textDim, row: row, before: 3 + DateText.listWidth)
    }
    let column = 3 + DateText.listWidth + 2
    let place = passage.section.map { " \(canvas.marks.dot) \($0)" } ?? ""
    canvas.write(
      canvas.marks.cut(passage.title + place, to: columns - 2 - column), .rowCurrent, row: row,
      column: column)
    canvas.write(
      canvas.marks.cut(passage.sentence ?? "only listed, not cited", to: columns - 2 - column),
      passage.sentence == nil ? .textDim : .row, row: row + 1, column: column)
  }

  /// What keys do at the desk.
  func deskHints(_ desk: SourceDesk) -> [(Command, String)] {
    switch desk.level.request {
    case .outlets: [(.follow, "articles"), (.search, "by name"), (.close, "close")]
    case .articles: [(.follow, "passages"), (.open, "open"), (.close, "outlets")]
    case .passages: [(.follow, "go there"), (.close, "articles")]
    }
  }
}
