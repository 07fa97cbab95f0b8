import BriefModel
import Cells

/// The desk of all sources in linear mode.
extension State {
  func drawLinear(_ desk: SourceDesk, _ canvas: inout Canvas) {
    let level = desk.level
    guard let rows = level.rows else {
      clear(&canvas)
      return _ = canvas.write("Reading", .textDim, row: overlayTop, column: 0)
    }
    clear(&canvas)
    if rows.count == 0 {
      let lines = linearLines(emptyDesk(desk))
      draw(lines, .textDim, row: overlayTop, before: self.rows - statusRows, &canvas)
    }
    switch rows {
    case .passages(let passages): draw(passages, level, &canvas)
    case .outlets, .articles:
      let sentences = LinearRows(count: rows.count, visible: overlayRows) { row in
        linearLines(sentence(of: rows, row))
      }
      drawOverlay(sentences, level.cursor, &canvas)
    }
  }

  /// An outlet or an article in words.
  func sentence(of rows: DeskRows, _ row: Int) -> String {
    switch rows {
    case .outlets(let outlets, let month): sentence(of: outlets[row], until: month)
    case .articles(let articles): sentence(of: articles[row])
    case .passages: ""
    }
  }

  private func sentence(of outlet: DeskOutlet, until month: CalendarDate?) -> String {
    let last = outlet.months.lastIndex { $0 > 0 }.flatMap { index in
      month?.monthsBefore(outlet.months.count - 1 - index)
    }
    let words = [
      outlet.name, "cited " + Count.of(outlet.citations, "time"),
      Count.of(outlet.articles, "article"), last.map { "last in \(DateText.medium($0))" },
    ]
    return words.compactMap(\.self).joined(separator: ", ")
  }

  private func sentence(of article: DeskArticle) -> String {
    let words = [
      name(of: article), article.date.map { DateText.medium($0) },
      "cited \(Count.of(article.citations, "time")) in \(Count.of(article.briefs, "brief"))",
    ]
    return words.compactMap(\.self).joined(separator: ", ")
  }
}

extension CalendarDate {
  /// The month so many before this one's.
  func monthsBefore(_ count: Int) -> CalendarDate? {
    let number = year * 12 + month - 1 - count
    return CalendarDate(year: number / 12, month: number % 12 + 1, day: nil)
  }
}
