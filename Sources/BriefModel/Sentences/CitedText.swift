/// A line of text with the places in it of its citations.
struct CitedText {
  private(set) var bytes: [UInt8] = []
  /// Ascending and apart.
  private(set) var citations: [(index: Int, range: Range<Int>)] = []

  init(_ inlines: [Inline]) { append(inlines) }

  /// A table's row, its cells parted by ` | `.
  init(row: [Table.Cell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(contentsOf: " | ".utf8) }
      append(cell)
    }
  }

  private mutating func append(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text), .image(let text): bytes.append(contentsOf: text.utf8)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): append(inner)
      case .link(let link): append(link.label)
      case .softBreak: bytes.append(0x20)
      case .lineBreak: bytes.append(0x0A)
      case .citation(let index, let label):
        let start = bytes.count
        append(label)
        citations.append((index, start..<bytes.count))
      }
    }
  }
}
