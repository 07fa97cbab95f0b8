import BriefModel
import Cells

/// What the rows of lists say in linear mode, each in as many lines as its sentence needs.
extension State {
  /// Words in lines of the window.
  func linearLines(_ text: String) -> [String] { folded(text, to: columns - 1) }

  /// The rows of a pane.
  func linearRows(_ pane: Pane) -> LinearRows {
    LinearRows(count: linearCount(pane), visible: visibleRows(pane)) { row in
      linearLines(sentence(of: pane, row: row))
    }
  }

  private func linearCount(_ pane: Pane) -> Int {
    switch pane {
    case .briefs: list.count
    case .sections: outline.count
    case .sources: sourceRows.count
    case .text: 0
    }
  }

  private func sentence(of pane: Pane, row: Int) -> String {
    switch pane {
    case .briefs:
      list.entry(at: row).flatMap { entries[safe: $0] }.map(sentence) ?? ""
    case .sections: sentence(ofSection: row)
    case .sources:
      sourceRows[safe: row].flatMap { brief?.sources[safe: $0] }.map(sentence) ?? ""
    case .text: ""
    }
  }

  func sentence(of entry: Entry) -> String {
    var parts = [entry.title]
    if entry.failure != nil { parts.append("not readable") }
    if let summary = entry.summary {
      parts.append(word(for: entry.state))
      if let date = entry.date {
        parts.append((date.origin == .file ? "file of " : "") + DateText.medium(date.date))
      }
      if entry.partCount > 1 { parts.append(progress(of: entry) + " sections unread") }
      parts.append(
        list.shared(by: entry.id).map { Count.of($0, "shared source") }
          ?? Count.of(summary.sourceCount, "source"))
    }
    if entry.record.isStarred { parts.append("starred") }
    if entry.isArchived { parts.append("archived") }
    return parts.joined(separator: ", ")
  }

  func sentence(of group: BriefGroup) -> String {
    let name =
      switch group.name {
      case .day(let date?): DateText.heading(date, today: options.today, isShort: false)
      case .day(nil): "No date"
      case .folder(let path): shownPath(path)
      }
    return "\(name), \(group.unread) of \(Count.of(group.count, "brief")) unread"
  }

  private func sentence(ofSection index: Int) -> String {
    guard let section = brief?.sections[safe: index] else { return "" }
    return ([section.title] + headingWords(index)).joined(separator: ", ")
  }

  private func sentence(of source: Source) -> String {
    let date = source.date.map { [String(sourceDate($0).drop { $0 == " " })] } ?? []
    let words = ["\(source.number) \(source.outlet)"] + date + [uses(source), about(source)]
    return words.joined(separator: ", ")
  }

  private func uses(_ source: Source) -> String {
    source.citations.isEmpty ? "not cited" : "cited " + Count.of(source.citations.count, "time")
  }

  /// The words for the marks of a section; in place of its read state, which changes while the text
  /// stands, another may be put.
  func headingWords(_ section: Int, as other: ReadState? = nil) -> [String] {
    guard let brief else { return [] }
    let sourcing = Sourcing(of: brief.citations[brief.citationsBelow(section)], in: brief)
    let state = entries[current].state(ofSection: section).map { [word(for: other ?? $0)] } ?? []
    guard !sourcing.sources.isEmpty else { return state }
    return state + [
      Count.of(sourcing.sources.count, "source"), Count.of(sourcing.outletCount, "outlet"),
    ]
  }

  private func word(for state: ReadState) -> String {
    switch state {
    case .unread: "unread"
    case .read: "read"
    case .changed: "changed"
    case .new: "new"
    }
  }

  // MARK: - Moving

  /// Scrolls through the row under the cursor of the focused list where it is taller than the
  /// screen; false where there is no more of it that way.
  mutating func scrollRow(by step: Int) -> Bool {
    guard options.isLinear, focus != .text else { return false }
    let rows = linearRows(focus).tall
    switch focus {
    case .briefs: return briefLines.scroll(through: &briefs, by: step)
    case .sections: return rows.scroll(&sections, by: step)
    case .sources: return rows.scroll(&sources, by: step)
    case .text: return false
    }
  }

  /// The row under the cursor is shown from its beginning.
  mutating func showBeginning() {
    briefs.hidden = 0
    sections.hidden = 0
    sources.hidden = 0
  }

  /// From below one comes to the end of a row that is taller than the screen.
  mutating func comeFromBelow() {
    guard options.isLinear else { return }
    switch focus {
    case .briefs: briefs.hidden = .max
    case .sections: sections.hidden = .max
    case .sources: sources.hidden = .max
    case .text: break
    }
  }

  /// How many rows of a list, or lines of the text, are on the screen.
  func rowsOnScreen(_ pane: Pane) -> Int {
    guard options.isLinear else { return visibleRows(pane) }
    switch pane {
    case .briefs: return briefLines.rows(from: briefs.top).count
    case .sections: return linearRows(.sections).tall.shown(from: sections).count
    case .sources: return linearRows(.sources).tall.shown(from: sources).count
    case .text: return visibleRows(.text)
    }
  }
}
