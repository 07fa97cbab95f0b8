import BriefModel

extension State {
  /// As many briefs stay in memory as were shown last.
  private static let kept = 8

  /// Shows a brief, reading its file where it is not in memory.
  mutating func show(_ entry: Int, at jump: Jump) -> [Effect] {
    guard entries.indices.contains(entry) else { return [] }
    let effects = entry == current ? [] : keepPlace()
    current = entry
    if let row = list.row(of: entry, id: entries[entry].id) { briefs.selected = row }
    layout = nil
    text = TextPosition()
    sections = ListCursor()
    sources = ListCursor()
    if search?.pane != .briefs || focus != .briefs { search = nil }
    citationSpot = nil
    self.jump = jump
    remember(entry)
    orderSources()
    if entries[entry].brief != nil { return effects }
    return effects + [load(entry)]
  }

  private mutating func load(_ entry: Int) -> Effect {
    entries[entry].isMarkedSinceAsked = false
    return .load(entry: entry, entries[entry].origin)
  }

  private mutating func remember(_ entry: Int) {
    recent.removeAll { $0 == entry }
    recent.append(entry)
    while recent.count > Self.kept { entries[recent.removeFirst()].brief = nil }
  }

  mutating func take(loaded result: Result<LoadedBrief, BriefError>, entry: Int) -> [Effect] {
    guard entries.indices.contains(entry) else { return [] }
    switch result {
    case .failure(let error):
      if error.reason == .missing, entries[entry].leavePath() { return [load(entry)] }
      if entries[entry].brief != nil { return takeLost(entry, error) }
      entries[entry].failure = error
    case .success(let loaded):
      library.lostFiles[entry] = nil
      let date = entries[entry].date
      let effects = take(loaded, entry: entry)
      return effects + sortFiles(after: entry, since: date) + goOnToChanges(of: entry)
    }
    return []
  }

  private mutating func take(_ loaded: LoadedBrief, entry: Int) -> [Effect] {
    var old = entries[entry].brief
    // The same from another place is no other brief.
    old?.path = loaded.brief.path
    forgetPassage(of: entry, unlessIn: loaded.fingerprint)
    entries[entry].take(BriefSummary(loaded.brief), loaded.fingerprint, loaded.record)
    guard recent.contains(entry) else { return [] }
    entries[entry].brief = loaded.brief
    guard entry == current else { return [] }
    orderSources()
    guard old != loaded.brief else {
      if note?.text == rereading(entry) { tell("\(entries[entry].fileName) has not changed") }
      return []
    }
    layout = nil
    guard old != nil else {
      tell(loaded.brief.notices)
      if entries[entry].isArchived { tell("The file is gone; this is the text that was kept") }
      return []
    }
    forgetNumbers(of: entry)
    jump = .place(text.place)
    return sayWhatChanged(in: entry, loaded.brief)
  }

  /// Says that a brief was written anew, and what of it changed: by the text that was read, where
  /// that was kept, as `d` does.
  private mutating func sayWhatChanged(in entry: Int, _ brief: Brief) -> [Effect] {
    let texts = entries[entry].record.readTexts
    guard texts.contains(where: { $0.fingerprint != entries[entry].fingerprint }) else {
      tellRewritten(entry, nil)
      return []
    }
    telling = entry
    return [.compare(entry: entry, brief, entries[entry].record)]
  }

  /// Says it, without a comparison by the marks alone.
  mutating func tellRewritten(_ entry: Int, _ comparison: BriefComparison?) {
    telling = nil
    guard entry == current else { return }
    let words = comparison?.summary ?? entries[entry].whatChanged
    let what = words.isEmpty ? "" : "; " + words
    tell("\(entries[entry].fileName) was written anew\(what)")
  }

  /// Lets go of what names links and sources of a brief by numbers, which now mean others.
  private mutating func forgetNumbers(of entry: Int) {
    text = TextPosition(place: text.place)
    covered.removeAll(where: \.hasNumbers)
    if overlay?.hasNumbers == true { overlay = nil }
    citationSpot?.link = nil
    trail.forgetLinks(of: entry)
  }

  mutating func take(scanned result: Result<ScannedBrief, BriefError>, entry: Int) -> [Effect] {
    guard entries.indices.contains(entry) else { return [] }
    let date = entries[entry].date
    var lost: [Effect] = []
    if entries[entry].brief == nil {
      switch result {
      case .failure(let error): lost = takeLost(entry, error)
      case .success(let scanned):
        library.lostFiles[entry] = nil
        forgetPassage(of: entry, unlessIn: scanned.fingerprint)
        entries[entry].take(scanned.summary, scanned.fingerprint, scanned.record)
      }
    }
    // They are answered in their order.
    if !isSorted { return lost + (entry + 1 == folders.last?.upperBound ? sortFiles() : []) }
    return lost + sortFiles(after: entry, since: date)
  }

