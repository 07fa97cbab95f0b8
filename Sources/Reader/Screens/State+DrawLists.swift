import BriefModel
import Cells

extension State {
  // MARK: - Sections

  func drawSections(_ area: Rectangle, _ canvas: inout Canvas) {
    let parts = entries[safe: current]?.partCount ?? 0
    let unread = entries[safe: current]?.unreadCount ?? 0
    let count = parts == 0 ? "" : unread == 0 ? "all read" : "\(unread)/\(parts) unread"
    drawHeader("SECTIONS", count, .sections, area, &canvas)
    let area = inset(area)
    guard let brief else { return }
    if outline.isEmpty {
      canvas.write("No sections", .textDim, row: area.row + 1, column: area.column + 3)
    }
    let lowest = brief.sections.map(\.level).min() ?? 1
    for slot in 0..<visibleRows(.sections) {
      let index = sections.top + slot
      guard let section = brief.sections[safe: index] else { break }
      let row = area.row + 1 + slot
      if index == sections.selected {
        drawCursor(.sections, row: row, column: area.column, &canvas)
      }
      draw(
        section, index, sourcings[safe: index], row: row,
        indent: 2 * min(3, section.level - lowest), area,
        &canvas)
    }
  }

  private func draw(
    _ section: Section, _ index: Int, _ sourcing: Sourcing?, row: Int, indent: Int,
    _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let state = entries[current].state(ofSection: index)
    if let state {
      canvas.write(
        canvas.marks.sign(state), canvas.marks.role(state), row: row, column: area.column + 1)
    }
    let limit = drawSourcing(
      section, sourcing, hasText: state != nil, row: row, area, &canvas)
    let column = area.column + 3 + indent
    let isQuiet = state?.isRead ?? (section.kind == .sources)
    let role: Role = index == text.section ? .rowCurrent : isQuiet ? .rowRead : .row
    canvas.write(
      canvas.marks.cut(section.title, to: limit - column), role, row: row, column: column)
  }

  /// Distinct sources and outlets at the right edge, and a mark on what rests on too little;
  /// returns the column before which the title has to end.
  private func drawSourcing(
    _ section: Section, _ sourcing: Sourcing?, hasText: Bool, row: Int, _ area: Rectangle,
    _ canvas: inout Canvas
  ) -> Int {
    let end = area.column + area.columns - 1
    guard section.kind == .body, let sourcing else { return end }
    guard hasText || !sourcing.sources.isEmpty else { return end }
    let (sources, outlets) = (sourcing.sources.count, sourcing.outletCount)
    let text =
      sources == 0
      ? area.columns < 56 ? canvas.marks.dash : "no source"
      : area.columns < 56
        ? "\(sources)\(canvas.marks.dot)\(outlets)"
        : "\(Count.of(sources, "source"))  \(Count.of(outlets, "outlet"))"
    let start = canvas.write(text, .textDim, row: row, before: end - 1)
    guard hasText, sourcing.weakness != nil else { return start - 1 }
    canvas.write("!", .notice, row: row, column: start - 2)
    return start - 3
  }

  // MARK: - Sources

  func drawSources(_ area: Rectangle, _ canvas: inout Canvas) {
    guard let brief else { return }
    let order = sourceOrder == .number ? "" : " by \(sourceOrder.rawValue)"
    drawHeader("SOURCES", "\(brief.sources.count)\(order)", .sources, area, &canvas)
    var area = inset(area)
    let perItem = rowsPerItem(.sources)
    let digits = String(brief.sources.map(\.number).max() ?? 0).count
    let longest = brief.sources.map { DisplayWidth.of($0.outlet) }.max() ?? 0
    let dateWidth = dateWidth(area)
    let spared = DateText.listWidth + 1 - dateWidth
    let outletWidth = min(max(10, longest), area.columns * 3 / 10 + spared)
    // Under the text rows end where its header does.
    if isUnderText { area.columns -= 1 }
    for slot in 0..<max(1, visibleRows(.sources) / perItem) {
      let index = sources.top + slot
      guard let source = sourceRows[safe: index].flatMap({ brief.sources[safe: $0] }) else { break }
      let row = area.row + 1 + slot * perItem
      if index == sources.selected {
        for line in row..<row + perItem {
          drawCursor(.sources, row: line, column: area.column, &canvas)
        }
      }
      let number =
        String(repeating: " ", count: max(0, digits - String(source.number).count))
        + String(source.number)
      let column = canvas.write(number, .citationNumber, row: row, column: area.column + 1) + 1
      if perItem > 1 {
        drawTall(source, row: row, column: column, area, &canvas)
      } else if sourceOrder == .date {
        let isOfSameDay = slot > 0 && source.date == dayBefore(index)
        drawDated(
          source, outletWidth, isOfSameDay: isOfSameDay, row: row, column: column, area, &canvas)
      } else {
        drawFlat(source, outletWidth, dateWidth, row: row, column: column, area, &canvas)
      }
    }
  }

