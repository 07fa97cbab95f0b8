import BriefModel
import Cells

extension State {
  // MARK: - Link line

  /// The current citation or row: number, outlet, date, URL; the host is never cut.
  func drawLinkLine(_ canvas: inout Canvas) {
    let row = rows - 2
    guard overlay == nil || isLabelling, !isNoteTall else { return }
    if options.isLinear { return drawLinearLink(&canvas) }
    if focus == .briefs { return drawBriefLine(row: row, &canvas) }
    if focus == .text, let link = currentLink, case .link(let target) = link.kind {
      if let text = Self.describe(target) {
        canvas.write(canvas.marks.cut(text, to: columns - 3), .linkLine, row: row, column: 1)
        return
      }
    }
    guard let (lead, url) = currentLinkWords else { return }
    let parts = ShownURL(url).fitted(beside: lead, columns: columns - 3, canvas.marks)
    var column = 1
    if !parts.lead.isEmpty {
      column = canvas.write(
        parts.lead + " \(canvas.marks.dot) ", .linkLine, row: row, column: column)
    }
    column = canvas.write(parts.prefix, .linkLine, row: row, column: column)
    column = canvas.write(parts.host, .linkLineHost, row: row, column: column)
    canvas.write(parts.path + parts.note, .linkLine, row: row, column: column)
  }

  /// Number, outlet and date of the current source, and its address as it is written there.
  var currentLinkWords: (lead: String, url: SourceURL)? {
    guard let brief, let index = currentSource else { return nil }
    let source = brief.sources[index]
    let url =
      focus == .text
      ? currentCitation.flatMap { brief.citations[$0].url } ?? source.url : source.url
    let dot = Marks(isASCII: options.isASCII).dot
    let date = source.date.map { " \(dot) \(DateText.medium($0))" } ?? ""
    return ("\(source.number) \(source.outlet)" + date, url)
  }

  /// The path of the brief under the cursor, or why it cannot be read.
  ///
  /// In a list alone, as over a slow line, a path for each row would cost more than the move.
  private func drawBriefLine(row: Int, _ canvas: inout Canvas) {
    guard let entry = list.entry(at: briefs.selected).flatMap({ entries[safe: $0] }) else { return }
    if let failure = entry.failure {
      canvas.write(
        canvas.marks.cut(failure.description, to: columns - 3), .error, row: row, column: 1)
    } else if let found = list.entry(at: briefs.selected).flatMap({ library.passages[$0] }),
      let passage = found, !list.phrases.isEmpty
    {
      draw(passage, row: row, &canvas)
    } else if arrangement.mode == .columns {
      canvas.write(
        canvas.marks.cut(Sanitizer.line(entry.path), to: columns - 3), .linkLine, row: row,
        column: 1)
    }
  }

  /// What answers a search, with its words standing out.
  private func draw(_ passage: Passage, row: Int, _ canvas: inout Canvas) {
    var column = 1
    for run in passage.runs where column < columns - 2 {
      let text = canvas.marks.cut(run.text, to: columns - 2 - column)
      column = canvas.write(
        text, run.isMatch ? .linkLineHost : .linkLine, row: row, column: column)
      if text != run.text { break }
    }
  }

  var isLabelling: Bool {
    if case .labels = overlay { return true }
    return false
  }

  static func describe(_ target: Link.Destination) -> String? {
    switch target {
    case .source: nil
    case .anchor(let id): "#\(id), a section of this brief"
    case .file(let path, let fragment): path + (fragment.map { "#" + $0 } ?? "")
    case .other(let address): address
    }
  }

  // MARK: - Status line

  func drawStatusLine(_ canvas: inout Canvas) {
    let row = rows - 1
    if let prompt = prompt ?? helpPrompt { return drawPrompt(prompt, row: row, &canvas) }
    if case .confirmAll(let briefs) = overlay {
      let question = "Mark \(Count.of(briefs, "brief")) read? y for yes, any other key for no"
      let end = draw(
        Note(text: question, isFailure: false), before: columns - 2, row: row, &canvas)
      // The next key answers it.
      if options.isLinear { canvas.grid.cursor = (row, min(columns - 1, end + 1)) }
      return
    }
    var place = overlay == nil ? place : ""
    if case .changes(let changes) = overlay { place = self.place(in: changes) }
    let end =
      place.isEmpty ? columns - 2 : canvas.write(place, .status, row: row, before: columns - 2) - 2
    if let note = note ?? library.note {
      draw(note, before: end, row: row, &canvas)
    } else {
      drawHints(before: end, &canvas)
    }
  }

