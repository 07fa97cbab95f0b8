/// The text of blocks in which something may be claimed: without code, and without the labels of links
/// that lead to other files or to places in the brief itself.
struct ClaimedText {
  private(set) var text = ""

  init(_ blocks: [Block]) { add(blocks) }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): addLine(inlines)
    case .quote(let blocks): add(blocks)
    case .list(let list): for item in list.items { add(item.blocks) }
    case .table(let table):
      for row in [table.header] + table.rows { for cell in row { addLine(cell) } }
    case .code, .rule: break
    }
  }

  private mutating func addLine(_ inlines: [Inline]) {
    add(inlines)
    text += "\n"
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .link(let link) where link.destination.isLocal: break
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): add(inner)
      case .text, .code, .citation, .link, .image, .softBreak, .lineBreak: inline.write(to: &text)
      }
    }
  }
}

extension Link.Destination {
  /// Whether it is a file beside the brief, or a place in it.
  fileprivate var isLocal: Bool {
    switch self {
    case .file, .anchor: true
    case .source, .other: false
    }
  }
}
