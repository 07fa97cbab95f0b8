/// Tells a list of links from prose that cites.
enum LinkList {
  /// The most bytes of text beside its links that an entry has; more is prose.
  private static let textLimit = 400

  /// Whether blocks are a list of links: most of their items, lines and rows are entries. Under a
  /// heading or label that announces sources, numbered ones may do without a link.
  static func isList(_ blocks: [Block], isAnnounced: Bool = false) -> Bool {
    var count = Count(isAnnounced: isAnnounced)
    for block in blocks { count.add(block) }
    return count.entries > 0 && count.entries >= count.others
  }

  /// Whether a line is an entry: it has a link and little beside it.
  static func isEntry(_ line: some Sequence<Inline>) -> Bool {
    let (links, text) = measure(line)
    return links > 0 && text <= textLimit
  }

  /// The links of a line, and the bytes of its text beside them.
  private static func measure(_ line: some Sequence<Inline>) -> (links: Int, text: Int) {
    var links = 0
    var text = 0
    for inline in line { measure(inline, &links, &text) }
    return (links, text)
  }

  /// Whether a line starts with its link: only a number, or words that end in a mark, go before.
  static func startsWithLink(_ line: some Sequence<Inline>) -> Bool {
    if let first = line.first(where: { _ in true }), first.mark != nil { return true }
    let before = line.prefix { ![$0].haveCitation }.plainText.unicodeScalars.filter { $0 != " " }
    guard let last = before.last else { return true }
    return !last.isLetter && last != "," && last != "，" && last != "、"
  }

  private static func measure(_ inline: Inline, _ links: inout Int, _ text: inout Int) {
    switch inline {
    case .citation(let index, _): if index >= 0 { links += 1 }
    case .text(let piece), .code(let piece), .image(let piece): text += piece.utf8.count
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines):
      for inline in inlines { measure(inline, &links, &text) }
    case .link(let link): text += link.label.plainText.utf8.count
    case .softBreak, .lineBreak: break
    }
  }

  private struct Count {
    let isAnnounced: Bool
    var entries = 0
    var others = 0

    mutating func add(_ block: Block) {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines):
        for line in inlines.entries { addLine(line) }
      case .list(let list): for item in list.items { add(item, isNumbered: list.start != nil) }
      case .quote(let blocks): for block in blocks { add(block) }
      case .table(let table): for row in table.rows { add(row.joined()) }
      case .code: others += 1
      case .rule: break
      }
    }

    /// An item counts once, with the lists inside of it item by item.
    private mutating func add(_ item: ListItem, isNumbered: Bool) {
      let item = EntryItem(item)
      if isAnnounced, addNotes(of: item) { return }
      for block in item.below { add(block) }
      if !item.own.isEmpty { add(item.own, isNumbered: isNumbered) }
    }

    /// Adds an item whose lines without a link belong to the line with one: its title above, and
    /// notes below; false for any other.
    private mutating func addNotes(of item: EntryItem) -> Bool {
      guard let lines = item.notes else { return false }
      let own = LinkList.measure(item.own)
      var links = own.links > 0 ? 1 : 0
      var text = own.text
      for line in lines {
        let measure = LinkList.measure(line)
        if measure.text > textLimit { return false }
        if measure.links > 0 { links += 1 } else { text += measure.text }
      }
      guard links > 0, text <= 2 * textLimit else { return false }
      entries += links
      return true
    }

    /// A line that is no item must start with its link, or a number or label before it.
    private mutating func addLine(_ line: ArraySlice<Inline>) {
      if LinkList.startsWithLink(line) { add(line) } else { others += 1 }
    }

    private mutating func add(_ line: some Sequence<Inline>, isNumbered: Bool = false) {
      let (links, text) = LinkList.measure(line)
      let startsWithMark = line.first { _ in true }?.mark != nil
      if text > textLimit {
        others += 1
      } else if links > 0 {
        entries += 1
      } else if !(isAnnounced && (isNumbered || startsWithMark)) {
        others += 1
      }
    }
  }
}

extension [Inline] {
  /// The lines of a paragraph.
  var lines: [ArraySlice<Inline>] { split { $0 == .softBreak || $0 == .lineBreak } }

  /// The entries of a paragraph of a list of sources, before marks are judged: its lines, or where
  /// the first starts with a number, such lines with those that follow them.
  var entries: [ArraySlice<Inline>] {
    guard first?.mark != nil else { return lines }
    var entries: [ArraySlice<Inline>] = []
    var start = 0
    for index in indices.dropFirst()
    where self[index].mark != nil
      && (self[index - 1] == .softBreak || self[index - 1] == .lineBreak)
    {
      entries.append(self[start..<index - 1])
      start = index
    }
    return entries + [self[start...]]
  }
}
