/// Gives the links of a document their final form: citations and entries instead of numbers of
/// links.
struct Relinking {
  /// What each link of the document becomes.
  enum Target {
    case citation(Int)
    case source(Int)
  }

  let targets: [Target?]

  func apply(to blocks: inout [Block]) {
    for index in blocks.indices {
      switch blocks[index] {
      case .paragraph(var inlines):
        if apply(to: &inlines) { blocks[index] = .paragraph(inlines) }
      case .heading(let level, var inlines):
        if apply(to: &inlines) { blocks[index] = .heading(level: level, inlines) }
      case .list(var list):
        for item in list.items.indices { apply(to: &list.items[item].blocks) }
        blocks[index] = .list(list)
      case .quote(var inner):
        apply(to: &inner)
        blocks[index] = .quote(inner)
      case .table(var table):
        apply(to: &table)
        blocks[index] = .table(table)
      case .code, .rule: break
      }
    }
  }

  private func apply(to table: inout Table) {
    for cell in table.header.indices { _ = apply(to: &table.header[cell]) }
    for row in table.rows.indices {
      for cell in table.rows[row].indices { _ = apply(to: &table.rows[row][cell]) }
    }
  }

  /// Returns whether anything changed.
  func apply(to inlines: inout [Inline]) -> Bool {
    var hasChanged = false
    for index in inlines.indices {
      guard let changed = relinked(inlines[index]) else { continue }
      inlines[index] = changed
      hasChanged = true
    }
    return hasChanged
  }

  /// The final form of an inline, or nil where it is that already.
  private func relinked(_ inline: Inline) -> Inline? {
    switch inline {
    case .text, .code, .image, .softBreak, .lineBreak: return nil
    case .emphasis(var inner): return apply(to: &inner) ? .emphasis(inner) : nil
    case .strong(var inner): return apply(to: &inner) ? .strong(inner) : nil
    case .strikethrough(var inner): return apply(to: &inner) ? .strikethrough(inner) : nil
    case .link(var link): return apply(to: &link.label) ? .link(link) : nil
    case .citation(let number, var label):
      _ = apply(to: &label)
      switch targets[number] {
      case .citation(let index): return .citation(index, label: label)
      case .source(let index): return .link(Link(destination: .source(index), label: label))
      case nil: return .emphasis(label)
      }
    }
  }
}
