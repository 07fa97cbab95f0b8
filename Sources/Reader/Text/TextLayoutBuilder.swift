import BriefModel
import Cells

/// Lays a brief out, block by block, in the order of the file.
struct TextLayoutBuilder {
  /// What stands before each line of a quote or a list item.
  struct Ornament {
    var first: String
    var rest: String
    var role: Role
    /// Whether it also stands on the blank lines between blocks.
    var isOnBlankLines: Bool
    var isUsed = false
  }

  let brief: Brief
  let width: Int
  let isASCII: Bool
  /// Whether nothing is drawn that is no text: tables are lists of their cells.
  let isLinear: Bool
  let wrapping: TextWrapping
  /// In linear mode the words for the marks of each section, behind whose heading they take lines.
  var headingWords: [[String]] = []
  private(set) var layout: TextLayout
  private var ornaments: [Ornament] = []
  /// No text is laid out narrower than this.
  private static let narrowest = 8
  private(set) var section: Int?
  private var offset = 0

  init(brief: Brief, width: Int, isASCII: Bool, isLinear: Bool = false, breaking: LineBreaking) {
    self.brief = brief
    self.width = max(1, width)
    self.isASCII = isASCII
    self.isLinear = isLinear
    self.wrapping = TextWrapping(breaking: breaking)
    self.layout = TextLayout(width: max(1, width))
  }

  /// Lays out the whole brief.
  mutating func build() -> TextLayout {
    appendTitle()
    numberTitle()
    append(blocks: brief.lede, role: .lede)
    for (index, section) in brief.sections.enumerated() {
      begin(section, at: index)
      append(blocks: section.blocks, role: .text)
    }
    while layout.lines.last?.kind == .blank { layout.lines.removeLast() }
    return layout
  }

  // MARK: - Headings

  /// The title; below it the first heading where that says something else and cites.
  private mutating func appendTitle() {
    if brief.heading.plainText == brief.title {
      append(inlines: brief.heading, role: .title, kind: .title)
    } else {
      append(inlines: [.text(brief.title)], role: .title, kind: .title)
      if brief.citations.first?.isInTitle(of: brief) == true {
        append(inlines: brief.heading, role: .heading, kind: .title)
      }
    }
    var meta = TextFlow()
    meta.append(BriefFacts(brief).line(isASCII: isASCII), role: .textDim)
    append(meta, kind: .meta)
    offset = 0
    appendBlank()
  }

  /// What stands above the lede counts backwards from it, so that each line has a place.
  private mutating func numberTitle() {
    let count = layout.lines.count
    for index in layout.lines.indices { layout.lines[index].offset = index - count }
  }

  private mutating func begin(_ section: Section, at index: Int) {
    appendBlank()
    self.section = index
    offset = 0
    layout.headings.append(layout.lines.count)
    let role: Role = section.kind == .sources ? .headingRead : .heading
    append(inlines: section.heading, role: role, kind: .heading)
    if isLinear { appendLines(forMarksOf: index) }
    if !section.blocks.isEmpty { appendBlank() }
  }

  private mutating func appendLines(forMarksOf section: Int) {
    let longest = headingWords[safe: section] ?? []
    let words = HeadingWords(
      longest, longest: longest, after: layout.lines.last?.width ?? 0, width: width)
    for _ in 0..<words.moreLines {
      layout.lines.append(
        TextLine(kind: .heading, section: section, offset: max(0, offset - 1)))
    }
  }

  // MARK: - Blocks

  mutating func append(blocks: [Block], role: Role, isTight: Bool = false) {
    for (index, block) in blocks.enumerated() {
      if index > 0, !(isTight && block.standsCloseInLists) { appendBlank() }
      append(block, role: role)
    }
  }

  private mutating func append(_ block: Block, role: Role) {
    switch block {
    case .paragraph(let inlines): append(inlines: inlines, role: role)
    case .heading(_, let inlines): append(inlines: inlines, role: .heading, kind: .text)
    case .list(let list): append(list, role: role)
    case .quote(let blocks):
      let bar = isLinear ? "> " : isASCII ? "| " : "│ "
      within(Ornament(first: bar, rest: bar, role: .line, isOnBlankLines: true)) {
        $0.append(blocks: blocks, role: .quote)
      }
    case .code(let code): append(code)
    case .table(let table): append(table)
    case .rule where isLinear: break
    case .rule:
      let count = min(width - indent, 24)
      appendOrnament(String(repeating: isASCII ? "-" : "─", count: max(1, count)))
    }
  }

