/// Finds out of each link of a document whether it cites or lists, where, and as what; marks are
/// judged when all lists are known.
struct CitationReader {
  /// What a link or a mark does.
  enum Role {
    case citation(section: Int?, label: String)
    case entry(EntryText)
    /// A mark that may be a citation, in a part of the document.
    case candidate(section: Int?, part: Int)
    /// The number or the name at the start of an entry.
    case name
  }

  /// A link, or a mark as the complement of its index, with its role.
  typealias Use = (reference: Int, role: Role)

  let links: [WebLink]
  let marks: [Mark]
  /// The links and marks that stand in the text, in the order of reading, with their roles.
  private(set) var uses: [Use] = []
  private(set) var lists = NumberedLists()
  /// What footnotes lead to, by name.
  private(set) var footnotes: [String: NumberedLists.Target] = [:]
  private var section: Int?
  private var part = 0
  private var scope = NumberedLists.Scope(root: 0, parts: 0...0)
  /// Whether text that cites was read since the last entry.
  private var hasCited = false

  init(_ document: Document) {
    links = document.links
    marks = document.marks
  }

  /// Whether what refers to a link, or to a mark by the complement of its index, is not shown.
  func isHidden(_ reference: Int) -> Bool {
    reference < 0 ? marks[~reference].isHidden : links[reference].isHidden
  }

  /// Reads the lede, or a section with its heading.
  ///
  /// `isLast` says that nothing follows, so that a numbered list at the end may be one of sources.
  mutating func read(
    _ content: Part, at part: Int, section: Int?, list: NumberedLists.Scope?, isLast: Bool
  ) {
    self.section = section
    self.part = part
    scope = list ?? NumberedLists.Scope(root: part, parts: part...part, isHeaded: false)
    if let heading = content.heading { cite(heading.content) }
    if list != nil { self.list(content.blocks) } else { read(content.blocks, isLast: isLast) }
  }
}

// MARK: - Prose

extension CitationReader {
  private mutating func read(_ blocks: [Block], isLast: Bool = false) {
    var isAfterLabel = false
    for (index, block) in blocks.enumerated() {
      if isAfterLabel, LinkList.isList([block], isAnnounced: true) {
        list([block])
        isAfterLabel = false
      } else if isLast, index == blocks.count - 1, explainsNumbers(block) {
        list([block])
      } else {
        isAfterLabel = read(block)
      }
    }
  }

  /// Whether a block is a numbered list of links at the end of a text whose numbers no other list
  /// explains.
  private func explainsNumbers(_ block: Block) -> Bool {
    guard case .list(let list) = block, list.start != nil, lists.isEmpty, LinkList.isList([block])
    else { return false }
    return marks.contains {
      switch $0.kind {
      case .number, .superscript, .digits: true
      case .footnote, .leak, .leakStart, .definition: false
      }
    }
  }

  /// Reads a block; returns whether it is the label of a list of sources.
  private mutating func read(_ block: Block) -> Bool {
    switch block {
    case .paragraph(let inlines): return readParagraph(inlines)
    case .heading(_, let inlines):
      cite(inlines)
      return SourceHeading.matches(inlines.plainText)
    case .list(let list): for item in list.items { read(item) }
    case .quote(let blocks): read(blocks)
    case .table(let table):
      for cell in table.header { cite(cell) }
      for row in table.rows { for cell in row { cite(cell) } }
    case .code, .rule: break
    }
    return false
  }

  private mutating func read(_ item: ListItem) {
    switch definition(item) {
    case .definition?: list(item, number: nil)
    case .number, .superscript, .digits, .footnote, .leak, .leakStart, nil: read(item.blocks)
    }
  }

  private mutating func readParagraph(_ inlines: [Inline]) -> Bool {
    let label = inlines.prefix { $0 != .softBreak && $0 != .lineBreak }
    let rest = inlines.dropFirst(label.count + 1)
    guard SourceHeading.isLabel(label) else {
      if marks.isEmpty || !readNumbered(inlines[...]) { cite(inlines) }
      return false
    }
    if rest.isEmpty {
      cite(inlines)
      return true
    }
    if !marks.isEmpty, readNumbered(rest) { return false }
    let lines = Array(rest).lines
    guard lines.allSatisfy({ LinkList.isEntry($0) && LinkList.startsWithLink($0) }) else {
      cite(inlines)
      return false
    }
    cite(label)
    for line in lines { addEntry(line) }
    return false
  }

  /// Reads lines that start with numbers as entries; false where they are none.
  private mutating func readNumbered(_ lines: ArraySlice<Inline>) -> Bool {
    guard let first = lines.first, startsEntry(first) else { return false }
    let entries = Array(lines).entries
    guard entries.contains(where: LinkList.isEntry) else { return false }
    for entry in entries { addEntry(entry) }
    return true
  }

  /// Whether a number or the name of a definition stands here.
  private func startsEntry(_ inline: Inline) -> Bool {
    switch inline.mark.map({ marks[$0].kind }) {
    case .number, .definition: true
    case .superscript, .digits, .footnote, .leak, .leakStart, nil: false
    }
  }

  private mutating func cite(_ inlines: some Sequence<Inline>) {
    for inline in inlines {
      switch inline {
      case .citation(let index, let label):
        if index < 0 {
          uses.append((index, .candidate(section: section, part: part)))
        } else {
          uses.append((index, .citation(section: section, label: label.cleanText)))
          cite(label)
        }
        hasCited = true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): cite(inner)
      case .link(let link): cite(link.label)
      case .text, .code, .image, .softBreak, .lineBreak: break
      }
    }
  }
}

// MARK: - The list of sources

extension CitationReader {
  private mutating func list(_ blocks: [Block]) {
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

  private mutating func list(_ item: ListItem, number: Int?) {
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
  private mutating func addEntry(_ row: [Table.Cell]) {
    let number = row.first.flatMap { ListNumber.read($0.plainText) }
    let cells = number == nil ? row[...] : row.dropFirst()
    addEntry(cells.joined(separator: [.text(" ")]), number: number)
  }

  private mutating func addEntry(_ inlines: some Sequence<Inline>, number: Int? = nil) {
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
    for mark in line.marks {
      switch marks[mark].kind {
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
  private func definition(_ item: ListItem) -> Mark.Kind? {
    guard case .paragraph(let inlines)? = item.blocks.first, let mark = inlines.first?.mark,
      case .definition = marks[mark].kind
    else { return nil }
    return marks[mark].kind
  }

  /// All links of a footnote are its entries, and the first is what it leads to.
  private mutating func define(_ name: String, _ blocks: [Block]) {
    var inlines: [Inline] = []
    for block in blocks { gather(block, &inlines) }
    let line = EntryLine(inlines, number: ListNumber.read(name), isNote: true)
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
