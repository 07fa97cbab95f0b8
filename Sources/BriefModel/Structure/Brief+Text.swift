extension Brief {
  /// The brief with each text that is shown of it written in another way; what it is known and found
  /// by stays.
  package func rewritten(_ write: (String) -> String) -> Brief {
    var brief = self
    brief.title = write(title)
    brief.heading = heading.rewritten(write)
    brief.lede = lede.rewritten(write)
    for index in sections.indices {
      brief.sections[index].title = write(sections[index].title)
      brief.sections[index].heading = sections[index].heading.rewritten(write)
      brief.sections[index].blocks = sections[index].blocks.rewritten(write)
    }
    for index in sources.indices {
      brief.sources[index].outlet = write(sources[index].outlet)
      brief.sources[index].title = sources[index].title.map(write)
    }
    return brief
  }
}

extension [Block] {
  fileprivate func rewritten(_ write: (String) -> String) -> [Block] {
    map { block in
      switch block {
      case .paragraph(let inlines): .paragraph(inlines.rewritten(write))
      case .heading(let level, let inlines): .heading(level: level, inlines.rewritten(write))
      case .list(let list): .list(list.rewritten(write))
      case .quote(let blocks): .quote(blocks.rewritten(write))
      case .code(let code):
        .code(CodeBlock(language: code.language, lines: code.lines.map(write)))
      case .table(let table): .table(table.rewritten(write))
      case .rule: .rule
      }
    }
  }
}

extension List {
  fileprivate func rewritten(_ write: (String) -> String) -> List {
    var list = self
    for index in items.indices { list.items[index].blocks = items[index].blocks.rewritten(write) }
    return list
  }
}

extension Table {
  fileprivate func rewritten(_ write: (String) -> String) -> Table {
    Table(
      alignments: alignments, header: header.map { $0.rewritten(write) },
      rows: rows.map { row in row.map { $0.rewritten(write) } })
  }
}

extension [Inline] {
  fileprivate func rewritten(_ write: (String) -> String) -> [Inline] {
    map { inline in
      switch inline {
      case .text(let text): .text(write(text))
      case .emphasis(let inner): .emphasis(inner.rewritten(write))
      case .strong(let inner): .strong(inner.rewritten(write))
      case .strikethrough(let inner): .strikethrough(inner.rewritten(write))
      case .code(let code): .code(write(code))
      case .citation(let index, let label): .citation(index, label: label.rewritten(write))
      case .link(let link):
        .link(Link(destination: link.destination, label: link.label.rewritten(write)))
      case .image(let alternative): .image(alternative: write(alternative))
      case .softBreak: .softBreak
      case .lineBreak: .lineBreak
      }
    }
  }
}
