/// Finds out of each link of a document whether it cites or lists, where, and as what.
struct CitationReader {
  /// What a link does.
  enum Role {
    case citation(section: Int?, label: String)
    case entry
  }

  let links: [WebLink]
  /// The links that stand in the text, in the order of reading, with their roles.
  private(set) var roles: [(link: Int, role: Role)] = []
  private(set) var table = SourceTable()
  private var section: Int?

  init(links: [WebLink]) {
    self.links = links
  }

  /// Reads the lede, or a section with its heading.
  mutating func read(_ part: Part, section: Int?, isSources: Bool) {
    self.section = section
    if let heading = part.heading { cite(heading.content) }
    if isSources { list(part.blocks) } else { read(part.blocks) }
  }
}

// MARK: - Prose

extension CitationReader {
  private mutating func read(_ blocks: [Block]) {
    var isAfterLabel = false
    for block in blocks {
      if isAfterLabel, LinkList.isList([block]) {
        list([block])
        isAfterLabel = false
      } else {
        isAfterLabel = read(block)
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
    case .list(let list): for item in list.items { read(item.blocks) }
    case .quote(let blocks): read(blocks)
    case .table(let table):
      for cell in table.header { cite(cell) }
      for row in table.rows { for cell in row { cite(cell) } }
    case .code, .rule: break
    }
    return false
  }

  private mutating func readParagraph(_ inlines: [Inline]) -> Bool {
    let label = inlines.prefix { $0 != .softBreak && $0 != .lineBreak }
    guard SourceHeading.isLabel(label) else {
      cite(inlines)
      return false
    }
    let rest = inlines.lines.dropFirst()
    guard !rest.isEmpty,
      rest.allSatisfy({ LinkList.isEntry($0) && LinkList.startsWithLink($0) })
    else {
      cite(inlines)
      return rest.isEmpty
    }
    cite(label)
    for line in rest { addEntry(line) }
    return false
  }

  private mutating func cite(_ inlines: some Sequence<Inline>) {
    for inline in inlines {
      switch inline {
      case .citation(let index, let label):
        let text = label.cleanText
        table.cite(links[index], label: text)
        roles.append((index, .citation(section: section, label: text)))
        cite(label)
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
        for line in inlines.lines { addEntry(line) }
      case .list(let list): for item in list.items { self.list(item.blocks) }
      case .quote(let blocks): list(blocks)
      case .table(let table): for row in table.rows + [table.header] { addEntry(row.joined()) }
      case .code, .rule: break
      }
    }
  }

  private mutating func addEntry(_ line: some Sequence<Inline>) {
    var before = ""
    addEntry(line, &before)
  }

  /// The text before the first link is the label of all links of the line.
  private mutating func addEntry(_ line: some Sequence<Inline>, _ before: inout String) {
    for inline in line {
      switch inline {
      case .citation(let index, let label):
        table.list(links[index], prefix: Sanitizer.prose(before), label: label.cleanText)
        roles.append((index, .entry))
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        addEntry(inner, &before)
      case .text(let piece), .code(let piece): before += piece
      case .link(let link): addEntry(link.label, &before)
      case .image, .softBreak, .lineBreak: break
      }
    }
  }
}
