package import BriefModel

extension State {
  /// What `m` acts on: the part of the current section; those of its subsections where it has no
  /// text of its own; in a brief without sections the lede.
  var partsOfCurrentSection: [BriefSummary.Part] {
    guard let brief, let parts = entries[current].summary?.parts else { return [] }
    // A lede that changed is the first thing to read.
    if let lede = entries[current].changedLede, focus != .sections, text.section == nil {
      return [lede]
    }
    guard let section = sectionToMark else { return parts.filter { $0.section == nil } }
    if let own = parts.first(where: { $0.section == section }) { return [own] }
    guard brief.sections.indices.contains(section) else { return [] }
    let level = brief.sections[section].level
    let below = brief.sections[(section + 1)...].prefix { $0.level > level }.indices
    return parts.filter { $0.section.map(below.contains) ?? false }
  }

  /// The section meant by `m`: the selected row, the current section of the text, or above all
  /// sections the first that is on the screen.
  private var sectionToMark: Int? {
    if focus == .sections { return outline.contains(sections.selected) ? sections.selected : nil }
    if let section = text.section { return section }
    guard let layout, let first = layout.headings.first,
      first < text.top + visibleRows(.text)
    else { return nil }
    return 0
  }

  mutating func markSection() -> [Effect] {
    let parts = partsOfCurrentSection
    return setParts(parts, read: !parts.allSatisfy { entries[current].state(of: $0).isRead })
  }

  mutating func setParts(_ parts: [BriefSummary.Part], read: Bool) -> [Effect] {
    let title = parts.count == 1 ? short(name(of: parts[0])) : Count.of(parts.count, "section")
    let step = MarkStep(
      changes: steps(current, parts, read: read), what: "\(title) \(word(read))")
    return apply(new: step)
  }

  mutating func markBrief() -> [Effect] {
    guard let entry = meant, entries[entry].summary != nil else { return [] }
    let read = !entries[entry].state.isRead
    let step = MarkStep(
      changes: steps(entry, entries[entry].partsToRead, read: read),
      what: "\(short(entries[entry].title)) \(word(read))")
    return apply(new: step)
  }

  /// Marks all briefs of the list; one of which only the first rows are known is waited for.
  mutating func markAll() -> [Effect] {
    guard !list.isCut else {
      library.pending = .markAll
      return []
    }
    let unread = unreadRows
    if isBulk(unread.count) { return markInBulk(unread) }
    let missing = unread.compactMap { list.entry(at: $0) == nil ? list.ids[safe: $0] : nil }
    guard missing.isEmpty else {
      library.pending = .markAll
      return [.rows(missing)]
    }
    let changes = unread.compactMap(list.entry(at:)).flatMap { entry in
      steps(entry, entries[entry].unreadParts, read: true)
    }
    let briefs = Set(changes.map(\.entry)).count
    return apply(new: MarkStep(changes: changes, what: "\(Count.of(briefs, "brief")) marked read"))
  }

  mutating func star() -> [Effect] {
    guard let entry = meant else { return [] }
    let old = entries[entry].record.isStarred
    let change = MarkStep.Change(
      entry: entry, record: entries[entry].record.id, wasStarred: old, isStarred: !old)
    let what = "\(short(entries[entry].title)) \(old ? "no longer starred" : "starred")"
    return apply(new: MarkStep(changes: [change], what: what))
  }

  mutating func undoMark() -> [Effect] {
    guard let step = marks.undo() else { return [] }
    if let effects = replayInBulk(step, forward: false) { return effects }
    tell("Undone: \(step.what)")
    return apply(step, forward: false)
  }

  mutating func redoMark() -> [Effect] {
    guard let step = marks.redo() else { return [] }
    if let effects = replayInBulk(step, forward: true) { return effects }
    tell("Done again: \(step.what)")
    return apply(step, forward: true)
  }

  // MARK: - Reading past the end

  /// Notes the parts whose end went off the top of the screen, where the settings ask for that.
  ///
  /// An end that was never on the screen was jumped over and not read.
  mutating func passed(from old: Int, to new: Int) {
    guard options.marksReadWhenPassed, new > old, let layout else { return }
    // Blank lines below the screen hide nothing of an end.
    let below = layout.lines.dropFirst(old + visibleRows(.text))
    let seen = below.drop { $0.kind == .blank }.startIndex
    pass(old + 1...min(new, seen))
  }

  /// At the end of the text all parts on the last screen have been passed.
  mutating func passedEnd() {
    guard options.marksReadWhenPassed, let layout, text.top < layout.lines.count else { return }
    pass(text.top + 1...layout.lines.count)
  }

  /// Notes the parts that end before one of some lines.
  private mutating func pass(_ ends: ClosedRange<Int>) {
    guard let layout else { return }
    passedParts += entries[current].partsToRead.filter { part in
      let next = part.section.map { $0 + 1 } ?? 0
      return ends.contains(layout.headings[safe: next] ?? layout.lines.count)
    }
  }

  /// The marks of the parts that were passed, as one step of undo.
  mutating func markPassed() -> [Effect] {
    guard !passedParts.isEmpty else { return [] }
    let passed = entries[current].unreadParts.filter(passedParts.contains)
    passedParts = []
    return passed.isEmpty ? [] : setParts(passed, read: true)
  }

  // MARK: - Applying

  mutating func apply(new step: MarkStep) -> [Effect] {
    guard !step.changes.isEmpty else { return [] }
    marks.add(step)
    let undo = keymap.hint(.undo).map { "; \($0) undoes" } ?? ""
    let effects = apply(step, forward: true)
    tell(step.what + (effects.isEmpty ? ", for this run only" : "") + undo)
    return effects
  }

