extension State {
  /// Why a command cannot be done here and now; nil where it can.
  func reason(against command: Command) -> String? {
    if options.isKiosk, Command.outreaching.contains(command) {
      return "There is no '\(command.rawValue)' here, where briefs are only read"
    }
    switch command {
    case .nextSection, .previousSection:
      return needText ?? (brief != nil && outline.isEmpty ? Self.noSections : nil)
    case .nextLink, .previousLink:
      guard focus == .text else { return nil }
      return needText ?? (layout?.links.isEmpty == true ? Self.noLinks : nil)
    case .nextMention, .previousMention: return needText ?? needSource
    case .source:
      if focus == .sources { return needText }
      return needText ?? (count == nil ? needSource : nil)
    case .labels:
      if focus == .sources || focus == .sections { return needText }
      let hasLinks = arrangement.panes[.text] != nil && !visibleLinks.isEmpty
      return needText ?? (hasLinks ? nil : "No links are on the screen")
    case .follow:
      if count != nil { return needText }
      return focus == .text ? needText ?? needLink : needRow
    case .open:
      if count != nil { return needText }
      return focus == .briefs ? needRow : isOnLocalLink ? nil : needText ?? needSource
    case .copyURL, .copyCitation: return needText ?? (count == nil ? needSource : nil)
    case .openAndMark:
      guard focus != .sources else { return noSectionOfSource }
      return needText ?? (count == nil ? needSource : nil)
    case .peek:
      if focus == .briefs, count == nil { return needRow }
      return needText ?? (count == nil && focus != .sections ? needSource : nil)
    case .markSection:
      return focus == .briefs ? reason(against: .markBrief) : needText ?? needPart
    case .markBrief, .star:
      return needRow ?? needSummary
        ?? (command == .markBrief && meantEntry?.partCount == 0 ? Self.nothingToMark : nil)
    case .markAll:
      return needNoBulk ?? (unreadRows.isEmpty ? "Nothing is unread" : nil)
    case .changes: return needRow ?? reasonAgainstChanges
    case .undo: return needNoBulk ?? (marks.done.isEmpty ? "No mark to undo" : nil)
    case .redo: return needNoBulk ?? (marks.undone.isEmpty ? "No mark to do again" : nil)
    case .nextBrief, .previousBrief:
      return hasBriefList ? nil : "This is the only brief"
    case .back:
      let hasPlace = !trail.back.isEmpty || listBeforeRelated != nil
      return hasPlace ? nil : "There is no place to go back to"
    case .forward: return trail.forward.isEmpty ? "There is no place to go forward to" : nil
    case .scrollLeft, .scrollRight:
      return needText ?? (hasWideLines ? nil : "No table or code here is wider than the text")
    case .edit:
      if let needRow { return needRow }
      if meantEntry?.isArchived == true { return "The file of an archived brief is gone" }
      return meantEntry.flatMap(nameWithoutFile).map { "\($0) has no file to edit" }
    case .reload:
      guard focus != .briefs else { return nil }
      return entries[safe: current].flatMap(nameWithoutFile).map { "\($0) cannot be read twice" }
    case .filter, .saved, .sourceDesk, .group:
      return list.isLibrary ? nil : noLibrary
    case .related:
      return needRow
        ?? (meantEntry?.id == nil ? "Only briefs of the library have related ones" : nil)
    case .next, .previous: return searchHere == nil ? needRow : nil
    case .sort where focus == .briefs && list.isLibrary: return nil
    case .linear: return needRoomForPanes
    case .sources where opensForPane, .sections where opensForPane: return nil
    case .sort where focus == .briefs && needText != nil: return noOrderOfFiles
    case .sources, .sort:
      return needText ?? (brief?.sources.isEmpty == true ? Self.noSources : nil)
    case .sections:
      let isShown = arrangement.panes[.sections] != nil
      return needText ?? (isShown || !outline.isEmpty ? nil : Self.noSections)
    case .left: return reasonAgainstMoving(isLeft: true)
    case .right: return reasonAgainstMoving(isLeft: false)
    case .zoom: return reasonAgainstZooming
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .readOn, .top, .bottom,
      .search, .commandLine, .help, .messages, .theme, .redraw, .suspend, .cancel, .close, .quit:
      return nil
    }
  }

