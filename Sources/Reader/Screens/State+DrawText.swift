import BriefModel
import Cells

extension State {
  func drawText(_ area: Rectangle, _ canvas: inout Canvas) {
    if options.isLinear {
      drawLinearHeader(.text, .header, area, &canvas)
    } else {
      drawTextHeader(area, &canvas)
    }
    guard let layout else { return drawMissing(area, &canvas) }
    let links = registerLinks(layout, area, &canvas)
    let left = area.column + textMeasure.left
    let first = area.row + headerRows(.text)
    for row in 0..<visibleRows(.text) {
      guard let line = layout.lines[safe: text.top + row] else { break }
      draw(line, at: text.top + row, row: first + row, left: left, area, links, &canvas)
    }
    drawMatches(area, left: left, &canvas)
    drawLabels(area, left: left, &canvas)
    if options.isLinear { placeCursor(in: area, layout, &canvas) }
  }

  // MARK: - Header

  private func drawTextHeader(_ area: Rectangle, _ canvas: inout Canvas) {
    let start = area.column + textMeasure.left
    let end = min(start + textMeasure.width, area.column + area.columns - 2)
    var right = end
    if entries.indices.contains(current), let summary = entries[current].summary {
      let entry = entries[current]
      if area.columns >= 56, let date = summary.date {
        let day = date.sign + DateText.medium(date.date)
        right = canvas.write(day, .textDim, row: area.row, before: right) - 3
      }
      let state = entry.state
      let unread = entry.unreadCount
      let count = unread == 0 ? "read" : "\(unread) of \(entry.partCount) unread"
      let short =
        area.columns < 56 && unread > 0 ? "\(unread)/\(entry.partCount)" : count
      if !summary.parts.isEmpty {
        right = canvas.write(short, .textDim, row: area.row, before: right) - 1
        right =
          canvas.write(
            canvas.marks.sign(state), canvas.marks.role(state), row: area.row, before: right) - 1
      }
      if entry.record.isStarred {
        right = canvas.write(canvas.marks.star, .markStarred, row: area.row, before: right) - 1
      }
    }
    let room = right - start - 1
    let name = canvas.marks.cut(headerName, to: room)
    canvas.write(name, headerRole, row: area.row, column: start, limit: right)
    if headerRows(.text) > 1 {
      canvas.rule(row: area.row + 1, from: area.column, to: area.column + area.columns)
    }
  }

  /// The title once it is scrolled away; before that where the brief is from.
  var headerName: String {
    guard entries.indices.contains(current) else { return "" }
    if !isTitleVisible { return entries[current].title }
    let row = hasBriefList ? list.row(of: current, id: entries[current].id) : nil
    return (row.map { "\($0 + 1)/\(list.count)  " } ?? "") + entries[current].fileName
  }

  /// Beside other panes it tells that the keys go here; alone it leaves the eye to the title.
  private var headerRole: Role {
    if focus == .text, !isTitleVisible || arrangement.panes.count > 1 { return .headerFocused }
    return isTitleVisible ? .textDim : .header
  }

  private var isTitleVisible: Bool { text.top == 0 || layout == nil }

  func drawMissing(_ area: Rectangle, _ canvas: inout Canvas) {
    guard let entry = entries[safe: current] else { return }
    let row = area.row + headerRows(.text) + 1
    let column = area.column + textMeasure.left
    guard let failure = entry.failure else {
      if jump != nil {
        canvas.write("Reading \(entry.fileName)", .textDim, row: row, column: column)
      }
      return
    }
    var flow = TextFlow()
    flow.append(failure.description, role: .error)
    let wrapping = TextWrapping(breaking: LineBreaking())
    for (index, piece) in wrapping.pieces(of: flow, width: textMeasure.width).enumerated() {
      for run in flow.runs(of: piece, column: column) where row + index < area.row + area.rows {
        canvas.write(run.text, run.role, row: row + index, column: run.column)
      }
    }
  }

  // MARK: - Lines

  /// The links on the screen, for the terminal: layout index to grid link.
  private func registerLinks(
    _ layout: TextLayout, _ area: Rectangle, _ canvas: inout Canvas
  ) -> [Int: UInt16] {
    guard let brief else { return [:] }
    var registered: [Int: UInt16] = [:]
    for index in visibleLinks {
      let url: SourceURL?
      switch layout.links[index].kind {
      case .citation(let citation): url = brief.citations[citation].url
      case .link(.source(let source)): url = brief.sources[source].url
      case .link(.anchor), .link(.file), .link(.other): url = nil
      }
      if let url {
        registered[index] = canvas.grid.add(link: Grid.Link(url: url.ascii, id: index + 1))
      }
    }
    return registered
  }

