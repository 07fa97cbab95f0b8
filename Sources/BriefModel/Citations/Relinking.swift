/// Gives the links and marks of a document their final form: citations, entries and text.
struct Relinking {
  /// What a link or a mark of the document becomes.
  enum Target {
    /// Indices of citations; a mark may be several.
    case citations(Range<Int>)
    case source(Int)
    /// What it was found in.
    case text
    /// What it was found in, with which an entry starts.
    case name
    /// It is not shown.
    case nothing
  }

  private var links: [Target?]
  private var marks: [Target?]
  /// Whether anything is an entry of a list of sources.
  private var hasEntries = false
  /// The names that marks define.
  private var definitions: [Int: String] = [:]

  init(_ reader: CitationReader) {
    links = [Target?](repeating: nil, count: reader.links.count)
    marks = [Target?](repeating: nil, count: reader.marks.count)
    for (index, mark) in reader.marks.enumerated() {
      if case .definition(let name, _) = mark.kind { definitions[index] = name }
    }
  }

  /// Says what a link becomes, or a mark by the complement of its index.
  mutating func set(_ reference: Int, _ target: Target) {
    if reference >= 0 {
      links[reference] = target
    } else if case .citations(let own) = marks[~reference], case .citations(let more) = target {
      marks[~reference] = .citations(own.lowerBound..<more.upperBound)
    } else {
      marks[~reference] = target
    }
    switch target {
    case .source, .name: hasEntries = true
    case .citations, .text, .nothing: break
    }
  }

  func apply(to blocks: inout [Block]) {
    for index in blocks.indices {
      // Taken out for the time being, so that what it holds is changed where it is.
      var block = Block.rule
      swap(&block, &blocks[index])
      blocks[index] = relinked(block)
    }
  }

  private func relinked(_ block: consuming Block) -> Block {
    switch consume block {
    case .paragraph(var inlines):
      _ = partEntries(&inlines)
      _ = apply(to: &inlines)
      return .paragraph(inlines)
    case .heading(let level, var inlines):
      _ = apply(to: &inlines)
      return .heading(level: level, inlines)
    case .list(var list):
      if !definitions.isEmpty { number(&list) }
      for item in list.items.indices { apply(to: &list.items[item].blocks) }
      return .list(list)
    case .quote(var inner):
      apply(to: &inner)
      return .quote(inner)
    case .table(var table):
      apply(to: &table)
      return .table(table)
    case .code(let code): return .code(code)
    case .rule: return .rule
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
    if !marks.isEmpty, inlines.contains(where: { $0.mark != nil }) {
      inlines = withoutMarks(inlines)
      return true
    }
    var hasChanged = false
    for index in inlines.indices {
      guard let changed = relinked(inlines[index]) else { continue }
      inlines[index] = changed
      hasChanged = true
    }
    return hasChanged
  }

  /// The final form of an inline that is no mark, or nil where it is that already.
  private func relinked(_ inline: Inline) -> Inline? {
    switch inline {
    case .text, .code, .image, .softBreak, .lineBreak: return nil
    case .emphasis(var inner): return apply(to: &inner) ? .emphasis(inner) : nil
    case .strong(var inner): return apply(to: &inner) ? .strong(inner) : nil
    case .strikethrough(var inner): return apply(to: &inner) ? .strikethrough(inner) : nil
    case .link(var link): return apply(to: &link.label) ? .link(link) : nil
    case .citation(let number, var label):
      _ = apply(to: &label)
      switch links[number] {
      case .citations(let own): return .citation(own.lowerBound, label: label)
      case .source(let index): return .link(Link(destination: .source(index), label: label))
      case .nothing: return .text("")
      case .text, .name, nil: return .emphasis(label)
      }
    }
  }
}

// MARK: - Lines of entries

extension Relinking {
  /// Gives each entry of a paragraph a line of its own; returns whether that changed anything.
  ///
  /// Such lines start with their numbers, or each has a link of a list of sources.
  private func partEntries(_ inlines: inout [Inline]) -> Bool {
    guard hasEntries, inlines.count > 2 else { return false }
    let areEntries = inlines.contains(where: isSource) && areLinkLines(inlines)
    var hasChanged = false
    for index in inlines.indices.dropLast()
    where inlines[index] == .softBreak && (areEntries || isName(inlines[index + 1])) {
      inlines[index] = .lineBreak
      hasChanged = true
    }
    return hasChanged
  }

  /// Whether all lines of a paragraph, but for a label before them, are entries without numbers.
  private func areLinkLines(_ inlines: [Inline]) -> Bool {
    let lines = inlines.lines
    let hasLabel = lines.first.map { SourceHeading.isLabel($0) } ?? false
    let entries = lines.dropFirst(hasLabel ? 1 : 0)
    return entries.allSatisfy { line in
      line.contains(where: isSource) && !line.contains(where: isName)
    }
  }

  private func isSource(_ inline: Inline) -> Bool {
    switch inline {
    case .citation(let index, _) where index >= 0:
      if case .source = links[index] { true } else { false }
    case .strong(let inner), .emphasis(let inner): inner.contains(where: isSource)
    case .citation, .text, .code, .strikethrough, .link, .image, .softBreak, .lineBreak: false
    }
  }

  private func isName(_ inline: Inline) -> Bool {
    if let mark = inline.mark, case .name = marks[mark] { true } else { false }
  }
}

// MARK: - Marks

extension Relinking {
  /// Marks that are no citations join the text around them, which is put together once.
  private func withoutMarks(_ inlines: [Inline]) -> [Inline] {
    var output: [Inline] = []
    var text = ""
    var pieces = 0
    func flush() {
      if pieces > 0, !text.isEmpty {
        output.append(.text(pieces > 1 ? Sanitizer.prose(text) : text))
      }
      (text, pieces) = ("", 0)
    }
    for inline in inlines {
      if case .text(let piece) = inline {
        text += piece
        pieces += 1
        continue
      }
      guard case .citation(let number, let label) = inline, number < 0 else {
        flush()
        output.append(relinked(inline) ?? inline)
        continue
      }
      switch marks[~number] {
      case .citations(let own):
        flush()
        output += own.map { .citation($0, label: []) }
      case .nothing: pieces += 1
      case .source, .text, .name, nil:
        text += label.plainText
        pieces += 1
      }
    }
    flush()
    return output
  }

  /// Definitions whose names count on are a numbered list; others are shown with their names.
  private func number(_ list: inout List) {
    let names = list.items.map { item -> String? in
      guard case .paragraph(let inlines)? = item.blocks.first else { return nil }
      return inlines.first?.mark.flatMap { definitions[$0] }
    }
    guard let first = names.first, let first else { return }
    let start = ListNumber.read(first)
    let counts = start.map { start in
      names.enumerated().allSatisfy { $1 == "\(start + $0)" }
    }
    if counts == true { list.start = start }
    for (index, name) in names.enumerated() {
      guard let name, case .paragraph(var inlines)? = list.items[index].blocks.first else {
        continue
      }
      inlines.removeFirst()
      if counts != true { inlines.insert(.text(name + ": "), at: 0) }
      list.items[index].blocks[0] = .paragraph(inlines)
    }
  }
}