  /// Reads a file again that changed.
  mutating func reload(_ entry: Int) -> [Effect] {
    if entry == current || entries[entry].brief != nil { return [load(entry)] }
    entries[entry].isMarkedSinceAsked = false
    return [.scan(entry: entry, entries[entry].origin)]
  }

  private func rereading(_ entry: Int) -> String { "Reading \(entries[entry].fileName) again" }

  mutating func reloadAll() -> [Effect] {
    guard focus == .briefs else {
      tell(rereading(current))
      return reload(current)
    }
    if list.isLibrary {
      tell("Looking for what changed in the folders")
      return [.updateLibrary]
    }
    tell("Reading \(Count.of(entries.count, "brief")) again")
    return entries.indices.flatMap { reload($0) }
  }

  // MARK: - The list

  /// Has the selected brief shown beside the list, where there is room for both, once keys rest: it
  /// takes the room of many rows.
  func preview() -> [Effect] { previewed == nil ? [] : [.rest] }

  mutating func showSelected() -> [Effect] {
    previewed.map { show($0, at: jumpFromList) } ?? []
  }

  /// The brief that is to be shown beside the list; nil where it is, or where there is no room.
  private var previewed: Int? {
    guard focus == .briefs, arrangement.panes[.text] != nil, !isSelectedShown else { return nil }
    return list.entry(at: briefs.selected)
  }

  /// A brief that was searched for opens at the words, any other where reading stopped.
  private var jumpFromList: Jump { list.phrases.isEmpty ? .kept : .sought(list.phrases) }

  mutating func openSelectedBrief() -> [Effect] {
    guard let selected = list.entry(at: briefs.selected) else { return [] }
    focus = .text
    if search?.pane == .briefs { search = nil }
    if selected == current, entries[selected].brief != nil {
      seekAnew()
      return []
    }
    return show(selected, at: jumpFromList)
  }

  /// Goes to what is sought now where the brief was shown at the words of a query that was not yet
  /// typed to its end.
  private mutating func seekAnew() {
    guard layout != nil, !list.phrases.isEmpty, let search, search.pane == .text,
      !search.phrases.isEmpty, search.phrases != list.phrases
    else { return }
    showSought(list.phrases)
    passedParts = []
  }

  mutating func moveBrief(by count: Int) -> [Effect] {
    if focus == .briefs { return move(by: count) }
    let target = currentRow + count
    guard target >= 0, target < list.count else {
      tell(count > 0 ? "This is the last brief" : "This is the first brief")
      return []
    }
    leaveSpot()
    return show(row: target, at: .kept)
  }

  // MARK: - Places

  /// Adds the place in the text to what is to be kept.
  func addPlace(to changes: inout LibraryChanges) {
    guard layout != nil else { return }
    if let id = entries[current].record.id {
      changes.numbered.append(.place(record: id, text.place))
    } else if !library.isMissing, let key = entries[current].key {
      var marks = UnnumberedMarks(key)
      marks.set(place: text.place)
      changes.unnumbered.append(marks)
    }
  }

  mutating func keepPlace() -> [Effect] {
    guard layout != nil, entries[current].record.place != text.place else { return [] }
    if text.top == 0, entries[current].record.place == nil { return [] }
    entries[current].record.place = text.place
    var changes = LibraryChanges()
    addPlace(to: &changes)
    return changes.isEmpty ? [] : [.keep(changes)]
  }

  // MARK: - Leaving

  /// What Escape does: it ends one thing at a time.
  mutating func cancel() -> [Effect] {
    if count != nil {
      count = nil
    } else if focus == .briefs, search?.pane != .briefs, list.request?.isWhole == false {
      // What goes on in the text is not what one looks at.
      return clearFilter()
    } else if search != nil {
      search = nil
    } else if text.link != nil {
      text.link = nil
    }
    return []
  }

  /// `q`: a pane on call goes first, then the text for the list, then what narrows the list, then the
  /// program.
  mutating func close() -> [Effect] {
    if isZoomed {
      isZoomed = false
      return []
    }
    if arrangement.mode != .columns, focus == .sources || focus == .sections {
      shown[focus] = false
      focus = .text
      return []
    }
    if hasBriefList, focus != .briefs {
      return keepPlace() + focus(on: .briefs)
    }
    if focus == .briefs, list.request?.isWhole == false { return clearFilter() }
    return keepPlace() + [.quit]
  }

  mutating func edit() -> [Effect] {
    guard let entry = meant.flatMap({ entries[safe: $0] }) else { return [] }
    var line = 1
    if focus != .briefs, let brief {
      if let citation = currentCitation {
        line = brief.citations[citation].line
      } else if let section = text.section {
        line = brief.sections[section].line
      }
    }
    return [.edit(path: entry.path, line: line)]
  }
}
