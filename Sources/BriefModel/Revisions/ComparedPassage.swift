/// A paragraph, an item's text, a row of a table or a line of code, as it is compared.
struct ComparedPassage {
  /// A citation between the words.
  struct Mark {
    var offset: Int
    /// The canonical address of its source; what the mark says where it leads nowhere.
    var identity: String
    /// The number of its source, in brackets.
    var number: String
    /// Who published the source; empty where it leads nowhere.
    var outlet: String
  }

  var shape = PassageShape()
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []

  /// The same for passages that say and cite the same.
  var key: Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    for mark in marks {
      hasher.combine(mark.offset)
      hasher.combine(mark.identity)
    }
    return hasher.finalize()
  }

  init(_ inlines: [Inline], in brief: Brief, shape: PassageShape = PassageShape()) {
    self.shape = shape
    append(inlines, in: brief)
  }

  init(row: [Table.Cell], in brief: Brief) {
    shape.kind = .row
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes += Array(" | ".utf8) }
      append(cell, in: brief)
    }
  }

  init(code: String) {
    shape.kind = .code
    bytes = Array(code.utf8)
  }

  private mutating func append(_ inlines: [Inline], in brief: Brief) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text), .image(let text): bytes += Array(text.utf8)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        append(inner, in: brief)
      case .softBreak, .lineBreak: bytes.append(0x20)
      case .link(let link):
        append(link.label, in: brief)
        if case .source(let index) = link.destination { mark(brief.sources[index]) }
      case .citation(let index, let label): append(brief.citations[index], label, in: brief)
      }
    }
  }

  private mutating func append(_ citation: Citation, _ label: [Inline], in brief: Brief) {
    guard let source = citation.source.map({ brief.sources[$0] }) else {
      if !citation.isNumeric { append(label, in: brief) }
      let number = citation.isNumeric && !citation.label.isEmpty ? "[\(citation.label)?]" : "[?]"
      marks.append(Mark(offset: bytes.count, identity: number, number: number, outlet: ""))
      return
    }
    if !citation.isNumeric {
      if label.isEmpty { bytes += Array(source.outlet.utf8) } else { append(label, in: brief) }
    }
    mark(source)
  }

  private mutating func mark(_ source: Source) {
    marks.append(
      Mark(
        offset: bytes.count, identity: source.url.canonical, number: "[\(source.number)]",
        outlet: source.outlet))
  }
}

extension ComparedPassage {
  /// The passages of some blocks in their order; rules say nothing and are left out.
  static func all(in blocks: [Block], of brief: Brief) -> [ComparedPassage] {
    var reading = PassageReading(brief: brief)
    reading.read(blocks)
    return reading.passages
  }
}

/// Takes blocks apart into passages.
private struct PassageReading {
  let brief: Brief
  var passages: [ComparedPassage] = []
  private var shape = PassageShape()

  init(brief: Brief) { self.brief = brief }

  mutating func read(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines): append(ComparedPassage(inlines, in: brief, shape: taken()))
      case .heading(_, let inlines):
        var own = taken()
        own.kind = .heading
        append(ComparedPassage(inlines, in: brief, shape: own))
      case .quote(let inner):
        shape.quotes += 1
        read(inner)
        shape.quotes -= 1
      case .list(let list): read(list)
      case .code(let code): read(code.lines.map { ComparedPassage(code: $0) })
      case .table(let table):
        let rows = ([table.header] + table.rows).map { ComparedPassage(row: $0, in: brief) }
        read(rows.filter { !$0.bytes.isEmpty })
      case .rule: break
      }
    }
  }

  private mutating func read(_ list: List) {
    let marker = shape.marker
    shape.lists += 1
    for (index, item) in list.items.enumerated() {
      shape.marker =
        item.isDone.map { .task(isDone: $0) }
        ?? list.start.map { .number(item.number ?? $0 + index) } ?? .bullet
      shape.followsClosely = index > 0 && list.isTight
      read(item.blocks)
    }
    shape.lists -= 1
    shape.marker = marker
    shape.followsClosely = false
  }

  /// Lines that stand below one another.
  private mutating func read(_ lines: [ComparedPassage]) {
    for (index, var line) in lines.enumerated() {
      let kind = line.shape.kind
      line.shape = taken()
      line.shape.kind = kind
      line.shape.followsClosely = index > 0
      append(line)
    }
  }

  /// The shape of the next passage; an item's marker stands before its first alone.
  private mutating func taken() -> PassageShape {
    defer {
      shape.marker = nil
      shape.followsClosely = false
    }
    return shape
  }

  private mutating func append(_ passage: ComparedPassage) { passages.append(passage) }
}
