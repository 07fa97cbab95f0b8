import BriefModel

extension State {
  // MARK: - Rows and lines

  mutating func move(by rows: Int) -> [Effect] {
    switch focus {
    case .text:
      scroll(by: rows)
      return []
    case .briefs:
      briefs.move(by: rows, count: list.count)
      return preview()
    case .sections:
      sections.move(by: rows, count: outline.count)
      return []
    case .sources:
      sources.move(by: rows, count: sourceRows.count)
      return []
    }
  }

  /// Moves by rows or lines; in linear mode first through a row that is taller than the screen.
  mutating func step(by rows: Int) -> [Effect] {
    if scrollRow(by: rows) { return [] }
    let old = selectedRow
    let effects = move(by: rows)
    if rows < 0, selectedRow != old { comeFromBelow() }
    return effects
  }

  mutating func goTo(row: Int) -> [Effect] {
    guard focus != .text else {
      if row == .max { scrollToEnd() } else { scroll(to: row) }
      return []
    }
    let selected =
      focus == .briefs
      ? briefs.selected
      : focus == .sections
        ? sections.selected : sources.selected
    let effects = move(by: row == .max ? 1_000_000_000 : row - selected)
    showBeginning()
    return effects
  }

  /// Scrolls the text; where nothing more comes below one stays in the section that one is in.
  mutating func scroll(by lines: Int) {
    if lines < 0 || nearestTop(text.top + lines) != text.top { scroll(to: text.top + lines) }
  }

  /// Goes to the end of the text, and there into the last section that can be marked.
  private mutating func scrollToEnd() {
    scroll(to: lowestTop)
    guard let last = entries[safe: current]?.partsToRead.last?.section,
      last > text.section ?? -1
    else { return }
    text.link = nil
    text.section = last
    sections.selected = last
  }

  private func nearestTop(_ line: Int) -> Int { max(0, min(line, lowestTop)) }

  /// Brings a line to the top; its section becomes the current one.
  mutating func scroll(to line: Int) {
    guard let layout, let brief else { return }
    let old = text.top
    text.top = nearestTop(line)
    text.section = layout.section(at: text.top)
    text.place = layout.place(of: text.top, in: brief)
    if let section = text.section { sections.selected = section }
    if let link = text.link, !isVisible(layout.links[link]) { text.link = nil }
    passed(from: old, to: text.top)
  }

  /// Scrolls no more than needed to have some lines on the screen, with a little air around.
  mutating func reveal(_ lines: ClosedRange<Int>) {
    if options.isLinear { return scroll(to: lines.lowerBound) }
    let visible = visibleRows(.text)
    if lines.lowerBound < text.top {
      scroll(to: lines.lowerBound - min(3, visible / 4))
    } else if lines.upperBound >= text.top + visible {
      scroll(to: lines.upperBound - visible + 1 + min(3, visible / 4))
    }
  }

  mutating func scrollSideways(by columns: Int) -> [Effect] {
    guard let layout else { return [] }
    let widest = layout.lines.map { $0.kind == .preformatted ? $0.width : 0 }.max() ?? 0
    text.sideways = max(0, min(text.sideways + columns, widest - layout.width))
    return []
  }

  var isAtEnd: Bool {
    guard let layout else { return true }
    return text.top + visibleRows(.text) >= layout.lines.count
  }

  /// A page keeps one line of the last one.
  var pageRows: Int {
    focus == .text ? max(1, visibleRows(.text) - 1) : max(1, rowsOnScreen(focus))
  }

  mutating func pageDown(by pages: Int) -> [Effect] {
    guard focus == .text else { return step(by: pageRows * pages) }
    let (old, top) = (text.top, pageTop(text.top + pageRows * pages))
    guard nearestTop(top) != old else { return [] }
    scroll(to: top)
    // The last page begins above what was read up to.
    if pages == 1, text.top < top, let section = layout?.section(at: top) {
      text.section = section
      sections.selected = section
    }
    return []
  }

  /// The first line of the page that would begin with some line of the last one: the heading after
  /// it, where it is the end of a section, so that `m` means what the page is of.
  private func pageTop(_ line: Int) -> Int {
    guard let layout, let kept = layout.lines[safe: line]?.kind, kept != .heading else {
      return line
    }
    let next = line + (kept == .blank ? 0 : 1)
    let blank = layout.lines[min(next, layout.lines.count)...].prefix { $0.kind == .blank }
    return layout.lines[safe: blank.endIndex]?.kind == .heading ? blank.endIndex : line
  }

