/// Reads lists of sources.
extension CitationReader {
  mutating func list(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines):
        for entry in inlines.entries { addEntry(entry) }
      case .list(let list):
        for (index, item) in list.items.enumerated() {
          self.list(item, number: list.start.map { item.number ?? $0 + index })
        }
      case .quote(let blocks): list(blocks)
      case .table(let table):
        for row in table.rows + [table.header] { addEntry(row) }
      case .code, .rule: break
      }
    }
  }

  mutating func list(_ item: ListItem, number: Int?) {
    if case .definition(let name, isFootnote: true) = definition(item) {
      return define(name, item.blocks)
    }
    var own: [Inline] = []
    var rest: [Block] = []
    for block in item.blocks {
      if case .paragraph(let inlines) = block, rest.isEmpty {
        own += own.isEmpty ? inlines : [.softBreak] + inlines
      } else {
        rest.append(block)
      }
    }
    addEntry(own, number: number)
    list(rest)
  }

  /// A row is an entry; its first cell may be the entry's number.
  mutating func addEntry(_ row: [Table.Cell]) {
    let number = row.first.flatMap { ListNumber.read($0.plainText) }
    let cells = number == nil ? row[...] : row.dropFirst()
    addEntry(cells.joined(separator: [.text(" ")]), number: number)
  }

  mutating func addEntry(_ inlines: some Sequence<Inline>, number: Int? = nil) {
    var number = number
    if let first = inlines.first(where: { _ in true }), let mark = first.mark {
      switch marks[mark].kind {
      case .number(let own): number = own
      case .definition(let name, isFootnote: false): number = ListNumber.read(name)
      case .superscript, .digits, .footnote, .leak, .leakStart, .definition: break
      }
    }
    let line = EntryLine(inlines, number: number)
    add(line)
    guard let number, (0..<1000).contains(number) else { return }
    lists.add(
      number, line.links.first.map { .link($0.link) } ?? .text, scope: scope,
      position: uses.count, isNew: hasCited)
    hasCited = false
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

  /// The kind of the mark with which an item starts, where that is the name of a definition.
  func definition(_ item: ListItem) -> Mark.Kind? {
    guard case .paragraph(let inlines)? = item.blocks.first, let mark = inlines.first?.mark,
      case .definition = marks[mark].kind
    else { return nil }
    return marks[mark].kind
  }

  /// All links of a footnote are its entries, and the first is what it leads to.
  private mutating func define(_ name: String, _ blocks: [Block]) {
    var inlines: [Inline] = []
    for block in blocks { gather(block, &inlines) }
    let line = EntryLine(inlines, number: ListNumber.read(name), note: name)
    add(line)
    let target = line.links.first.map { NumberedLists.Target.link($0.link) } ?? .text
    if footnotes[name, default: .text] == .text { footnotes[name] = target }
  }

  private func gather(_ block: Block, _ inlines: inout [Inline]) {
    switch block {
    case .paragraph(let own), .heading(_, let own):
      if !inlines.isEmpty { inlines.append(.softBreak) }
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
