/// Reads lists of sources.
extension CitationReader {
  /// Reads blocks as a list of sources; `isInner` says that they stand in an item of one.
  mutating func list(_ blocks: [Block], isInner: Bool = false) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines):
        if !isInner, !leadsFurther { unnumbered.start(scope, at: uses.count, hasLines: true) }
        for entry in inlines.entries { addEntry(entry, isInner: isInner) }
      case .list(let list):
        if !isInner, !leadsFurther { unnumbered.start(scope, at: uses.count, hasLines: false) }
        for (index, item) in list.items.enumerated() {
          self.list(item, number: list.start.map { item.number ?? $0 + index }, isInner: isInner)
        }
      case .quote(let blocks): list(blocks, isInner: isInner)
      case .table(let table):
        let columns = SourceColumns(table, links)
        for row in table.rows + [table.header] { addEntry(row, columns) }
      case .code, .rule: break
      }
    }
  }

  mutating func list(_ item: ListItem, number: Int?, isInner: Bool = true) {
    if case .definition(let name, isFootnote: true) = definition(item) {
      return define(name, item)
    }
    let item = EntryItem(item)
    let own = EntryLine(item.own, number: self.number(of: item.own) ?? number)
    let notes = item.notes ?? []
    guard own.links.isEmpty, let place = EntryItem.address(in: notes) else {
      add(own, notes: notes, isInner: isInner)
      return list(item.below, isInner: true)
    }
    addNotes(notes[..<place])
    var entry = EntryLine(notes[place], number: own.number)
    entry.stand(below: own)
    add(entry, notes: notes, isInner: isInner)
    addNotes(notes[place...].dropFirst())
  }

  /// Adds the lines below an entry: further addresses, and marks.
  private mutating func addNotes(_ notes: ArraySlice<[Inline]>) {
    for note in notes { addEntry(note) }
  }

  /// A row is an entry; its columns say what its cells are, and its first may be its number.
  mutating func addEntry(_ row: [Table.Cell], _ columns: SourceColumns) {
    let number = columns.number(of: row)
    let cells = columns.text(of: row, isNumbered: number != nil)
    let inlines = Array(cells.joined(separator: [.text(" ")]))
    var line = EntryLine(inlines, number: self.number(of: inlines) ?? number)
    line.add(row: columns.notes(of: row))
    add(line, isInner: true)
  }

  /// Adds an entry; one that is not inside of another may be counted by its place.
  mutating func addEntry(
    _ inlines: some Sequence<Inline>, number: Int? = nil, isInner: Bool = true
  ) {
    add(EntryLine(inlines, number: self.number(of: inlines) ?? number), isInner: isInner)
  }

  /// The number in the mark with which an entry starts.
  private func number(of inlines: some Sequence<Inline>) -> Int? {
    guard let first = inlines.first(where: { _ in true }), let mark = first.mark else { return nil }
    switch marks[mark].kind {
    case .number(let number): return number
    case .definition(let name, isFootnote: false): return ListNumber.read(name)
    case .superscript, .digits, .footnote, .leak, .leakStart, .definition: return nil
    }
  }

  private mutating func add(_ line: EntryLine, notes: [[Inline]] = [], isInner: Bool) {
    var line = line
    line.add(notes.filter { !$0.haveCitation }.map { EntryNote(text: $0.plainText) })
    let position = uses.count
    let first = position + line.marks.count
    add(line)
    if line.number == nil, !isInner, !leadsFurther {
      unnumbered.add(line.links.isEmpty ? nil : first)
    }
    joinLinks(of: line)
    if !isInner || !line.links.isEmpty {
      let link = line.links.first.map { ($0.link, links[$0.link].source) }
      lone.add(link, scope: scope, position: position)
    }
    guard let number = line.number, (0...NumberedLists.numberLimit).contains(number) else { return }
    lists.add(
      number, line.links.first.map { .link($0.link) } ?? .text, scope: scope,
      position: position, isNew: hasCited)
    if let place = place(of: line) {
      defined.add(place, number: number, scope: scope, isNew: hasCited)
    }
    hasCited = false
  }
}

