/// Going from pane to pane, and showing and hiding them.
extension State {
  mutating func moveLeft() -> [Effect] { paneOnLeft.map { focus(on: $0) } ?? [] }

  mutating func moveRight() -> [Effect] {
    if opensToRight { return openSelectedBrief() }
    return paneOnRight.map { focus(on: $0) } ?? []
  }

  /// The pane that is gone to on the left, be it shown yet or not.
  private var paneOnLeft: Pane? {
    if let pane = neighbour(by: -1) { return pane }
    switch focus {
    case .briefs: return nil
    case .sections, .sources: return isOnlyPane ? .text : hasBriefList ? .briefs : nil
    case .text: return hasBriefList ? .briefs : nil
    }
  }

  /// The pane that is gone to on the right, be it shown yet or not.
  private var paneOnRight: Pane? {
    if let pane = neighbour(by: 1) { return pane }
    return focus == .sections ? .text : nil
  }

  /// Whether the pane on the right is the text of the brief under the cursor, which is to be opened.
  private var opensToRight: Bool {
    focus == .briefs && list.count > 0 && (arrangement.panes[.text] == nil || !isSelectedShown)
  }

  /// Why there is nowhere to go on the left or on the right.
  func reasonAgainstMoving(isLeft: Bool) -> String? {
    guard isLeft ? paneOnLeft == nil : paneOnRight == nil && !opensToRight else { return nil }
    return isOnlyPane ? noOtherPane : "No pane is on the \(isLeft ? "left" : "right")"
  }

  /// Why this pane cannot be shown alone.
  var reasonAgainstZooming: String? { isOnlyPane && !isZoomed ? noOtherPane : nil }

  private var isOnlyPane: Bool { visiblePanes.count < 2 }

  private var noOtherPane: String {
    let words = "No other pane is shown"
    guard focus == .text, reason(against: .sources) == nil, let key = keymap.hint(.sources) else {
      return words
    }
    return words + "; \(key) shows the sources"
  }

  mutating func movePane(by step: Int) -> [Effect] {
    let panes = visiblePanes
    guard panes.count > 1, let index = panes.firstIndex(of: focus) else {
      return focus == .briefs ? openSelectedBrief() : focus(on: .text)
    }
    return focus(on: panes[(index + step + panes.count) % panes.count])
  }

  mutating func focus(on pane: Pane) -> [Effect] {
    focus = pane
    if pane == .briefs { briefs.selected = currentRow }
    return []
  }

  private var visiblePanes: [Pane] { Pane.allCases.filter { arrangement.panes[$0] != nil } }

  private func neighbour(by step: Int) -> Pane? {
    let panes = visiblePanes
    guard let index = panes.firstIndex(of: focus), panes.indices.contains(index + step) else {
      return nil
    }
    return panes[index + step]
  }

  /// Shows or hides a pane; in the list that of the brief under the cursor, which is opened for it
  /// where another text or none is on the screen.
  mutating func toggle(_ pane: Pane) -> [Effect] {
    guard opensForPane else { return toggleBesideText(pane) }
    let effects = openSelectedBrief()
    if arrangement.mode != .single { shown[pane] = true }
    isZoomed = false
    focus = pane
    selectCurrent(in: pane)
    return effects
  }

  private mutating func toggleBesideText(_ pane: Pane) -> [Effect] {
    if arrangement.mode == .single || isZoomed {
      isZoomed = false
      focus = focus == pane ? .text : pane
      if arrangement.mode != .single { shown[pane] = focus == pane }
      return []
    }
    let isShown = arrangement.panes[pane] != nil
    shown[pane] = !isShown
    if isShown {
      if focus == pane { focus = .text }
    } else {
      focus = pane
      selectCurrent(in: pane)
    }
    return []
  }

  /// Opens a list at what the text is at.
  private mutating func selectCurrent(in pane: Pane) {
    if pane == .sources, let source = currentSource { selectedSource = source }
    if pane == .sections, let section = text.section { sections.selected = section }
  }

  mutating func zoom() -> [Effect] {
    isZoomed.toggle()
    return []
  }
}