  /// Makes the changes in memory, for each entry of the same brief, and has them kept.
  private mutating func apply(_ step: MarkStep, forward: Bool) -> [Effect] {
    var kept = LibraryChanges()
    var unnumbered: [Int: UnnumberedMarks] = [:]
    // Each record is put back once: what is unread of an entry is counted whenever its record changes.
    var records: [Int: ReadingRecord] = [:]
    let entriesOf = Dictionary(grouping: entries.indices) { entries[$0].record.id }
    for change in step.changes {
      let numbers = numbers(of: change, forward: forward)
      let own = entries[change.entry].record.id == nil ? [change.entry] : []
      for entry in own + numbers.flatMap({ entriesOf[$0] ?? [] }) {
        change.apply(to: &records[entry, default: entries[entry].record], forward: forward)
      }
      kept.numbered += numbers.map { change.libraryChange(of: $0, forward: forward) }
      if numbers.isEmpty, !library.isMissing, let key = entries[change.entry].key {
        change.add(to: &unnumbered[change.entry, default: UnnumberedMarks(key)], forward: forward)
      }
    }
    put(records)
    kept.unnumbered = unnumbered.sorted { $0.key < $1.key }.map(\.value)
    guard !kept.isEmpty else { return [] }
    addPlace(to: &kept)
    return [.keep(kept)]
  }

  /// The numbers of the briefs that a change is about: of the one that it was made of, and of what
  /// its entry is by now, where that is another and has the mark as well.
  private func numbers(of change: MarkStep.Change, forward: Bool) -> [Int64] {
    let entry = entries[change.entry]
    guard let made = change.record else { return [entry.record.id].compactMap(\.self) }
    guard let now = entry.record.id, now != made, change.isIn(entry.record, forward: forward),
      list.row(of: change.entry, id: entry.id) != nil
    else { return [made] }
    return [made, now]
  }

  /// Puts records back that were changed by marks here.
  private mutating func put(_ records: [Int: ReadingRecord]) {
    var before: [Int: BriefFlags] = [:]
    for (entry, record) in records {
      before[entry] = entries[entry].flags
      entries[entry].record = record
      entries[entry].isMarkedSinceAsked = true
    }
    // Of a brief that was rewritten the list has the last entry.
    let last = records.keys.reduce(into: [Int64: Int]()) { last, entry in
      if let id = entries[entry].record.id { last[id] = max(entry, last[id] ?? entry) }
    }
    let counted = before.filter { entry, _ in
      entries[entry].record.id.map { last[$0] == entry } ?? true
    }
    countMarks(since: counted)
  }

  /// Takes the numbers that briefs got, with all that the library knows of them.
  mutating func take(recorded records: [Fingerprint: ReadingRecord]) {
    var before: [Int: BriefFlags] = [:]
    for entry in entries.indices where entries[entry].record.id == nil {
      guard let record = entries[entry].fingerprint.flatMap({ records[$0] }) else { continue }
      before[entry] = entries[entry].flags
      entries[entry].take(recorded: record)
    }
    marks.number(before.keys.reduce(into: [:]) { $0[$1] = entries[$1].record.id })
    countMarks(since: before)
  }

  /// Asks once more for what the library could not tell before.
  mutating func takeOpened() -> [Effect] {
    tell("The library can be written again; marks are kept")
    guard !list.isLibrary else { return relist() }
    return entries.indices.filter { entries[$0].record.id == nil }.flatMap { reload($0) }
  }

  /// The changes that mark parts of a brief, with that of its lede where it comes or goes with them.
  private func steps(
    _ entry: Int, _ parts: [BriefSummary.Part], read: Bool
  ) -> [MarkStep.Change] {
    let (record, summary) = (entries[entry].record, entries[entry].summary)
    let marked = record.marking(
      parts, of: summary?.parts ?? [], read: read, lede: summary?.lede)
    return marked.map { part in
      MarkStep.Change(
        entry: entry, record: record.id, part: part.id, before: record.readSections[part.id],
        after: read ? part.fingerprint : nil)
    }
  }

  /// A title that leaves room in a message for what was done, and for the key that undoes it.
  private func short(_ title: String) -> String {
    Marks(isASCII: options.isASCII).cut(title, to: max(12, columns - 36))
  }

  private func word(_ read: Bool) -> String { read ? "marked read" : "marked unread" }

  private func name(of part: BriefSummary.Part) -> String {
    if part.id == BriefSummary.ledeID { return "Lede" }
    guard let section = part.section, let brief else { return entries[current].title }
    return brief.sections[section].title
  }
}

extension State {
  /// By what another library finds briefs that this one has under numbers, as far as they were shown.
  package func keys(of records: Set<Int64>) -> [Int64: BriefKey] {
    var keys: [Int64: BriefKey] = [:]
    for entry in entries {
      guard let id = entry.record.id, records.contains(id), let key = entry.key else { continue }
      keys[id] = key
    }
    return keys
  }

  /// Shows marks that other readers made of the run's files; the place stays where one reads.
  mutating func take(readings records: [ReadingRecord]) {
    let known = records.reduce(into: [Int64: ReadingRecord]()) { known, record in
      if let id = record.id { known[id] = record }
    }
    for entry in entries.indices {
      guard let id = entries[entry].record.id, let record = known[id] else { continue }
      var own = entries[entry].record
      own.isStarred = record.isStarred
      own.readSections = record.readSections
      if entry != current { own.place = record.place }
      if own != entries[entry].record { entries[entry].record = own }
    }
  }
}
