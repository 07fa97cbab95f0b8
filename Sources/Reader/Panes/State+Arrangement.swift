import BriefModel
import Cells

extension State {
  /// Brings panes, layout and cursors in line with everything else; done after each message.
  mutating func arrange() {
    arrangement = Arrangement(wish)
    guard !arrangement.isTooSmall else { return }
    if arrangement.panes[focus] == nil {
      focus = .text
      arrangement = Arrangement(wish)
    }
    sumUpSections()
    layOut()
    settleText()
    settleLists()
    settleChanges()
  }

  private mutating func sumUpSections() {
    guard sourcings.isEmpty, arrangement.panes[.sections] != nil, let brief else { return }
    let sourcing = SectionSourcing(brief)
    sourcings = brief.sections.indices.map { sourcing[$0] }
  }

  private var wish: Arrangement.Wish {
    Arrangement.Wish(
      rows: rows, columns: columns, bottom: linkRows + statusRows, options: options, shown: shown,
      focus: focus,
      isZoomed: isZoomed, briefCount: list.isLibrary ? max(2, list.count) : list.count,
      sectionCount: outline.count,
      sourceCount: brief?.sources.count ?? 0)
  }

  /// Rows of a pane below its header.
  func visibleRows(_ pane: Pane) -> Int {
    guard let area = arrangement.panes[pane] else { return 1 }
    return max(1, area.rows - headerRows(pane))
  }

  /// A pane's header, and below the text's in a stack a rule.
  func headerRows(_ pane: Pane) -> Int {
    if options.isLinear { return linearHeader(pane).count }
    return pane == .text && arrangement.mode == .stacked && rows >= 20 ? 2 : 1
  }

  /// Rows that one item of a list takes: lists that are narrow spend more of them.
  func rowsPerItem(_ pane: Pane) -> Int {
    guard let area = arrangement.panes[pane], area.columns < 56, arrangement.mode == .columns
    else { return 1 }
    return pane == .briefs || pane == .sources ? 2 : 1
  }

  // MARK: - Text

  /// Columns of the text and of the space before it.
  var textMeasure: (left: Int, width: Int) {
    if options.isLinear { return (0, max(8, min(options.measure, columns - 1))) }
    guard let area = arrangement.panes[.text] else { return (2, min(options.measure, columns - 4)) }
    let margin = area.columns >= 56 ? 2 : 1
    let width = max(8, min(options.measure, area.columns - margin - 2))
    return (max(margin, (area.columns - width) / 2), width)
  }

  private mutating func layOut() {
    guard let brief else {
      layout = nil
      return
    }
    let width = textMeasure.width
    if layout?.width == width { return }
    let isNew = layout == nil
    var builder = TextLayoutBuilder(
      brief: options.isSpelled ? brief.rewritten(ASCIISpelling.of) : brief, width: width,
      isASCII: options.isASCII, isLinear: options.isLinear,
      breaking: LineBreaking())
    // Room for the longest of them, so that marking moves no line.
    if options.isLinear {
      builder.headingWords = brief.sections.indices.map { headingWords($0, as: .changed) }
    }
    let layout = builder.build()
    self.layout = layout
    typedSearch?.forgetLayout(isOfNewText: isNew)
    if isNew {
      arrive(in: brief, layout)
    } else {
      text.top = layout.line(at: text.place, in: brief)
    }
    refreshSearch()
  }

  /// Goes where the jump says, now that the brief is laid out.
  private mutating func arrive(in brief: Brief, _ layout: TextLayout) {
    let jump = self.jump ?? .kept
    self.jump = nil
    text = TextPosition()
    switch jump {
    case .top: break
    case .sought(let phrases): showSought(phrases)
    case .citation(let index): select(citation: index)
    case .mention(let url, let isLast):
      let found = brief.citations.indices.filter {
        brief.citations[$0].url?.canonical == url.canonical
      }
      if let index = isLast ? found.last : found.first { select(citation: index) }
    case .kept:
      if let place = entries[current].record.place, !place.isStart {
        scroll(to: layout.line(at: place, in: brief))
      }
    case .spot(let spot): arrive(at: spot)
    case .place(let place): scroll(to: layout.line(at: place, in: brief))
    case .anchor(let id): goTo(anchor: id)
    case .firstUnread: goTo(part: firstToRead)
    case .lastUnread: goTo(part: entries[current].unreadParts.last)
    }
    // What lies above the place of arrival has not been read past.
    passedParts = []
  }

