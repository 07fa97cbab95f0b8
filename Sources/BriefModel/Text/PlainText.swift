extension [Inline] {
  /// The text without its markup; a line end is a space, an image its alternative text.
  package var plainText: String {
    var text = ""
    for inline in self { inline.write(to: &text) }
    return text
  }
}

extension Inline {
  fileprivate func write(to text: inout String) {
    switch self {
    case .text(let string), .code(let string): text += string
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
      for inline in inner { inline.write(to: &text) }
    case .citation(_, let label): for inline in label { inline.write(to: &text) }
    case .link(let link): for inline in link.label { inline.write(to: &text) }
    case .image(let alternative): text += alternative
    case .softBreak, .lineBreak: text += " "
    }
  }
}

extension [Block] {
  /// The text without its markup: blocks, items and table rows on lines of their own, cells apart
  /// by tabs.
  package var plainText: String {
    var lines: [String] = []
    for block in self { block.write(to: &lines) }
    return lines.joined(separator: "\n")
  }
}

extension Block {
  fileprivate func write(to lines: inout [String]) {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): lines.append(inlines.plainText)
    case .quote(let blocks): for block in blocks { block.write(to: &lines) }
    case .list(let list):
      for item in list.items { for block in item.blocks { block.write(to: &lines) } }
    case .code(let code): lines += code.lines
    case .table(let table):
      for row in [table.header] + table.rows {
        lines.append(row.map(\.plainText).joined(separator: "\t"))
      }
    case .rule: break
    }
  }
}