  /// The search in the help, while keys go to it.
  private var helpPrompt: Prompt? {
    guard case .help(let help) = overlay, help.isFiltering else { return nil }
    var prompt = Prompt(kind: .search)
    prompt.set(help.filter)
    return prompt
  }

  private func drawHints(before end: Int, _ canvas: inout Canvas) {
    if let count { canvas.write("\(count)", .statusKey, row: rows - statusRows, column: 1) }
    for hint in placedHints(before: end) {
      let column = canvas.write(hint.keys, .statusKey, row: hint.row, column: hint.column)
      canvas.write(" " + hint.words, .status, row: hint.row, column: column)
    }
  }

  /// A message in the status line, and in the link line as well where one is not enough; returns the
  /// column after it.
  @discardableResult
  private func draw(_ note: Note, before end: Int, row: Int, _ canvas: inout Canvas) -> Int {
    let role: Role = note.isFailure ? .error : .notice
    guard DisplayWidth.of(note.text) > end - 1 else {
      return canvas.write(note.text, role, row: row, column: 1)
    }
    let lines = lines(of: note)
    let most = options.isLinear ? max(2, rows / 2) : 2
    var column = 1
    for (index, line) in lines.prefix(most).enumerated() {
      let row = row - min(most, lines.count) + 1 + index
      canvas.grid.fill(row: row, style: canvas.theme[.text])
      let text = index == most - 1 && lines.count > most ? line + canvas.marks.ellipsis : line
      column = canvas.write(
        canvas.marks.cut(text, to: columns - 3), role, row: row, column: 1)
    }
    return column
  }

  /// A message wrapped for the bottom of the screen.
  private func lines(of note: Note) -> [String] { folded(note.text, to: columns - 3) }

  private var isNoteTall: Bool {
    guard prompt == nil, let note else { return false }
    return DisplayWidth.of(note.text) > columns - 3
  }

  /// The row's number; in a list alone over a remote line, where each change costs, and
  /// line by line, where it is read out, steps of 5 %.
  private var placeInBriefs: String {
    let number = Self.place(briefs, of: list.count)
    if arrangement.mode == .columns { return number }
    guard list.count > visibleRows(.briefs) else { return "" }
    guard options.isRemote || options.isLinear else { return number }
    return "\(100 * (briefs.selected + 1) / list.count / 5 * 5) %"
  }

  private static func place(_ cursor: ListCursor, of count: Int) -> String {
    count == 0 ? "" : "\(cursor.selected + 1)/\(count)"
  }

  /// Where in the text one is: the section and the share that is above the last line shown.
  private var place: String {
    if let search = searchHere, let current = search.current {
      return "match \(current + 1)/\(search.count)"
    }
    if focus == .briefs { return placeInBriefs }
    guard let layout, let brief else { return "" }
    if focus == .sources { return Self.place(sources, of: brief.sources.count) }
    if focus == .sections { return Self.place(sections, of: outline.count) }
    let seen = min(layout.lines.count, text.top + visibleRows(.text))
    // In steps, since each change of it costs a scrolled line over twenty bytes.
    let percent = 100 * seen / max(1, layout.lines.count)
    let share = "\(percent / 5 * 5) %"
    guard let section = text.section, columns >= 60 else { return share }
    let marks = Marks(isASCII: options.isASCII)
    let number = "\(section + 1)/\(brief.sections.count) \(marks.dot) \(share)"
    let title = brief.sections[section].title
    // The title gives way to what helps on, and goes where little of it would be told.
    let room = min(
      max(8, columns / 3), columns - 4 - hintsWidth - DisplayWidth.of(number))
    guard room >= min(12, DisplayWidth.of(title)) else { return number }
    return marks.cut(title, to: room) + " " + number
  }
}