  private mutating func append(_ list: List, role: Role) {
    let digits = list.start.map { String($0 + list.items.count - 1).count } ?? 0
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { appendBlank() }
      let marker = marker(of: item, number: list.start.map { $0 + index }, digits: digits)
      let rest = String(repeating: " ", count: DisplayWidth.of(marker))
      let ornament = Ornament(
        first: marker, rest: rest, role: .listMarker, isOnBlankLines: false)
      within(ornament) {
        $0.append(blocks: item.blocks, role: role, isTight: list.isTight)
        if item.blocks.isEmpty { $0.appendOrnament("") }
      }
    }
  }

  private func marker(of item: ListItem, number: Int?, digits: Int) -> String {
    if let isDone = item.isDone { return isDone ? "[x] " : "[ ] " }
    guard let number else { return isASCII ? "* " : "• " }
    let text = String(number)
    return String(repeating: " ", count: max(0, digits - text.count)) + text + ". "
  }

  private mutating func append(_ code: CodeBlock) {
    let bar = "  "
    within(Ornament(first: bar, rest: bar, role: .line, isOnBlankLines: false)) { builder in
      for line in code.lines {
        let text = line.expandingTabs(to: 4)
        builder.emit(
          kind: .preformatted,
          runs: [TextRun(text: text, column: 0, width: DisplayWidth.of(text), role: .code)])
        builder.offset += line.utf8.count + 1
      }
    }
  }

  private mutating func append(_ table: Table) {
    var lines = TableLayout(
      table: table, brief: brief, firstLink: layout.links.count, width: width - indent,
      isASCII: isASCII, isLinear: isLinear, wrapping: wrapping)
    lines.build()
    let first = layout.lines.count
    layout.links += lines.links.map {
      LinkTarget(kind: $0, lines: first...first)
    }
    for row in lines.rows {
      emit(kind: .preformatted, runs: row)
      note(links: row)
      offset += row.reduce(0) { $0 + ($1.isOrnament ? 0 : $1.text.utf8.count) }
    }
  }

  // MARK: - Lines

  private var indent: Int {
    ornaments.reduce(0) { $0 + DisplayWidth.of($1.isUsed ? $1.rest : $1.first) }
  }

  private mutating func within(_ ornament: Ornament, _ body: (inout TextLayoutBuilder) -> Void) {
    ornaments.append(fitted(ornament))
    body(&self)
    ornaments.removeLast()
  }

  /// An ornament that leaves half of the line to the text: beyond that quotes and lists go no
  /// deeper, and at last lose their marks.
  private func fitted(_ ornament: Ornament) -> Ornament {
    let start = indent
    guard start + DisplayWidth.of(ornament.rest) > width / 2 else { return ornament }
    var fitted = ornament
    fitted.rest = ""
    let hasRoom = start + DisplayWidth.of(ornament.first) <= width - Self.narrowest
    if ornament.isOnBlankLines || !hasRoom { fitted.first = "" }
    return fitted
  }

  private mutating func append(
    inlines: [Inline], role: Role, kind: TextLine.Kind = .text
  ) {
    var builder = FlowBuilder(brief: brief, firstLink: layout.links.count)
    builder.append(inlines, role: role)
    let line = layout.lines.count
    layout.links += builder.links.map { LinkTarget(kind: $0, lines: line...line) }
    append(builder.flow, kind: kind)
  }

  private mutating func append(_ flow: TextFlow, kind: TextLine.Kind) {
    let room = kind == .heading ? width - roomForMarks : width - indent
    for piece in wrapping.pieces(of: flow, width: max(Self.narrowest, room)) {
      let runs = flow.runs(of: piece, column: 0)
      emit(kind: kind, runs: runs, at: piece.start, joint: piece.joint)
      note(links: runs)
    }
    offset += flow.bytes.count + 1
  }

  /// Columns that a heading leaves free; in linear mode for the comma behind it.
  private var roomForMarks: Int { isLinear ? 1 : HeadingMarks.room(in: width) }

  private mutating func emit(
    kind: TextLine.Kind, runs: [TextRun], at byte: Int = 0, joint: TextLine.Joint = .end
  ) {
    var line = TextLine(kind: kind, section: section, offset: offset + byte, joint: joint)
    var column = 0
    for index in ornaments.indices {
      let text = ornaments[index].isUsed ? ornaments[index].rest : ornaments[index].first
      ornaments[index].isUsed = true
      let width = DisplayWidth.of(text)
      if !text.allSatisfy({ $0 == " " }) {
        line.runs.append(
          TextRun(
            text: text, column: column, width: width, role: ornaments[index].role,
            isOrnament: true))
      }
      column += width
    }
    line.runs += runs.map {
      var run = $0
      run.column += column
      return run
    }
    layout.lines.append(line)
  }

  private mutating func appendOrnament(_ text: String) {
    let run = TextRun(
      text: text, column: 0, width: DisplayWidth.of(text), role: .line, isOrnament: true)
    emit(kind: .text, runs: text.isEmpty ? [] : [run])
  }

  private mutating func appendBlank() {
    guard let last = layout.lines.last, last.kind != .blank else { return }
    var line = TextLine(kind: .blank, section: section, offset: max(last.offset, offset - 1))
    var column = 0
    for ornament in ornaments {
      if ornament.isOnBlankLines, ornament.isUsed {
        line.runs.append(
          TextRun(
            text: ornament.rest, column: column, width: DisplayWidth.of(ornament.rest),
            role: ornament.role, isOrnament: true))
      }
      column += DisplayWidth.of(ornament.rest)
    }
    layout.lines.append(line)
  }

  /// Stretches the links that the newest line shows to that line.
  private mutating func note(links runs: [TextRun]) {
    let line = layout.lines.count - 1
    for case let link? in runs.map(\.link) {
      let first = runsBegin(link, before: line) ? layout.links[link].lines.lowerBound : line
      layout.links[link].lines = first...line
    }
  }

  private func runsBegin(_ link: Int, before line: Int) -> Bool {
    let first = layout.links[link].lines.lowerBound
    return first < line && layout.lines[first].runs.contains { $0.link == link }
  }
}

extension Block {
  /// Whether it follows its neighbour in a tight list without a blank line.
  fileprivate var standsCloseInLists: Bool {
    switch self {
    case .paragraph, .list, .heading: true
    case .quote, .code, .table, .rule: false
    }
  }
}