// MARK: - Where entries stand

extension CitationReader {
  /// Where an entry stands: at the mark with which it starts, else at its first link; nil for one with
  /// neither.
  private func place(of line: EntryLine) -> DefinedEntries.Place? {
    let links = line.links.map { self.links[$0.link] }
    let sources = links.first?.source
    if line.startsWithMark, let mark = line.marks.first.map({ marks[$0] }) {
      return DefinedEntries.Place(
        name: mark.shownName, range: mark.range, line: mark.line, source: sources,
        links: links.map(\.range))
    }
    return links.first.map { link in
      DefinedEntries.Place(
        name: "\(line.number ?? 0).", range: link.range, line: link.line, source: sources,
        links: links.map(\.range))
    }
  }
}

extension Mark {
  /// The name of an entry as it stands before it.
  fileprivate var shownName: String {
    switch kind {
    case .number(let number), .superscript(let number), .digits(let number): "[\(number)]"
    case .footnote(let name), .definition(let name, isFootnote: true): "[^\(name)]"
    case .definition(let name, isFootnote: false): "[\(name)]"
    case .leak, .leakStart: ""
    }
  }
}

// MARK: - Footnotes

extension CitationReader {
  /// Adds the links of an entry, the first of them with its number, and its marks.
  private mutating func add(_ line: EntryLine) {
    for (place, mark) in line.marks.enumerated() {
      switch marks[mark].kind {
      case .footnote where place > 0 || !line.startsWithMark:
        uses.append((~mark, .candidate(section: section, part: part)))
      case .leak, .leakStart: uses.append((~mark, .candidate(section: section, part: part)))
      case .number, .superscript, .digits, .footnote, .definition: uses.append((~mark, .name))
      }
    }
    for (index, link) in line.links.enumerated() {
      var text = link.text
      if index > 0 { text.number = nil }
      uses.append((link.link, .entry(text)))
    }
  }

  /// The most sources that one number or footnote cites.
  private static let companionLimit = 8

  /// Notes that what cites the first link of an entry cites the others, too.
  private mutating func joinLinks(of line: EntryLine) {
    guard line.links.count > 1 else { return }
    var known = Set([links[line.links[0].link].source])
    var others: [Int] = []
    for entry in line.links.dropFirst() where others.count + 1 < CitationReader.companionLimit {
      if known.insert(links[entry.link].source).inserted { others.append(entry.link) }
    }
    if !others.isEmpty { companions[line.links[0].link] = others }
  }

  /// The kind of the mark with which an item starts, where that is the name of a definition.
  func definition(_ item: ListItem) -> Mark.Kind? {
    guard case .paragraph(let inlines)? = item.blocks.first, let mark = inlines.first?.mark,
      case .definition = marks[mark].kind
    else { return nil }
    return marks[mark].kind
  }

  /// All links of a footnote are its entries, and the first is what it leads to.
  private mutating func define(_ name: String, _ item: ListItem) {
    var inlines: [Inline] = []
    for block in item.blocks { gather(block, &inlines) }
    let line = EntryLine(inlines, number: ListNumber.read(name), note: name)
    add(line)
    joinLinks(of: line)
    let target = line.links.first.map { NumberedLists.Target.link($0.link) } ?? .text
    let key = FootnoteName.folded(name)
    if footnotes[key, default: .text] == .text { footnotes[key] = target }
    if let place = place(of: line) { defined.add(place, footnote: key) }
  }

  private func gather(_ block: Block, _ inlines: inout [Inline]) {
    switch block {
    case .paragraph(let own), .heading(_, let own):
      // Two, as a paragraph ends: what comes after is no part of the title.
      if !inlines.isEmpty { inlines += [.softBreak, .softBreak] }
      inlines += own
    case .list(let list):
      for item in list.items { for block in item.blocks { gather(block, &inlines) } }
    case .quote(let blocks): for block in blocks { gather(block, &inlines) }
    case .table(let table):
      for row in table.rows + [table.header] { inlines += row.joined() + [.softBreak] }
    case .code, .rule: break
    }
  }
}