  private func drawTall(
    _ source: Source, row: Int, column: Int, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let end = area.column + area.columns - 1
    var limit = end
    if let date = source.date {
      limit = canvas.write(sourceDate(date), .textDim, row: row, before: end) - 1
    }
    canvas.write(
      outlet(of: source, to: limit - column, canvas.marks), role(of: source), row: row,
      column: column)
    let use = " " + use(of: source, canvas.marks)
    limit = canvas.write(use, .textDim, row: row + 1, before: end)
    canvas.write(
      about(source, to: limit - column, canvas.marks), .textDim, row: row + 1, column: column)
  }

  /// Columns of the dates and of a space: outside of the timeline none where no source has a date,
  /// nor in a narrow pane, where outlet and title are worth more.
  private func dateWidth(_ area: Rectangle) -> Int {
    let isDated = area.columns >= 56 && brief?.sources.contains { $0.date != nil } == true
    return isDated || sourceOrder == .date ? DateText.listWidth + 1 : 0
  }

  private func drawFlat(
    _ source: Source, _ outletWidth: Int, _ dateWidth: Int, row: Int, column: Int,
    _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let end = area.column + area.columns - 1
    canvas.write(
      outlet(of: source, to: outletWidth, canvas.marks), role(of: source), row: row, column: column)
    let next = column + outletWidth + dateWidth + 2
    if dateWidth > 0, let date = source.date {
      canvas.write(sourceDate(date), .textDim, row: row, before: next - 2)
    }
    let limit = canvas.write(use(of: source, canvas.marks), .textDim, row: row, before: end) - 2
    canvas.write(
      about(source, to: limit - next, canvas.marks), .textDim, row: row, column: next)
  }

  /// A row of the timeline: the day first, once for all that are of it.
  private func drawDated(
    _ source: Source, _ outletWidth: Int, isOfSameDay: Bool, row: Int, column: Int,
    _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let end = area.column + area.columns - 1
    var next = column
    if !isOfSameDay {
      let day = source.date.map(sourceDate) ?? "undated"
      canvas.write(day, .textDim, row: row, before: next + DateText.listWidth)
    }
    next += DateText.listWidth + 2
    canvas.write(
      outlet(of: source, to: outletWidth, canvas.marks), role(of: source), row: row, column: next)
    next += outletWidth + 1
    let limit = canvas.write(use(of: source, canvas.marks), .textDim, row: row, before: end) - 2
    canvas.write(
      about(source, to: limit - next, canvas.marks), .textDim, row: row, column: next)
  }

  /// The day of the source in the row before.
  private func dayBefore(_ row: Int) -> CalendarDate?? {
    sourceRows[safe: row - 1].flatMap { brief?.sources[safe: $0] }.map(\.date)
  }

  /// The day where the source is of the brief's own year, whenever the brief is read.
  func sourceDate(_ date: CalendarDate) -> String {
    DateText.list(date, today: brief?.date?.date ?? options.today)
  }

  private func role(of source: Source) -> Role {
    source.number == currentSource.flatMap { brief?.sources[safe: $0]?.number } ? .rowCurrent : .row
  }

  /// Whether the brief lists its sources at all; where it does not, none is missing from the list.
  private var hasList: Bool { brief?.sources.contains(where: \.isListed) ?? false }

  func use(of source: Source, _ marks: Marks) -> String {
    switch source.citations.count {
    case 0: "not cited"
    case let count where source.isListed || !hasList: "\(count)\(marks.times)"
    case let count: "\(count)\(marks.times) unlisted"
    }
  }
}
