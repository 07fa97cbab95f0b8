/// Paragraphs and ordered lists in a part of sources that are only the numbers and titles of its
/// entries, with their addresses below:
///
///     **[1] Rice falls as the monsoon returns**
///     - URL: https://…
struct EntryParagraphs {
  /// The most blocks of an entry that is asked whether it has its address.
  private static let ownLimit = 4

  private let marks: [Mark]
  /// What stands before the first entry.
  private var before: [Block] = []
  private var items: [ListItem] = []
  /// Whether an entry is bold, or lacks its address: all others are understood as they are.
  private var joins = false

  private init(marks: [Mark]) { self.marks = marks }

  /// Makes a list of the blocks of each part under a heading of sources that are such entries.
  static func join(_ parts: inout [Part], marks: [Mark]) {
    var level: Int?
    for index in parts.indices {
      guard let heading = parts[index].heading else { continue }
      if let outer = level, heading.level <= outer { level = nil }
      if level == nil, SourceHeading.matches(heading.content.plainText) { level = heading.level }
      if level == nil { continue }
      var entries = EntryParagraphs(marks: marks)
      for block in parts[index].blocks { entries.add(block) }
      guard entries.joins, let list = EntryHeadings.list(of: entries.items) else { continue }
      parts[index].blocks = entries.before + [.list(list)]
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let inlines): add(inlines)
    case .list(let list) where list.start != nil && canStart(list): add(list)
    case .heading, .list, .quote, .table, .code, .rule: append(block)
    }
  }

  /// Whether an ordered list counts on, and is not one below an entry.
  private func canStart(_ list: List) -> Bool {
    items.last.map { entry in entry.number.map { $0 + 1 } == list.start } ?? true
  }

  private mutating func add(_ list: List) {
    for (index, item) in list.items.enumerated() {
      let number = list.start.map { item.number ?? $0 + index }
      items.append(ListItem(number: number, blocks: item.blocks))
    }
  }

  private mutating func append(_ block: Block) {
    guard let entry = items.last else { return before.append(block) }
    if block != .rule, !joins, entry.blocks.count <= EntryParagraphs.ownLimit,
      !EntryItem(entry).isOfOne
    {
      joins = true
    }
    items[items.count - 1].blocks.append(block)
  }

  /// Adds the lines of a paragraph; each that starts with a number starts an entry.
  private mutating func add(_ inlines: [Inline]) {
    var entry: ListItem?
    var lines: [Inline] = []
    for line in inlines.lines {
      if let item = item(line) {
        finish(entry, lines)
        (entry, lines) = (item, [])
      } else {
        lines += (entry == nil && lines.isEmpty ? [] : [.softBreak]) + line
      }
    }
    finish(entry, lines)
  }

  /// Adds an entry with the further lines of its paragraph, or a paragraph that is none.
  private mutating func finish(_ entry: ListItem?, _ lines: [Inline]) {
    guard var entry else {
      if !lines.isEmpty { append(.paragraph(lines)) }
      return
    }
    if case .paragraph(let title)? = entry.blocks.first {
      entry.blocks[0] = .paragraph(title + lines)
    }
    items.append(entry)
  }

  /// The item that a line is which starts with a number in brackets, or is bold and starts with one.
  private mutating func item(_ line: ArraySlice<Inline>) -> ListItem? {
    guard let first = line.first else { return nil }
    if case .strong(let inner) = first {
      guard let item = EntryHeadings.numbered(inner, marks) else { return nil }
      joins = true
      var content = item.content
      let mark = content.first?.mark == nil ? [] : [content.removeFirst()]
      let title: [Inline] = content.isEmpty ? [] : [.strong(content)]
      return ListItem(number: item.number, blocks: [.paragraph(mark + title + line.dropFirst())])
    }
    guard let mark = first.mark, case .number = marks[mark].kind else { return nil }
    return ListItem(blocks: [.paragraph(Array(line))])
  }
}