  /// The first unread part; nil where nothing of the brief was read yet, which begins at its top,
  /// title and lede included.
  private var firstToRead: BriefSummary.Part? {
    let entry = entries[current]
    let first = entry.unreadParts.first
    let isBegun = entry.record.place.map { !$0.isStart } ?? false
    return first == entry.partsToRead.first && !isBegun ? nil : first
  }

  private mutating func settleText() {
    guard let layout, let brief else { return }
    keepLinkOnScreen(layout)
    if text.top > lowestTop { text.top = lowestTop }
    if text.top < 0 { text.top = 0 }
    text.place = layout.place(of: text.top, in: brief)
  }

  /// The last line that can be the first on the screen: the last page's, and in linear mode the
  /// last of all, since the cursor stands at the top.
  var lowestTop: Int {
    let count = layout?.lines.count ?? 0
    return max(0, count - (options.isLinear ? 1 : visibleRows(.text)))
  }

  /// Scrolling leaves a link behind; a window or pane that takes its lines away does not.
  private mutating func keepLinkOnScreen(_ layout: TextLayout) {
    guard let link = text.link, arrangement.panes[.text] != nil else { return }
    let lines = layout.links[link].lines
    let visible = visibleRows(.text)
    if lines.upperBound < text.top { text.top = lines.lowerBound }
    if lines.lowerBound >= text.top + visible {
      text.top = lines.upperBound - visible + 1 + min(3, visible / 4)
    }
  }

  /// Whether a part of a link is on the screen.
  func isVisible(_ link: LinkTarget) -> Bool {
    link.lines.overlaps(text.top...text.top + visibleRows(.text) - 1)
  }

  // MARK: - Lists

  /// Scrolls each list that is shown to its cursor; one that is not stays where it was left.
  private mutating func settleLists() {
    if isShown(.briefs) { briefLines.settle(&briefs) } else { briefs.clamp(to: list.count) }
    if isShown(.sections) { settleSections() } else { sections.clamp(to: outline.count) }
    if isShown(.sources) { settleSources() } else { sources.clamp(to: sourceRows.count) }
  }

  private func isShown(_ pane: Pane) -> Bool { arrangement.panes[pane] != nil }

  private mutating func settleSections() {
    if options.isLinear { return linearRows(.sections).tall.settle(&sections) }
    sections.settle(count: outline.count, visible: visibleRows(.sections))
  }

  private mutating func settleSources() {
    if options.isLinear { return linearRows(.sources).tall.settle(&sources) }
    sources.settle(
      count: sourceRows.count, visible: visibleRows(.sources) / rowsPerItem(.sources))
  }

  /// How the list of briefs fills its pane.
  var briefLines: BriefLines {
    let height = visibleRows(.briefs)
    guard options.isLinear else {
      let perRow = rowsPerItem(.briefs)
      return BriefLines(list: list, height: height, perRow: { _ in perRow })
    }
    return BriefLines(list: list, height: height, perRow: linearRows(.briefs).tall.height) {
      group in
      linearLines(sentence(of: list.groups[group])).count
    }
  }

  /// Indices into `Brief.sections` of the rows in the sections pane.
  var outline: Range<Int> { 0..<(brief?.sections.count ?? 0) }
}

extension Place {
  /// Whether nothing of the brief's text lies above it, so that the title may show.
  fileprivate var isStart: Bool { section == nil && offset <= 0 }
}

extension Entry {
  /// What is still to be read, in the order of the text.
  var unreadParts: [BriefSummary.Part] { partsToRead.filter { !state(of: $0).isRead } }

  /// What there is to read, in the order of the text.
  var partsToRead: [BriefSummary.Part] { summary.map(record.partsToRead) ?? [] }
}
