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

  /// Where a citation stands: a mark without a label, right where a sentence ends, belongs to it.
  func place(of citation: Int) -> Int {
    let range = citations[citation].range
    return range.lowerBound - (range.isEmpty ? 1 : 0)
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

extension [Block] {
  /// The paragraphs, the lines of code and the rows of tables, in their order.
  var citedTexts: [CitedText] {
    flatMap { block -> [CitedText] in
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): [CitedText(inlines)]
      case .quote(let blocks): blocks.citedTexts
      case .list(let list): list.items.flatMap { $0.blocks.citedTexts }
      case .table(let table): ([table.header] + table.rows).map { CitedText(row: $0) }
      case .code(let code): code.lines.map { CitedText([.code($0)]) }
      case .rule: []
      }
    }
  }
}
