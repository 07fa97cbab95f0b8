/// Finds out of each link of a document whether it cites or lists, where, and as what; marks are
/// judged when all lists are known.
struct CitationReader {
  /// What a link or a mark does.
  enum Role {
    /// `fills` says that nothing is said beside the link in its item or cell.
    case citation(section: Int?, label: String, fills: Bool)
    /// Boxed, as it would triple the room of all others.
    indirect case entry(EntryText)
    /// A mark that may be a citation, in a part of the document.
    case candidate(section: Int?, part: Int)
    /// The number or the name at the start of an entry.
    case name
  }

  /// A link, or a mark as the complement of its index, with its role.
  typealias Use = (reference: Int, role: Role)

  let links: [WebLink]
  let marks: [Mark]
  /// The names of arrays, as far as code has them.
  let arrays: ArrayNames
  /// The links and marks that stand in the text, in the order of reading, with their roles.
  var uses: [Use] = []
  var lists = NumberedLists()
  /// The entries without numbers, whose places may be what the numbers in the text mean.
  var unnumbered = UnnumberedEntries()
  /// Whether the list that is read names what may be read next, so that no places in it are cited.
  var leadsFurther = false
  /// Whether a paragraph of the text starts with a number in brackets.
  var hasLeadingNumber = false
  /// The further links of entries, by the first of each: what its number or name cites, too.
  var companions: [Int: [Int]] = [:]
  /// What items say of titled links with nothing else beside them, by the link.
  var bylines: [Int: EntryText] = [:]
  /// What footnotes lead to, by their folded name.
  var footnotes: [String: NumberedLists.Target] = [:]
  /// The lists of one entry.
  var lone = LoneEntries()
  /// The footnotes and numbers of entries that were defined, and those that were defined again.
  var defined = DefinedEntries()
  var section: Int?
  var part = 0
  var scope = NumberedLists.Scope(root: 0, parts: 0...0)
  /// Whether text that cites was read since the last entry.
  var hasCited = false
  /// How many lines beside the one that is read look like numbered entries, with it.
  var siblings = 0
  /// How often each number stands in brackets.
  var numberUses: [Int: Int] = [:]

  init(_ document: Document) {
    links = document.links
    marks = document.marks
    arrays = ArrayNames(document)
    for mark in marks {
      if case .number(let number) = mark.kind { numberUses[number, default: 0] += 1 }
    }
  }

  /// Whether a mark, by the complement of its index, is not shown; no hidden link is read.
  func isHidden(_ reference: Int) -> Bool { reference < 0 && marks[~reference].isHidden }

  /// Reads the lede, or a section with its heading.
  ///
  /// `isLast` says that nothing follows, so that a numbered list at the end may be one of sources.
  mutating func read(
    _ content: Part, at part: Int, section: Int?, list: NumberedLists.Scope?, isLast: Bool
  ) {
    self.section = section
    self.part = part
    scope = list ?? NumberedLists.Scope(root: part, parts: part...part, isHeaded: false)
    if let heading = content.heading {
      cite(heading.content, fills: FillingLink.isAll(of: heading.content))
    }
    if list?.root == part {
      let heading = content.heading?.content.plainText
      leadsFurther = heading.map(SourceHeading.leadsFurther) ?? false
    } else if list == nil {
      leadsFurther = false
    }
    if list != nil { self.list(content.blocks) } else { read(content.blocks, isLast: isLast) }
  }
}

// MARK: - Prose

extension CitationReader {
  mutating func read(
    _ blocks: [Block], isLast: Bool = false, siblings count: Int? = nil, isItem: Bool = false
  ) {
    let outer = siblings
    siblings = count ?? numberedLines(blocks)
    defer { siblings = outer }
    var isAfterLabel = false
    for (index, block) in blocks.enumerated() {
      if isAfterLabel, LinkList.isList([block], isAnnounced: true) {
        list([block])
        isAfterLabel = false
      } else if isLast, index == blocks.count - 1, explainsNumbers(block) {
        list([block])
      } else {
        isAfterLabel = read(block, isItem: isItem)
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
  private mutating func read(_ block: Block, isItem: Bool) -> Bool {
    switch block {
    case .paragraph(let inlines): return readParagraph(inlines, isItem: isItem)
    case .heading(_, let inlines):
      cite(inlines, fills: FillingLink.isAll(of: inlines))
      leadsFurther = SourceHeading.leadsFurther(inlines.plainText)
      return SourceHeading.matches(inlines.plainText)
    case .list(let list):
      let count = list.items.reduce(0) { $0 + numberedLines($1.blocks) }
      for item in list.items { read(item, siblings: count) }
      addBylines(of: list)
    case .quote(let blocks): read(blocks)
    case .table(let table):
      for cell in table.header { cite(cell) }
      let columns = SourceColumns(headersOf: table)
      for row in table.rows {
        for (column, cell) in row.enumerated() {
          cite(cell, fills: !columns.haveOutlet(column) && FillingLink.isAll(of: cell))
        }
        if let (link, text) = columns.naming(of: row, links) { bylines[link] = text }
      }
    case .code, .rule: break
    }
    return false
  }

  /// Notes who published what the items lead to: where that is certain, or all say so.
  private mutating func addBylines(of list: List) {
    let found = list.items.map { Byline($0, links) }
    let areAll = found.count > 1 && !found.contains { $0 == nil }
    for byline in found.compactMap({ $0 }) where areAll || byline.isCertain {
      bylines[byline.link] = byline.text
    }
  }

  private mutating func read(_ item: ListItem, siblings: Int) {
    switch definition(item) {
    case .definition?: list(item, number: nil)
    case .number, .superscript, .digits, .footnote, .leak, .leakStart, nil:
      read(item.blocks, siblings: siblings, isItem: true)
    }
  }

  private mutating func readParagraph(_ inlines: [Inline], isItem: Bool) -> Bool {
    let label = inlines.prefix { $0 != .softBreak && $0 != .lineBreak }
    let rest = inlines.dropFirst(label.count + 1)
    guard SourceHeading.isLabel(label) else {
      if let mark = inlines.first?.mark, case .number = marks[mark].kind { hasLeadingNumber = true }
      if marks.isEmpty || !readNumbered(inlines[...]) {
        let end = isItem || inlines.startWithDigit ? inlines.endOfTitle : 0
        cite(inlines[..<end], fills: true)
        cite(inlines[end...])
      }
      return false
    }
    leadsFurther = SourceHeading.leadsFurther(label.plainText)
    if rest.isEmpty {
      cite(inlines)
      return true
    }
    if !marks.isEmpty, readNumbered(rest, isAnnounced: true) { return false }
    let lines = Array(rest).lines
    guard lines.allSatisfy({ LinkList.isEntry($0) && LinkList.startsWithLink($0) }) else {
      cite(inlines)
      return false
    }
    cite(label)
    for line in lines { addEntry(line) }
    return false
  }

  mutating func cite(_ inlines: some Sequence<Inline>, fills: Bool = false) {
    for inline in inlines {
      switch inline {
      case .citation(let index, let label):
        if index < 0 {
          uses.append((index, .candidate(section: section, part: part)))
        } else {
          uses.append((index, .citation(section: section, label: label.cleanText, fills: fills)))
          cite(label)
        }
        hasCited = true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        cite(inner, fills: fills)
      case .link(let link): cite(link.label)
      case .text, .code, .image, .softBreak, .lineBreak: break
      }
    }
  }
}
