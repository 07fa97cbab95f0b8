import BriefModel
import Cells

extension State {
  func drawOverlay(_ canvas: inout Canvas) {
    let covers = !(overlay == nil || isLabelling || isConfirming)
    if covers { canvas.grid.cursor = nil }
    drawWhatLiesOver(&canvas)
    if covers, options.isLinear { canvas.writeCursor(row: isOverlayPanel ? 1 : 2, column: 0) }
  }

  /// Whether a question stands in the status line.
  private var isConfirming: Bool {
    if case .confirmAll = overlay { true } else { false }
  }

  private var isOverlayPanel: Bool {
    switch overlay {
    case .peek, .themes: true
    case .help, .messages, .confirmAll, .labels, .desk, .saved, .changes, nil: false
    }
  }

  private func drawWhatLiesOver(_ canvas: inout Canvas) {
    switch overlay {
    case .help(let help): drawHelp(help, &canvas)
    case .messages(let top): drawMessages(top, &canvas)
    case .peek(.source(let index, let citation)): drawPeek(source: index, citation, &canvas)
    case .peek(.section(let index)): drawPeek(section: index, &canvas)
    case .peek(.brief(let index)): drawPeek(brief: index, &canvas)
    case .peek(.address(let url)): drawPanel("Open this address", address(url), &canvas)
    case .desk(let desk): drawDesk(desk, &canvas)
    case .saved(let saved): drawSaved(saved, &canvas)
    case .themes(let chooser): drawThemes(chooser, &canvas)
    case .changes(let changes): drawChanges(changes, &canvas)
    case .confirmAll, .labels, nil: break
    }
  }

  // MARK: - Whole screens

  func clear(_ canvas: inout Canvas, title: String) {
    canvas.grid.removeRegions()
    for row in 0..<rows - 1 { canvas.grid.fill(row: row, style: canvas.theme[.text]) }
    canvas.write(title, .headerFocused, row: 0, column: 1)
  }

  private func drawHelp(_ help: HelpOverlay, _ canvas: inout Canvas) {
    clear(&canvas, title: help.filter.isEmpty ? "HELP" : "HELP  with “\(help.filter)”")
    let lines = helpLines(help)
    if lines.isEmpty {
      canvas.write("No command has this in its name, keys or help", .textDim, row: 2, column: 3)
    }
    for (row, line) in lines.dropFirst(help.top).prefix(overlayRows).enumerated() {
      switch line.kind {
      case .blank: break
      case .group: canvas.write(line.text, .overlayHeader, row: row + 2, column: 3)
      case .command: draw(line, row: row + 2, &canvas)
      case .reason:
        canvas.write(
          "\(canvas.marks.dot) \(line.text)", .textDim, row: row + 2, column: helpColumn + 2)
      case .moreReason:
        canvas.write(line.text, .textDim, row: row + 2, column: helpColumn + 4)
      }
    }
  }

  /// Where the words of the help begin, after the keys.
  var helpColumn: Int { columns < 56 ? 12 : 19 }

  private func draw(_ line: HelpLine, row: Int, _ canvas: inout Canvas) {
    let keys = canvas.marks.cut(line.keys, to: helpColumn - 4)
    canvas.write(keys, line.isAvailable ? .overlayKey : .textDim, row: row, column: 3)
    canvas.write(
      canvas.marks.cut(line.text, to: columns - helpColumn - 2),
      line.isAvailable ? .overlay : .textDim,
      row: row, column: helpColumn)
  }

  private func drawMessages(_ top: Int, _ canvas: inout Canvas) {
    clear(&canvas, title: "MESSAGES")
    for (row, line) in messageLines.dropFirst(top).prefix(overlayRows).enumerated() {
      canvas.write(line.text, line.isFailure ? .error : .overlay, row: row + 2, column: 2)
    }
  }

  // MARK: - Peek

  /// The whole URL stands at the left edge and over the full width, so that the terminal's mouse
  /// takes it in one piece.
  private func drawPeek(source index: Int, _ citation: Int?, _ canvas: inout Canvas) {
    guard let brief, let source = brief.sources[safe: index] else { return }
    let url = citation.flatMap { brief.citations[$0].url } ?? source.url
    var lines: [(String, Role)] = []
    if let title = source.title {
      lines.append((" " + canvas.marks.cut(title, to: columns - 3), .overlay))
    }
    let date =
      source.date.map { "\(DateText.long($0)), from the address" } ?? "no date in the address"
    lines.append((" " + date, .textDim))
    lines += address(url)
    lines += folded(uses(of: source), canvas.marks).map { (" " + $0, .overlay) }
    drawPanel("\(source.number)  \(source.outlet)", lines, about: citation, &canvas)
  }

  /// The address as written and, where that differs, as it is opened.
  private func address(_ url: SourceURL) -> [(String, Role)] {
    var lines: [(String, Role)] = chunks(url.display).map { ($0, .linkLineHost) }
    if url.display != url.ascii { lines += chunks(url.ascii).map { ($0, .textDim) } }
    if ShownURL(url).hasUser {
      lines.append((" the part before @ is a user name, not the host", .error))
    }
    return lines
  }

