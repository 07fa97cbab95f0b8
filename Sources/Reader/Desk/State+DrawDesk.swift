import BriefModel
import Cells

extension State {
  func drawDesk(_ desk: SourceDesk, _ canvas: inout Canvas) {
    if options.isLinear { return drawLinear(desk, &canvas) }
    let names = desk.levels.map(\.name).joined(separator: " › ")
    guard let rows = desk.level.rows else {
      clear(&canvas, title: canvas.marks.cut(names, to: columns - 2))
      return _ = canvas.write("Reading", .textDim, row: 2, column: 3)
    }
    let count = deskCount(rows, desk)
    let end = deskEnd(rows)
    clear(&canvas, title: canvas.marks.cut(names, to: max(8, end - DisplayWidth.of(count) - 3)))
    canvas.write(count, .header, row: 0, before: end)
    if rows.count == 0 { canvas.write(emptyDesk(desk), .textDim, row: 2, column: 3) }
    drawHeads(of: rows, &canvas)
    if case .passages(let passages) = rows { return draw(passages, desk.level, &canvas) }
    var cursor = desk.level.cursor
    cursor.settle(count: rows.count, visible: overlayRows)
    for slot in 0..<overlayRows where cursor.top + slot < rows.count {
      let index = cursor.top + slot
      if index == cursor.selected {
        canvas.writeCursor(row: 2 + slot, column: 0)
      }
      draw(rows, index, row: 2 + slot, &canvas)
    }
  }

  /// How many rows there are, and in what order where that is not the usual one.
  func deskCount(_ rows: DeskRows, _ desk: SourceDesk) -> String {
    let usual = SourceDesk()
    switch rows {
    case .outlets:
      return Count.of(rows.count, "outlet") + order(desk.outletOrder, usual.outletOrder)
    case .articles(let articles):
      let cited = articles.count { $0.citations > 0 }
      let isTold = cited < rows.count && (isDeskWide || options.isLinear)
      return Count.of(rows.count, "article") + (isTold ? ", \(cited) cited" : "")
        + order(desk.articleOrder, usual.articleOrder)
    case .passages: return Count.of(rows.count, "passage")
    }
  }

  private func order(_ order: DeskOrder, _ usual: DeskOrder) -> String {
    order == usual ? "" : " by \(order.rawValue)"
  }

  func emptyDesk(_ desk: SourceDesk) -> String {
    guard desk.isFiltered else { return "Nothing here" }
    let key = keymap.hint(.cancel) ?? ":cancel"
    return "No outlet has this in its name or hosts; \(key) shows all"
  }

  /// Whether months and briefs have room beside the names.
  private var isDeskWide: Bool { columns >= 56 }

  /// The column before which rows end: numbers stand near the names that they are of.
  private func deskEnd(_ rows: DeskRows) -> Int {
    switch rows {
    case .outlets: min(columns - 2, 84)
    case .articles, .passages: columns - 2
    }
  }

  /// What the columns are.
  private func drawHeads(of rows: DeskRows, _ canvas: inout Canvas) {
    let end = deskEnd(rows)
    switch rows {
    case .outlets(let outlets, let month):
      canvas.write("cited", .textDim, row: 1, before: end)
      canvas.write("articles", .textDim, row: 1, before: end - 9)
      if columns >= 60, let month {
        let months = span(of: outlets.first?.months.count ?? 0, endingWith: month)
        canvas.write(months, .textDim, row: 1, before: end - 19)
      }
    case .articles:
      canvas.write("cited", .textDim, row: 1, before: end)
      if isDeskWide { canvas.write("in", .textDim, row: 1, before: end - 7) }
    case .passages: break
    }
  }

  /// The months of the bars and, where there is room, how these are to be read.
  private func span(of count: Int, endingWith month: CalendarDate) -> String {
    let first = month.monthsBefore(count - 1).map { DateText.medium($0) + " " } ?? ""
    return (columns >= 80 ? "each row to its own scale, " : "")
      + first + "to \(DateText.medium(month))"
  }

  private func draw(_ rows: DeskRows, _ index: Int, row: Int, _ canvas: inout Canvas) {
    switch rows {
    case .outlets(let outlets, _):
      draw(outlets[index], before: deskEnd(rows), row: row, &canvas)
    case .articles(let articles): draw(articles[index], row: row, &canvas)
    case .passages: break
    }
  }

  private func draw(_ outlet: DeskOutlet, before end: Int, row: Int, _ canvas: inout Canvas) {
    canvas.write("\(outlet.citations)\(canvas.marks.times)", .textDim, row: row, before: end)
    canvas.write("\(outlet.articles)", .textDim, row: row, before: end - 9)
    if isDeskWide {
      let isOld = outlet.months.allSatisfy { $0 == 0 }
      let bars = isOld ? canvas.marks.dash : canvas.marks.bars(outlet.months)
      canvas.write(bars, .textDim, row: row, before: end - 19)
    }
    let room = end - (isDeskWide ? 36 : 21)
    canvas.write(canvas.marks.cut(outlet.name, to: room), .row, row: row, column: 3)
  }

  private func draw(_ article: DeskArticle, row: Int, _ canvas: inout Canvas) {
    let end = columns - 2
    canvas.write("\(article.citations)\(canvas.marks.times)", .textDim, row: row, before: end)
    if isDeskWide {
      canvas.write(Count.of(article.briefs, "brief"), .textDim, row: row, before: end - 7)
    }
    if let date = article.date {
      canvas.write(listDate(date), .textDim, row: row, before: 3 + DateText.listWidth)
    }
    let column = 3 + DateText.listWidth + 2
    let room = end - (isDeskWide ? 19 : 7) - column
    canvas.write(
      shownName(of: article, to: room, canvas.marks), .row, row: row, column: column)
  }

  /// Of a path the end tells the most; of an address with a user name the beginning.
  private func shownName(of article: DeskArticle, to room: Int, _ marks: Marks) -> String {
    let name = name(of: article)
    return article.title == nil && !ShownURL(article.url).hasUser
      ? marks.cutPath(name, to: room) : marks.cut(name, to: room)
  }

  /// The title, else the path: the host is that of all rows.
  func name(of article: DeskArticle) -> String {
    if let title = article.title { return title }
    let url = ShownURL(article.url)
    let path = url.path.drop { $0 == "/" }
    return url.hasUser || path.isEmpty ? url.withoutScheme : String(path)
  }

  /// What keys do at the desk.
  func deskHints(_ desk: SourceDesk) -> [(Command, String)] {
    switch desk.level.request {
    case .outlets:
      [(.follow, "articles"), (.search, "by name or host")]
        + (desk.isFiltered ? [(.cancel, "all")] : []) + [(.close, "close")]
    case .articles: [(.follow, "passages"), (.open, "open"), (.close, "outlets")]
    case .passages: [(.follow, "go there"), (.close, "articles")]
    }
  }
}
