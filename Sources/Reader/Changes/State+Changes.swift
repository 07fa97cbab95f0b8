import BriefModel
import Cells

extension State {
  /// Why there is nothing to compare with; nil where there is, as far as is known without reading
  /// the kept texts.
  var reasonAgainstChanges: String? {
    guard let entry = entries[safe: current], entry.brief != nil else {
      return "No brief is open"
    }
    let texts = entry.record.readTexts.map(\.fingerprint)
    if entry.changedCount == 0, texts.isEmpty || texts.first == entry.fingerprint {
      let isRead = !texts.isEmpty || entry.unreadCount < (entry.summary?.parts.count ?? 0)
      return isRead ? Self.nothingChanged : Self.noText
    }
    return texts.contains { $0 != entry.fingerprint } ? nil : Self.noText
  }

  private static let nothingChanged = "Nothing changed since you read it"
  private static let noText = "No earlier text was kept"

  /// Asks for the comparison; an overlay that shows one goes.
  func showChanges() -> [Effect] {
    guard let brief else { return [] }
    return [.compare(entry: current, brief, entries[current].record)]
  }

  mutating func take(_ comparison: BriefComparison?, entry: Int) {
    guard entry == current, brief != nil else { return }
    guard let comparison else { return tell(Self.noText) }
    guard !comparison.isSame else { return tell(Self.nothingChanged) }
    let layout = changesLayout(of: comparison)
    var changes = ChangesOverlay(comparison: comparison, layout: layout)
    if let line = text.section.flatMap({ layout.headings[$0] }) {
      changes.top = clamped(line - 1, layout)
    }
    overlay = .changes(changes)
    tell(comparison.summary.prefix(1).uppercased() + comparison.summary.dropFirst())
  }

  private func changesLayout(of comparison: BriefComparison) -> ChangesLayout {
    let read = comparison.parts.compactMap(\.section).filter {
      entries[current].state(ofSection: $0) == .read
    }
    var builder = ChangesLayoutBuilder(
      width: changesMeasure.width, isASCII: options.isASCII, readSections: Set(read),
      breaking: LineBreaking())
    return builder.build(comparison)
  }

  /// Columns of the changes and of the space before them.
  var changesMeasure: (left: Int, width: Int) {
    let width = min(options.measure + ChangesLayoutBuilder.gutter, columns - 4)
    return (max(1, (columns - width) / 2), width)
  }

  /// Lays the changes out anew where the window has another width; the change on top stays there.
  mutating func settleChanges() {
    guard case .changes(var changes) = overlay else { return }
    let measure = changesMeasure.width
    if changes.layout.width != max(12, measure) {
      let stop = changes.layout.stops.lastIndex { $0 <= changes.top + 1 }
      changes.layout = changesLayout(of: changes.comparison)
      changes.top = stop.flatMap { changes.layout.stops[safe: $0] }.map { $0 - 1 } ?? 0
    }
    changes.top = clamped(changes.top, changes.layout)
    overlay = .changes(changes)
  }

  private func clamped(_ top: Int, _ layout: ChangesLayout) -> Int {
    max(0, min(top, layout.lines.count - overlayRows))
  }

  /// The wheel scrolls the changes where they are shown; false where they are not.
  mutating func turnWheelOverChanges(_ lines: Int) -> Bool {
    guard prompt == nil, case .changes(var changes) = overlay else { return false }
    changes.top = clamped(changes.top + lines, changes.layout)
    overlay = .changes(changes)
    return true
  }

  // MARK: - Keys

  mutating func take(_ key: Key, _ changes: ChangesOverlay) -> [Effect]? {
    var changes = changes
    let command = keymap[key]
    switch command {
    case .changes, .close, .cancel:
      overlay = nil
      return []
    case .next, .previous:
      move(by: command == .next ? 1 : -1, &changes)
      overlay = .changes(changes)
      return []
    case .redraw, .suspend, .quit, .help: return nil
    default: break
    }
    if let top = scrolled(changes.top, by: key, count: changes.layout.lines.count) {
      changes.top = top
      overlay = .changes(changes)
    } else {
      tell("\(KeyName.name(key)) does nothing here\(closing)")
    }
    return []
  }

  private var closing: String {
    keymap.hint(.close).map { "; \($0) goes back to the text" } ?? ""
  }

  /// Brings the next change to the second line; where the end is on the screen, all are.
  private mutating func move(by step: Int, _ changes: inout ChangesOverlay) {
    let stops = changes.layout.stops
    let here = changes.top + 1
    let target = step > 0 ? stops.first { $0 > here } : stops.last { $0 < here }
    let top = clamped((target ?? 0) - 1, changes.layout)
    guard target != nil, top != changes.top else {
      return tell(step > 0 ? "This is the last change" : "This is the first change")
    }
    changes.top = top
  }
}