  private func drawPeek(section index: Int, _ canvas: inout Canvas) {
    guard let brief, let section = brief.sections[safe: index] else { return }
    let sourcing = brief.sourcing(ofSection: index)
    var lines: [(String, Role)] = [(" " + words(for: sourcing), .textDim)]
    let digits = String(sourcing.sources.map { brief.sources[$0].number }.max() ?? 0).count
    let shown = max(1, rows - 8)
    for (index, uses) in zip(sourcing.sources, sourcing.uses).prefix(shown) {
      let source = brief.sources[index]
      let number = String(source.number)
      let indent = String(repeating: " ", count: 1 + digits - number.count)
      let times = uses > 1 ? "  \(uses)\(canvas.marks.times)" : ""
      let date = source.date.map { "  " + DateText.medium($0) } ?? ""
      let line = indent + number + "  " + source.outlet + times + date
      lines.append((canvas.marks.cut(line, to: columns - 2), .overlay))
    }
    if sourcing.sources.count > shown {
      lines.append((" and \(sourcing.sources.count - shown) more", .textDim))
    }
    drawPanel(section.title, lines, &canvas)
  }

  /// What a section rests on, in a line.
  private func words(for sourcing: Sourcing) -> String {
    var parts: [String] = []
    let sources = Count.of(sourcing.sources.count, "source")
    switch sourcing.outletCount {
    case 0: parts.append("Cites no source")
    case 1: parts.append("\(sources), all of one outlet")
    default: parts.append("\(sources) of \(Count.of(sourcing.outletCount, "outlet"))")
    }
    if sourcing.lostCount > 0 {
      let verb = sourcing.lostCount == 1 ? "leads" : "lead"
      parts.append("\(Count.of(sourcing.lostCount, "citation")) \(verb) nowhere")
    }
    return parts.joined(separator: "; ")
  }

  private func drawPeek(brief index: Int, _ canvas: inout Canvas) {
    guard let entry = entries[safe: index] else { return }
    let paths = [entry.path] + entry.otherPaths
    var lines = paths.flatMap { chunks(Sanitizer.line($0)) }.map { ($0, Role.overlay) }
    if entry.isArchived {
      lines.append((" Archived: the file is gone, its text was kept", .textDim))
    }
    if let failure = entry.failure {
      lines.append((" " + canvas.marks.cut(failure.description, to: columns - 3), .error))
    }
    if let summary = entry.summary {
      if let date = summary.date { lines.append((" " + BriefFacts.day(date), .textDim)) }
      let changed = entry.changedCount
      let facts = [
        "\(entry.unreadCount) of \(Count.of(summary.parts.count, "section")) unread",
        changed > 0 ? Count.of(changed, "section") + " changed since read" : nil,
        Count.of(summary.sourceCount, "source") + " of " + Count.of(summary.outletCount, "outlet"),
      ]
      lines += facts.compactMap(\.self).map { (" " + $0, .overlay) }
    }
    drawPanel(entry.title, lines, &canvas)
  }

  /// Rules above and below, no borders at the sides; at the bottom, or at the top where the bottom
  /// would hide what it is about.
  func drawPanel(
    _ title: String, _ lines: [(String, Role)], about citation: Int? = nil, _ canvas: inout Canvas
  ) {
    if options.isLinear { return drawLinearPanel(title, lines, &canvas) }
    let height = min(rows - 3, lines.count + 2)
    let lowest = max(1, rows - 2 - height)
    let first = citation != nil && isHidden(from: lowest) ? 0 : lowest
    for row in first..<first + height { canvas.grid.fill(row: row, style: canvas.theme[.overlay]) }
    canvas.rule(row: first, from: 0, to: columns)
    canvas.write(
      " \(canvas.marks.cut(title, to: columns - 8)) ", .overlayHeader, row: first, column: 2)
    for (offset, line) in lines.prefix(height - 2).enumerated() {
      canvas.write(line.0, line.1, row: first + 1 + offset, column: 0)
    }
    canvas.rule(row: first + height - 1, from: 0, to: columns)
  }

  /// Whether the selected link, or the line after it, stands at or below a row of the screen.
  private func isHidden(from row: Int) -> Bool {
    guard let link = currentLink, let area = arrangement.panes[.text] else { return false }
    return area.row + headerRows(.text) + link.lines.upperBound - text.top + 1 >= row
  }

  /// In one piece: with the rest where it fits in a line, else from the left edge on.
  private func chunks(_ text: String) -> [String] {
    if DisplayWidth.of(text) < columns { return [" " + text] }
    var chunks: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(String(character))
      if width + next > columns {
        chunks.append(line)
        line = ""
        width = 0
      }
      line.append(character)
      width += next
    }
    return chunks + [line]
  }

  /// Words in as many lines as half of the window has; the rest is cut.
  private func folded(_ text: String, _ marks: Marks) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let longer = (lines.last?.isEmpty == true ? "" : (lines.last ?? "") + " ") + word
      if DisplayWidth.of(longer) <= columns - 3 {
        lines[lines.count - 1] = longer
      } else if lines.count < max(1, rows / 2 - 6) {
        lines.append(marks.cut(String(word), to: columns - 3))
      } else {
        lines[lines.count - 1] = marks.cut(longer, to: columns - 3)
        break
      }
    }
    return lines
  }

  private func uses(of source: Source) -> String {
    guard let brief, !source.citations.isEmpty else { return "listed, never cited" }
    var seen: Set<Int> = []
    let places = source.citations.map { brief.citations[$0].section ?? -1 }
    let titles = places.filter { seen.insert($0).inserted }
      .map { $0 < 0 ? "the lede" : brief.sections[$0].title }
    let times = source.citations.count == 1 ? "once" : "\(source.citations.count) times"
    return "cited \(times): " + titles.joined(separator: ", ")
  }
}
