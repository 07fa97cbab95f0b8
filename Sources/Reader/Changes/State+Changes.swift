import BriefModel
import Cells

extension State {
  /// Why there is nothing to compare with; nil where there is, as far as is known without reading
  /// the kept texts.
  var reasonAgainstChanges: String? {
    guard let entry = meant.flatMap({ entries[safe: $0] }), entry.summary != nil,
      focus == .briefs || entry.brief != nil
    else { return needSummary ?? "No brief is open" }
    let texts = entry.record.readTexts.map(\.fingerprint)
    if entry.changedCount == 0, entry.newCount == 0,
      texts.isEmpty || texts.first == entry.fingerprint
    {
      let isRead = !texts.isEmpty || entry.unreadCount < entry.partCount
      return isRead ? Self.nothingChanged : Self.noText
    }
    return texts.contains { $0 != entry.fingerprint } ? nil : Self.noText
  }

  private static let nothingChanged = "Nothing changed since you read it"
  private static let noText = "No earlier text was kept"

  /// Asks for the comparison, of the brief under the cursor in the list once it has been read; an
  /// overlay that shows one goes.
  mutating func showChanges() -> [Effect] {
    guard let entry = meant else { return [] }
    let effects = entry == current && brief != nil ? [] : show(entry, at: .kept)
    comparing = entry
    return effects + goOnToChanges(of: entry)
  }

  /// The brief that changes were asked of may be there now.
  mutating func goOnToChanges(of entry: Int) -> [Effect] {
    guard comparing == entry, entry == current, let brief else { return [] }
    comparing = nil
    if meant != entry { return [] }
    if let reasonAgainstChanges {
      tell(reasonAgainstChanges)
      return []
    }
    return [.compare(entry: entry, brief, entries[entry].record)]
  }

  mutating func take(_ comparison: BriefComparison?, entry: Int) {
    if telling == entry { return tellRewritten(entry, comparison) }
    guard entry == current, entry == meant, brief != nil else { return }
    guard let comparison else { return tell(Self.noText) }
    guard !comparison.isSame else { return tell(Self.nothingChanged) }
    let layout = changesLayout(of: comparison)
    var changes = ChangesOverlay(comparison: comparison, layout: layout)
    if let line = text.section.flatMap({ layout.headings[$0] }) {
      changes.top = clamped(line - linesAboveChange, layout)
      changes.current = layout.stops.firstIndex { $0 >= line } ?? max(0, layout.stops.count - 1)
    }
    overlay = .changes(changes)
    tell(comparison.summary.prefix(1).uppercased() + comparison.summary.dropFirst())
  }

  private func changesLayout(of comparison: BriefComparison) -> ChangesLayout {
    var read: [Int?] = comparison.parts.compactMap(\.section).filter {
      entries[current].state(ofSection: $0) == .read
    }
    if entries[current].isLedeRead { read.append(nil) }
    var builder = ChangesLayoutBuilder(
      width: changesMeasure.width, isASCII: options.isASCII, isLinear: options.isLinear,
      readSections: Set(read),
      breaking: LineBreaking())
    return builder.build(comparison)
  }

  /// Columns of the changes and of the space before them.
  var changesMeasure: (left: Int, width: Int) {
    if options.isLinear { return (0, min(options.measure, columns - 1)) }
    let width = min(options.measure + ChangesLayoutBuilder.gutter, columns - 4)
    return (max(1, (columns - width) / 2), width)
  }

  /// Lays the changes out anew where the window has another width; the change on top stays there.
  mutating func settleChanges() {
    guard case .changes(var changes) = overlay else { return }
    let measure = changesMeasure.width
    if changes.layout.width != max(12, measure) {
      let stop = changes.layout.stops.lastIndex { $0 <= changes.top + linesAboveChange }
      changes.layout = changesLayout(of: changes.comparison)
      changes.top =
        stop.flatMap { changes.layout.stops[safe: $0] }.map { $0 - linesAboveChange } ?? 0
    }
    changes.top = clamped(changes.top, changes.layout)
    changes.follow(visible: overlayRows)
    overlay = .changes(changes)
  }

  /// A change that one goes to stands on the second line; in linear mode at the top, as the cursor.
  private var linesAboveChange: Int { options.isLinear ? 0 : 1 }

  private func clamped(_ top: Int, _ layout: ChangesLayout) -> Int {
    overlayTop(top, of: layout.lines.count)
  }

  mutating func scroll(_ changes: ChangesOverlay, by lines: Int) {
    var changes = changes
    changes.top = clamped(changes.top + lines, changes.layout)
    changes.follow(visible: overlayRows)
    overlay = .changes(changes)
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
      move(by: (command == .next ? 1 : -1) * (count ?? 1), &changes)
      overlay = .changes(changes)
      return []
    case .markSection: return mark(changes)
    case .undo: return foldAnew(changes, after: perform(.undo))
    case .redo: return foldAnew(changes, after: perform(.redo))
    case .redraw, .suspend, .quit, .help: return nil
    default: break
    }
    if let top = scrolled(changes.top, by: key, count: changes.layout.lines.count) {
      changes.top = top
      changes.follow(visible: overlayRows)
      overlay = .changes(changes)
    } else {
      let place = Overlay.changes(changes).place
      tell("\(KeyName.name(key)) does nothing \(place)\(closing)")
    }
    return []
  }

  private var closing: String {
    let place = focus == .briefs ? "list" : "text"
    return keymap.hint(.close).map { "; \($0) goes back to the \(place)" } ?? ""
  }

  /// Goes to the next change, on the second line as far as the end of the text allows.
  private mutating func move(by step: Int, _ changes: inout ChangesOverlay) {
    let stops = changes.layout.stops
    let target = max(0, min(changes.current + step, stops.count - 1))
    guard target != changes.current, let stop = stops[safe: target] else {
      return tell(step > 0 ? "This is the last change" : "This is the first change")
    }
    changes.current = target
    changes.top = clamped(stop - linesAboveChange, changes.layout)
  }

  /// Marks the section of the current change; what was read is folded, and the next change stands
  /// in its place.
  private mutating func mark(_ changes: ChangesOverlay) -> [Effect] {
    guard
      let part = changes.layout.stops[safe: changes.current]
        .flatMap({ part(atLine: $0, of: changes.layout) })
    else {
      tell("This change is in no section that can be marked")
      return []
    }
    let isRead = entries[current].state(of: part).isRead
    return foldAnew(changes, after: setParts([part], read: !isRead))
  }

  /// The section of the brief in which a line of the changes stands, or the lede.
  private func part(atLine line: Int, of layout: ChangesLayout) -> BriefSummary.Part? {
    let summary = entries[current].summary
    if layout.lede.contains(line) {
      return summary?.lede ?? summary?.parts.first { $0.section == nil }
    }
    guard let section = layout.section(at: line) else { return nil }
    return summary?.parts.first { $0.section == section }
  }

  private mutating func foldAnew(
    _ changes: ChangesOverlay, after effects: [Effect]
  ) -> [Effect] {
    var changes = changes
    changes.layout = changesLayout(of: changes.comparison)
    changes.current = min(changes.current, max(0, changes.layout.stops.count - 1))
    let stop = changes.layout.stops[safe: changes.current] ?? 0
    changes.top = clamped(stop - linesAboveChange, changes.layout)
    overlay = .changes(changes)
    return effects
  }
}