  private func draw(
    _ line: TextLine, at index: Int, row: Int, left: Int, _ area: Rectangle, _ links: [Int: UInt16],
    _ canvas: inout Canvas
  ) {
    let end = area.column + area.columns - 1
    let shift = line.kind == .preformatted ? text.sideways : 0
    for run in line.runs {
      let link = run.link.flatMap { links[$0] } ?? 0
      if shift == 0 {
        canvas.write(
          run.text, role(of: run, line), row: row, column: left + run.column, limit: end,
          adding: run.attributes, link: link)
      } else {
        drawShifted(run, line, by: shift, row: row, left: left, end: end, link, &canvas)
      }
    }
    if line.kind == .preformatted, left + line.width - shift > end {
      canvas.write(canvas.marks.more, .textDim, row: row, column: end)
    }
    guard line.kind == .heading, let section = line.section else { return }
    if options.isLinear { return drawLinearHeadingMarks(section, line: index, row: row, &canvas) }
    if layout?.headings[section] == index {
      drawHeadingMarks(section, row: row, left: left, &canvas)
      if section == sectionBelowTop {
        drawCursor(.text, row: row, column: max(area.column, left - 2), &canvas)
      }
    }
  }

  /// The section one is in, where that is not the topmost of the screen, nor shown by a selected link.
  private var sectionBelowTop: Int? {
    guard !options.isLinear, text.link == nil else { return nil }
    return text.section == layout?.section(at: text.top) ? nil : text.section
  }

  private func drawShifted(
    _ run: TextRun, _ line: TextLine, by shift: Int, row: Int, left: Int, end: Int, _ link: UInt16,
    _ canvas: inout Canvas
  ) {
    var column = run.column - shift
    for scalar in run.text.unicodeScalars {
      let width = max(0, DisplayWidth.of(scalar))
      if column >= 0 {
        canvas.write(
          String(scalar), role(of: run, line), row: row, column: left + column, limit: end,
          adding: run.attributes, link: link)
      }
      column += width
    }
  }

  private func role(of run: TextRun, _ line: TextLine) -> Role {
    if let link = run.link, link == text.link {
      return run.role == .link ? .linkCurrent : .citationCurrent
    }
    if line.kind == .heading, run.role == .heading, let section = line.section,
      entries[current].state(ofSection: section)?.isRead ?? false
    {
      return .headingRead
    }
    return run.role
  }

  /// Read mark, sources and outlets at the right edge of the measure.
  private func drawHeadingMarks(_ section: Int, row: Int, left: Int, _ canvas: inout Canvas) {
    guard let brief else { return }
    var end = left + textMeasure.width
    let sourcing =
      sourcings[safe: section]
      ?? Sourcing(of: brief.citations[brief.citationsBelow(section)], in: brief)
    let room = HeadingMarks.room(in: textMeasure.width)
    if !sourcing.sources.isEmpty, room >= 11 {
      let many = room >= 22 ? "  " + Count.of(sourcing.outletCount, "outlet") : ""
      end =
        canvas.write("\(sourcing.sources.count) src\(many)", .textDim, row: row, before: end) - 1
    }
    if let state = entries[current].state(ofSection: section) {
      canvas.write(canvas.marks.sign(state), canvas.marks.role(state), row: row, before: end)
    }
  }

  // MARK: - On top of the text

  private func drawMatches(_ area: Rectangle, left: Int, _ canvas: inout Canvas) {
    guard let search, search.pane == .text else { return }
    let visible = text.top..<text.top + visibleRows(.text)
    let top = area.row + headerRows(.text)
    let first = search.matches.partitioningIndex { $0.lines.upperBound >= visible.lowerBound }
    for (index, match) in search.matches.enumerated().dropFirst(first) {
      if match.lines.lowerBound >= visible.upperBound { break }
      let style = canvas.theme[index == search.current ? .matchCurrent : .match]
      for stretch in match.stretches where visible.contains(stretch.line) {
        let isWide = layout?.lines[stretch.line].kind == .preformatted
        let start = left + stretch.columns.lowerBound - (isWide ? text.sideways : 0)
        canvas.grid.restyle(
          row: top + stretch.line - text.top,
          columns: start..<start + stretch.columns.count, style: style)
      }
    }
  }

  private func drawLabels(_ area: Rectangle, left: Int, _ canvas: inout Canvas) {
    guard case .labels(let overlay) = overlay, let layout else { return }
    let visible = text.top..<text.top + visibleRows(.text)
    for (link, label) in zip(overlay.links, overlay.labels) where label.hasPrefix(overlay.typed) {
      let runs = layout.links[link].lines.filter(visible.contains).flatMap { line in
        layout.lines[line].runs.filter { $0.link == link }.map { (line: line, run: $0) }
      }
      // The number says nothing that the letters do not while they are typed; the name does.
      guard let place = runs.last(where: { $0.run.isNumber }) ?? runs.first else { continue }
      let row = area.row + headerRows(.text) + place.line - text.top
      draw(label, on: place.run, row: row, left: left, &canvas)
    }
  }

  /// Letters in the middle of a citation's number; before the words of a link without one, as far
  /// as there is space.
  private func draw(
    _ label: String, on run: TextRun, row: Int, left: Int, _ canvas: inout Canvas
  ) {
    guard run.isNumber, run.width >= label.count else {
      let column = left + run.column
      let free = (1...label.count).prefix { canvas.isBlank(row: row, column: column - $0) }.count
      return _ = canvas.write(label, .label, row: row, column: column - free)
    }
    let before = String(repeating: " ", count: (run.width - label.count) / 2)
    let after = String(repeating: " ", count: run.width - label.count - before.count)
    canvas.write(before + label + after, .label, row: row, column: left + run.column)
  }
}
