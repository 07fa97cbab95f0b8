import BriefModel
import Cells

/// What stands above lists and text in linear mode.
extension State {
  /// The lines above the rows of a pane: those of a list wrap, as far as half of the pane has room;
  /// above the text, which is to have the screen, the name gives way.
  func linearHeader(_ pane: Pane) -> [String] {
    let area = arrangement.panes[pane] ?? Rectangle(row: 0, column: 0, rows: 2, columns: columns)
    let title =
      switch pane {
      case .briefs:
        ["Briefs", briefCount(area), listArrangement].compactMap(\.self).filter { !$0.isEmpty }
          .joined(separator: ", ")
      case .sections: "Sections, " + Count.of(outline.count, "section")
      case .sources: "Sources, " + Count.of(sourceRows.count, "source")
      case .text: linearTextHeader
      }
    return title.isEmpty ? [""] : linearLines(title, atMost: area.rows / 2)
  }

  func drawLinearHeader(
    _ pane: Pane, _ role: Role, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    draw(linearHeader(pane), role, row: area.row, before: area.row + area.rows, &canvas)
  }

  private var linearTextHeader: String {
    guard let entry = entries[safe: current] else { return "" }
    let parts = entry.partCount
    let separator = columns < 40 ? "/" : " of "
    let unread = entry.unreadCount == 0 ? "read" : "\(entry.unreadCount)\(separator)\(parts) unread"
    let words = (parts > 0 ? [unread] : []) + (entry.record.isStarred ? ["starred"] : [])
    let end = words.map { ", " + $0 }.joined()
    let room = max(columns / 3, columns - 1 - DisplayWidth.of(end))
    return Marks(isASCII: options.isASCII).cut(headerName, to: room) + end
  }

  /// Words in lines of the window, of which the last is cut where there are too many.
  func linearLines(_ text: String, atMost most: Int) -> [String] {
    let (lines, most) = (linearLines(text), max(1, most))
    guard lines.count > most else { return lines }
    let marks = Marks(isASCII: options.isASCII)
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [marks.cut(rest, to: columns - 1)]
  }

  /// What stands above what lies over the panes.
  var overlayTitle: String {
    switch overlay {
    case .help(let help): helpTitle(help)
    case .messages: "MESSAGES"
    case .saved: "SAVED QUERIES"
    case .changes: "CHANGES  since you read it"
    case .themes(let chooser): "THEMES \(chooser.cursor.selected + 1)/\(themes?.count ?? 0)"
    case .desk(let desk):
      desk.level.name + (desk.level.rows.map { ", " + deskCount($0, desk) } ?? "")
    case .peek, .confirmAll, .labels, nil: ""
    }
  }

  private func helpTitle(_ help: HelpOverlay) -> String {
    let place = covered.last.map { "  " + $0.place } ?? ""
    return "HELP" + place + (help.filter.isEmpty ? "" : "  with “\(help.filter)”")
  }

  /// The same in lines, in linear mode.
  var linearTitle: [String] {
    overlayTitle.isEmpty ? [""] : linearLines(overlayTitle, atMost: rows / 3)
  }
}
