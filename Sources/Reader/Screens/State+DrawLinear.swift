import BriefModel
import Cells

/// Linear mode: every row is a sentence from the left edge on, nothing stands beside anything, and
/// the terminal's cursor is where the keys act.
extension State {
  func drawLinear(_ pane: Pane, _ area: Rectangle, _ canvas: inout Canvas) {
    switch pane {
    case .text: drawText(area, &canvas)
    case .briefs: drawLinearBriefs(area, &canvas)
    case .sections: drawLinearSections(area, &canvas)
    case .sources: drawLinearSources(area, &canvas)
    }
  }

  // MARK: - Lists

  private func drawLinearBriefs(_ area: Rectangle, _ canvas: inout Canvas) {
    write("Briefs, " + briefCount(area), .headerFocused, row: area.row, area, &canvas)
    if list.isLibrary, list.count == 0 {
      write(emptyList, .textDim, row: area.row + 1, area, &canvas)
    }
    for (line, content) in briefLines.from(briefs.top) {
      let row = area.row + headerRows(.briefs) + line
      switch content {
      case .heading(let group):
        write(sentence(of: list.groups[group]), .overlayHeader, row: row, area, &canvas)
      case .row(let index):
        guard let entry = list.entry(at: index).flatMap({ entries[safe: $0] }) else { continue }
        let isSelected = index == briefs.selected
        write(
          sentence(of: entry), row: row, isSelected: isSelected, entry.state.isRead, area, &canvas)
      }
    }
  }

  private func sentence(of group: BriefGroup) -> String {
    let name =
      switch group.name {
      case .day(let date?): DateText.heading(date, today: options.today, isShort: false)
      case .day(nil): "No date"
      case .folder(let path): shownPath(path)
      }
    return "\(name), \(group.unread) of \(Count.of(group.count, "brief")) unread"
  }

  private func sentence(of entry: Entry) -> String {
    var parts = [entry.title]
    if entry.failure != nil { parts.append("not readable") }
    if let summary = entry.summary {
      parts.append(word(for: entry.state))
      if let date = entry.date { parts.append(DateText.medium(date.date)) }
      if summary.parts.count > 1 { parts.append(progress(of: entry) + " sections unread") }
      parts.append(Count.of(summary.sourceCount, "source"))
    }
    if entry.record.isStarred { parts.append("starred") }
    if entry.isArchived { parts.append("archived") }
    return parts.joined(separator: ", ")
  }

  private func drawLinearSections(_ area: Rectangle, _ canvas: inout Canvas) {
    guard let brief else { return }
    let count = Count.of(brief.sections.count, "section")
    write("Sections, " + count, .headerFocused, row: area.row, area, &canvas)
    for slot in 0..<visibleRows(.sections) {
      let index = sections.top + slot
      guard let section = brief.sections[safe: index] else { break }
      let state = entries[current].state(ofSection: index)
      let words = [section.title] + headingWords(index)
      write(
        words.joined(separator: ", "), row: area.row + 1 + slot,
        isSelected: index == sections.selected, state?.isRead ?? false, area, &canvas)
    }
  }

  private func drawLinearSources(_ area: Rectangle, _ canvas: inout Canvas) {
    guard let brief else { return }
    let count = Count.of(brief.sources.count, "source")
    write("Sources, " + count, .headerFocused, row: area.row, area, &canvas)
    for slot in 0..<visibleRows(.sources) {
      let index = sources.top + slot
      guard let source = sourceRows[safe: index].flatMap({ brief.sources[safe: $0] }) else { break }
      let date = source.date.map { [sourceDate($0).trimmed] } ?? []
      let words = ["\(source.number) \(source.outlet)"] + date + [uses(source), about(source)]
      write(
        words.joined(separator: ", "), row: area.row + 1 + slot,
        isSelected: index == sources.selected, false, area, &canvas)
    }
  }

  private func uses(_ source: Source) -> String {
    source.citations.isEmpty ? "not cited" : "cited " + Count.of(source.citations.count, "time")
  }