  /// The entry that a command for a whole brief means: the row of the list, or what is shown.
  var meant: Int? { focus == .briefs ? list.entry(at: briefs.selected) : current }

  private var meantEntry: Entry? { meant.flatMap { entries[safe: $0] } }

  /// What begins a sentence about a brief that comes from no file; nil for the others.
  private func nameWithoutFile(_ entry: Entry) -> String? {
    guard entry.path == "-" else { return nil }
    return entry.fileName.prefix(1).uppercased() + entry.fileName.dropFirst()
  }

  /// In the list the text of the row under the cursor, so that nothing is done to a brief that was
  /// opened before and that nobody sees.
  private var needText: String? {
    if let needRow { return needRow }
    if isTextElsewhere {
      return "\(keymap.hint(.follow) ?? ":follow") opens the brief first"
    }
    return brief == nil ? "No brief is open" : nil
  }

  /// In a list that is empty, beside which no brief is shown either.
  private var needRow: String? {
    focus == .briefs && list.count == 0 ? "No brief is listed here" : nil
  }

  /// Why nothing is known of what a brief holds.
  var needSummary: String? {
    guard let entry = meantEntry, entry.summary == nil else { return nil }
    return entry.failure?.description ?? "The brief has not been read from its file yet"
  }

  /// Whether the keys go to the list, and no text or that of another row is on the screen.
  private var isTextElsewhere: Bool {
    guard focus == .briefs else { return false }
    return arrangement.panes[.text] == nil || !isSelectedShown
  }

  /// Whether a pane of the brief under the cursor of the list is shown by opening that.
  var opensForPane: Bool { isTextElsewhere && meant != nil }

  private var needNoBulk: String? {
    library.bulk.map { $0.sentence + "; this can be done after it" }
  }

  private var needPart: String? {
    guard partsOfCurrentSection.isEmpty else { return nil }
    guard hasNextSection, let key = keymap.hint(.nextSection) else { return Self.nothingToMark }
    return Self.nothingToMark + "; \(key) goes to a section"
  }

  /// Whether a section comes after the current one.
  var hasNextSection: Bool { (text.section ?? -1) + 1 < outline.count }

  private var needSource: String? {
    guard currentSource == nil else { return nil }
    if focus == .sources || brief?.sources.isEmpty == true { return Self.noSources }
    return selectFirst
  }

  private var needLink: String? {
    guard text.link == nil else { return nil }
    return brief?.sources.isEmpty == true ? selectLink("link") : selectFirst
  }

  private var selectFirst: String {
    let number = min(3, brief?.sources.count ?? 3)
    return "\(selectLink("citation")), and \(number)"
      + "\(keymap.hint(.open) ?? "o") \(options.isKiosk ? "sends" : "opens") source \(number)"
  }

  /// How a link of the text is selected.
  private func selectLink(_ name: String) -> String {
    if layout?.links.isEmpty == true { return Self.noLinks }
    return "No \(name) is selected; \(keymap.hint(.nextLink) ?? ":next-link") selects one"
  }

  private static let nothingToMark = "There is nothing to mark here"
  private static let noLinks = "This brief has no links"
  private static let noSources = "No sources here"
  private static let noSections = "This brief has no sections"

  private var noOrderOfFiles: String {
    "Files stand in the order of their dates; in a brief :sort sorts its sources"
  }

  private var noLibrary: String {
    if options.isKiosk { return "Files are read here, without a library" }
    return options.hasLibrary
      ? "Files were opened; broadsheet alone opens the library"
      : "There is no library yet; broadsheet add FOLDER makes one"
  }

  private var noSectionOfSource: String {
    "A row of the sources is in no one section to mark; \(keymap.hint(.open) ?? ":open") opens it"
  }

  private var isOnLocalLink: Bool {
    guard focus == .text, let link = currentLink, case .link(let target) = link.kind else {
      return false
    }
    switch target {
    case .anchor, .file: return true
    case .source, .other: return false
    }
  }

  private var hasWideLines: Bool {
    guard let layout else { return false }
    return layout.lines.contains { $0.kind == .preformatted && $0.width > layout.width }
  }
}

extension Array {
  /// The element at an index, if there is one.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
