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
      case .text(let text), .code(let text), .image(let text): append(text)
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

  /// A mark that shows no label leaves the space before it, which is one too many where another
  /// space or the sentence's stop follows.
  private mutating func append(_ text: String) {
    if let last = citations.last, last.range == bytes.count..<bytes.count, bytes.last == 0x20,
      let next = text.utf8.first, next.endsGap
    {
      bytes.removeLast()
      for index in citations.indices.reversed() {
        let range = citations[index].range
        guard range.upperBound > bytes.count else { break }
        citations[index].range = min(range.lowerBound, bytes.count)..<bytes.count
      }
    }
    bytes.append(contentsOf: text.utf8)
  }
}
