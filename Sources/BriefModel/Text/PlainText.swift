extension Sequence where Element == Inline {
  /// The text without its markup; a line end is a space, an image its alternative text.
  package var plainText: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The text as one string of its own: marks of pieces that were apart count together.
  var cleanText: String { Sanitizer.prose(plainText) }

  /// Appends the plain text.
  package func write(to text: inout String) {
    var follows = false
    for inline in self {
      if follows, case .text(let piece) = inline, let next = piece.utf8.first, next.endsGap,
        text.utf8.last == 0x20
      {
        text.removeLast()
      }
      inline.write(to: &text)
      follows = if case .citation(_, let label) = inline { label.isEmpty } else { false }
    }
  }
}

extension UInt8 {
  /// Whether the space before a mark that shows nothing is one too many where this follows it.
  var endsGap: Bool {
    switch self {
    case 0x20, 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }
}

extension Inline {
  /// Appends the text without its markup.
  func write(to text: inout String) {
    switch self {
    case .text(let string), .code(let string), .image(let string): text += string
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
      .citation(_, let inner):
      inner.write(to: &text)
    case .link(let link): link.label.write(to: &text)
    case .softBreak, .lineBreak: text += " "
    }
  }
}

extension Sequence where Element == Block {
  /// The text without its markup: blocks, items and table rows on lines of their own, cells apart
  /// by tabs.
  package var plainText: String {
    var text = ""
    for block in self { block.write(to: &text) }
    if text.utf8.last == 0x0A { text.removeLast() }
    return text
  }
}

extension Block {
  /// Appends the text, each line with a line feed after it.
  fileprivate func write(to text: inout String) {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines):
      inlines.write(to: &text)
      text += "\n"
    case .quote(let blocks): for block in blocks { block.write(to: &text) }
    case .list(let list):
      for item in list.items { for block in item.blocks { block.write(to: &text) } }
    case .code(let code): for line in code.lines { text += line + "\n" }
    case .table(let table):
      Block.write(table.header, to: &text)
      for row in table.rows { Block.write(row, to: &text) }
    case .rule: break
    }
  }

  private static func write(_ row: [Table.Cell], to text: inout String) {
    for (index, cell) in row.enumerated() {
      if index > 0 { text += "\t" }
      cell.write(to: &text)
    }
    text += "\n"
  }
}