  /// A page on; at the end of the text the next unread section, then the next unread brief.
  mutating func readOn() -> [Effect] {
    guard focus == .text else { return step(by: max(1, rowsOnScreen(focus))) }
    if !isAtEnd { return pageDown(by: 1) }
    passedEnd()
    let marks = markPassed()
    if goToUnreadSection(by: 1) { return marks }
    if let row = unreadRow(from: currentRow, by: 1) {
      return marks + goOn(toRow: row, at: .firstUnread, from: currentRow, by: 1)
    }
    if marks.isEmpty { tell("Nothing unread comes after this") }
    return marks
  }

  /// Shows the brief of a row, and says so where the list was gone around.
  private mutating func goOn(
    toRow row: Int, at jump: Jump, from old: Int, by step: Int
  ) -> [Effect] {
    leaveSpot()
    let effects = show(row: row, at: jump)
    if step > 0, row < old { tell("From the first brief again") }
    if step < 0, row > old { tell("From the last brief again") }
    return effects
  }

  // MARK: - Sections

  mutating func moveSection(by count: Int) -> [Effect] {
    guard let brief, !brief.sections.isEmpty else { return [] }
    if count > 0, !hasNextSection {
      tell("This is the last section")
      return []
    }
    let target = (text.section ?? -1) + count
    if target < 0 {
      scroll(to: 0)
      text.section = nil
    } else {
      goTo(section: min(target, brief.sections.count - 1))
    }
    return []
  }

  /// Brings a section's heading to the top line, as far as the text allows.
  mutating func goTo(section index: Int) {
    guard let layout, layout.headings.indices.contains(index) else { return }
    scroll(to: layout.headings[index])
    text.link = nil
    text.section = index
    sections.selected = index
  }

  mutating func goTo(part: BriefSummary.Part?) {
    guard let part else { return }
    if let section = part.section { goTo(section: section) } else { scroll(to: 0) }
  }

  mutating func goTo(anchor: String) {
    guard let brief else { return }
    let wanted = anchor.lowercased()
    if let index = brief.sections.firstIndex(where: { $0.id == wanted || $0.id == anchor }) {
      goTo(section: index)
    } else if wanted.isEmpty || wanted == "top" {
      scroll(to: 0)
    } else {
      tell("No section is called #\(anchor) in this brief")
    }
  }

  /// `n` and `N`: matches where the pane was searched, else unread sections across the briefs.
  mutating func goToNext(_ count: Int) -> [Effect] {
    if searchHere != nil { return moveMatch(by: count) }
    let step = count < 0 ? -1 : 1
    if focus == .briefs {
      if let row = unreadRow(from: briefs.selected, by: count) {
        return move(by: row - briefs.selected)
      }
      tell("No other brief of the list has anything unread")
      return []
    }
    if goToUnreadSection(by: count) { return [] }
    if let row = unreadRow(from: currentRow, by: step) {
      return goOn(
        toRow: row, at: step > 0 ? .firstUnread : .lastUnread, from: currentRow, by: step)
    }
    if let first = step > 0
      ? entries[current].unreadParts.first : entries[current].unreadParts.last,
      first.section != text.section
    {
      goTo(part: first)
      tell(step > 0 ? "From the top again" : "From the end again")
      return []
    }
    tell("Nothing else is unread")
    return []
  }

  /// Goes so many unread sections on or back, as far as this brief has them; false where it has
  /// none that way.
  mutating func goToUnreadSection(by count: Int) -> Bool {
    let here = text.section ?? -1
    let unread = entries[current].unreadParts.compactMap(\.section)
    let ahead = count > 0 ? unread.filter { $0 > here } : unread.filter { $0 < here }.reversed()
    guard let section = ahead.prefix(abs(count)).last else { return false }
    goTo(section: section)
    focus = .text
    return true
  }

  /// The row so many unread ones on or back, going around the list at most once.
  func unreadRow(from row: Int, by count: Int) -> Int? {
    let step = count < 0 ? -1 : 1
    let others = (1..<max(1, list.count)).lazy.map { distance in
      (row + step * distance + list.count) % list.count
    }
    return others.filter(isUnread).prefix(abs(count)).last
  }
}
