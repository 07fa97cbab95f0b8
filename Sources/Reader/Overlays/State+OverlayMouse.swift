/// The mouse over what lies over the panes.
extension State {
  /// A click on a row of a list chooses it, and a second one opens it; any other click closes what
  /// lies over the panes.
  mutating func clickOverlay(line: Int) -> [Effect] {
    guard var list = overlayList, let row = list.row(at: line) else {
      closeOverlay()
      return []
    }
    if row == list.cursor.selected { return openOverlayRow() }
    list.rows.move(&list.cursor, .to(row))
    return set(overlayCursor: list.cursor)
  }

  /// Scrolls what lies over the panes, as far as it goes on.
  mutating func turnWheelOverOverlay(_ lines: Int) -> [Effect] {
    switch overlay {
    case .help(var help):
      help.top = overlayTop(help.top + lines, of: helpLines(help).count)
      overlay = .help(help)
    case .messages(let top):
      overlay = .messages(top: overlayTop(top + lines, of: messageLines.count))
    case .peek(let peek) where options.isLinear:
      panelTop = overlayTop(panelTop + lines, of: linearPanel(peek).count)
    case .changes(let changes): scroll(changes, by: lines)
    case .desk, .saved, .themes:
      guard var list = overlayList else { return [] }
      list.rows.turnWheel(&list.cursor, lines)
      return set(overlayCursor: list.cursor)
    case .peek, .confirmAll, .labels, nil: break
    }
    return []
  }

  /// The list that lies over the panes; nil where something else does, or nothing.
  private var overlayList: OverlayList? {
    switch overlay {
    case .desk(let desk):
      OverlayList(tallRows(desk.level), desk.level.cursor, firstLine: overlayTop)
    case .saved(let saved): OverlayList(tallRows(saved), saved.cursor, firstLine: overlayTop)
    case .themes(let chooser):
      OverlayList(themeList, chooser.cursor, firstLine: firstThemeLine)
    case .help, .peek, .messages, .confirmAll, .labels, .changes, nil: nil
    }
  }

  private mutating func set(overlayCursor cursor: ListCursor) -> [Effect] {
    switch overlay {
    case .desk(var desk):
      desk.level.cursor = cursor
      set(desk)
    case .saved(var saved):
      saved.cursor = cursor
      overlay = .saved(saved)
    case .themes: return showTheme(at: cursor)
    case .help, .peek, .messages, .confirmAll, .labels, .changes, nil: break
    }
    return []
  }

  /// What the row under the cursor leads to.
  private mutating func openOverlayRow() -> [Effect] {
    switch overlay {
    case .desk(let desk): enter(desk)
    case .saved(let saved): list(saved.cursor.selected)
    case .themes(let chooser): keep(chooser)
    case .help, .peek, .messages, .confirmAll, .labels, .changes, nil: []
    }
  }
}