  private func word(for state: ReadState) -> String {
    switch state {
    case .unread: "unread"
    case .read: "read"
    case .changed: "changed"
    case .new: "new"
    }
  }

  private func write(
    _ text: String, row: Int, isSelected: Bool, _ isRead: Bool, _ area: Rectangle,
    _ canvas: inout Canvas
  ) {
    if isSelected { canvas.writeCursor(row: row, column: area.column) }
    write(text, isSelected ? .rowCurrent : isRead ? .rowRead : .row, row: row, area, &canvas)
  }

  private func write(
    _ text: String, _ role: Role, row: Int, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    canvas.write(
      canvas.marks.cut(text, to: area.columns - 1), role, row: row, column: area.column)
  }

  // MARK: - Text

  func drawLinearHeader(_ area: Rectangle, _ canvas: inout Canvas) {
    guard let entry = entries[safe: current] else { return }
    let parts = entry.summary?.parts.count ?? 0
    let unread = entry.unreadCount == 0 ? "read" : "\(entry.unreadCount) of \(parts) unread"
    let words =
      [headerName] + (parts > 0 ? [unread] : [])
      + (entry.record.isStarred ? ["starred"] : [])
    write(words.joined(separator: ", "), .header, row: area.row, area, &canvas)
  }

  /// What the marks of a section say, after its heading as far as the line has room for whole words.
  func drawLinearHeadingMarks(_ section: Int, row: Int, _ canvas: inout Canvas) {
    guard let layout, let heading = layout.headings[safe: section] else { return }
    var column = layout.lines[heading].width
    for words in headingWords(section) {
      let text = ", " + words
      guard column + DisplayWidth.of(text) < columns else { return }
      column = canvas.write(text, .textDim, row: row, column: column)
    }
  }

  private func headingWords(_ section: Int) -> [String] {
    guard let brief else { return [] }
    let sourcing = Sourcing(of: brief.citations[brief.citationsBelow(section)], in: brief)
    let state = entries[current].state(ofSection: section).map { [word(for: $0)] } ?? []
    guard !sourcing.sources.isEmpty else { return state }
    return state + [
      Count.of(sourcing.sources.count, "source"), Count.of(sourcing.outletCount, "outlet"),
    ]
  }

  /// The cursor: at the current match, else at the selected link, else at the first line.
  func placeCursor(in area: Rectangle, _ layout: TextLayout, _ canvas: inout Canvas) {
    let first = area.row + headerRows(.text)
    canvas.writeCursor(row: first, column: area.column)
    let match = search.flatMap { search in
      search.pane == .text ? search.current.flatMap { search.matches[safe: $0] } : nil
    }
    let stretch = match?.stretches.first.map { ($0.line, $0.columns.lowerBound) }
    let link = text.link.flatMap { index -> (Int, Int)? in
      let line = layout.links[index].lines.lowerBound
      return layout.lines[line].runs.first { $0.link == index }.map { (line, $0.column) }
    }
    let rows = text.top..<text.top + visibleRows(.text)
    guard let (line, column) = link ?? stretch, rows.contains(line) else { return }
    canvas.grid.cursor = (first + line - text.top, min(column, columns - 1))
  }

  // MARK: - Panels

  /// A panel has the whole window but for the status line.
  func drawLinearPanel(_ title: String, _ lines: [(String, Role)], _ canvas: inout Canvas) {
    for row in 0..<rows - 1 { canvas.grid.fill(row: row, style: canvas.theme[.overlay]) }
    canvas.write(canvas.marks.cut(title, to: columns - 1), .overlayHeader, row: 0, column: 0)
    for (offset, line) in lines.prefix(rows - 2).enumerated() {
      let text = line.0.first == " " ? String(line.0.dropFirst()) : line.0
      canvas.write(text, line.1, row: 1 + offset, column: 0)
    }
  }
}

extension String {
  /// Without the spaces that fill a column before it.
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
