/// An item of a list of sources taken apart: its own lines, and what stands below them.
struct EntryItem {
  /// The lines of its first paragraphs, or its heading.
  private(set) var own: [Inline] = []
  private var isHeaded = false
  private(set) var below: [Block] = []

  init(_ item: ListItem) {
    for block in item.blocks {
      switch block {
      case .paragraph(let inlines) where below.isEmpty && !isHeaded:
        own += own.isEmpty ? inlines : [.softBreak] + inlines
      case .heading(_, let inlines) where below.isEmpty && own.isEmpty:
        own = inlines
        isHeaded = true
      case .paragraph, .heading, .list, .quote, .table, .code, .rule: below.append(block)
      }
    }
  }

  /// Whether it has one line with a link.
  var isOfOne: Bool {
    let lines = own.lines.map(Array.init) + (notes ?? [])
    return lines.count(where: \.haveCitation) == 1
  }

  /// The most lines below an item that are notes of it; more are a list of their own.
  private static let noteLimit = 64
  /// The most pieces of a paragraph that is a note.
  private static let pieceLimit = 512

  /// The lines of the items and quotes below; nil where there is anything else than text, or much.
  var notes: [[Inline]]? {
    var lines: [[Inline]] = []
    return EntryItem.gather(below, &lines) ? lines : nil
  }

  /// Which of some notes has the address of an entry whose own lines have none: the only one with a
  /// link, or the only one of these that calls it so.
  static func address(in notes: [[Inline]]) -> Int? {
    let linked = notes.indices.filter { notes[$0].haveCitation }
    if linked.count == 1 { return linked.first }
    let called = linked.filter { place in
      let before = notes[place].prefix { ![$0].haveCitation }.plainText
      return EntryField(named: OutletName.trimmed(before)) == .address
    }
    return called.count == 1 ? called.first : nil
  }

  private static func gather(_ blocks: [Block], _ lines: inout [[Inline]]) -> Bool {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines):
        if inlines.count > pieceLimit { return false }
        lines += inlines.lines.map(Array.init)
      case .list(let list):
        for item in list.items where !gather(item.blocks, &lines) { return false }
      case .quote(let inner): if !gather(inner, &lines) { return false }
      case .rule: break
      case .code, .table: return false
      }
      if lines.count > noteLimit { return false }
    }
    return true
  }
}
