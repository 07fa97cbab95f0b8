import CMD4C

extension TreeBuilder {
  mutating func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    finishLeaf()
    switch type {
    case MD_BLOCK_QUOTE: open(Container(.quote))
    case MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI: openList(type, detail)
    case MD_BLOCK_HR: add(.rule)
    case MD_BLOCK_P: open(.paragraph)
    case MD_BLOCK_H:
      open(.heading(level: Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1)))
    case MD_BLOCK_CODE: openCode(detail)
    case MD_BLOCK_HTML: open(.html)
    case MD_BLOCK_TABLE: table = OpenTable()
    case MD_BLOCK_THEAD: table?.isInHeader = true
    case MD_BLOCK_TBODY: table?.isInHeader = false
    case MD_BLOCK_TH, MD_BLOCK_TD: openCell(detail)
    default: break  // the document, and a table's row, which starts with its first cell
    }
  }

  mutating func leaveBlock(_ type: MD_BLOCKTYPE) {
    if type == MD_BLOCK_TH || type == MD_BLOCK_TD { return finishCell() }
    finishLeaf()
    switch type {
    case MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI: closeContainer()
    case MD_BLOCK_TR: closeRow()
    case MD_BLOCK_TABLE: closeTable()
    default: break
    }
  }

  private mutating func open(_ kind: Leaf) {
    leaf = kind
    leafStart = nil
    spans.append(Span(.leaf, lowerBound: cursor))
  }

  /// Opens the paragraph of a tight item, which md4c does not report.
  mutating func ensureLeaf() {
    if leaf == nil { open(.paragraph) }
  }
}

// MARK: - Containers

extension TreeBuilder {
  private mutating func openList(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    guard let detail else { return }
    switch type {
    case MD_BLOCK_UL:
      let list = detail.load(as: MD_BLOCK_UL_DETAIL.self)
      open(Container(.list(start: nil, isTight: list.is_tight != 0)))
    case MD_BLOCK_OL:
      let list = detail.load(as: MD_BLOCK_OL_DETAIL.self)
      open(Container(.list(start: Int(list.start), isTight: list.is_tight != 0)))
    default:
      let item = detail.load(as: MD_BLOCK_LI_DETAIL.self)
      let isTask = item.is_task != 0
      if isTask { cursor = max(cursor, Int(item.task_mark_offset) + 2) }
      open(Container(.item(isDone: isTask ? item.task_mark != 0x20 : nil)))
    }
  }

  /// Opens a container, unless it is nested too deeply.
  private mutating func open(_ container: Container) {
    guard flattened == 0, !container.isLevel || level < TreeBuilder.levelLimit else {
      flattened += 1
      return
    }
    if container.isLevel { level += 1 }
    containers.append(container)
  }

  private mutating func closeContainer() {
    guard flattened == 0 else {
      flattened -= 1
      return
    }
    guard let container = containers.popLast() else { return }
    if container.isLevel { level -= 1 }
    switch container.kind {
    case .quote: add(.quote(container.blocks))
    case .list(let start, let isTight):
      add(.list(List(start: start, isTight: isTight, items: TreeBuilder.counted(container.items))))
    case .item(let isDone):
      let item = ListItem(isDone: isDone, number: container.number, blocks: container.blocks)
      if !containers.isEmpty { containers[containers.count - 1].items.append(item) }
    }
  }
}

// MARK: - Leaves

extension TreeBuilder {
  /// Ends the leaf that is open, if any.
  mutating func finishLeaf() {
    guard let kind = leaf else { return }
    if flattened > 0 { noticeDepth() }
    switch kind {
    case .paragraph:
      let content = takeInlines()
      if !content.isEmpty { add(.paragraph(content)) }
    case .heading(let level): finishHeading(level)
    case .code(let language): finishCode(language)
    case .html: finishHTML()
    case .cell: break  // ended by the cell's own report
    }
    leaf = nil
    forgetSpans()
    hidden = 0
    concealed = nil
    superscript = nil
  }

  private mutating func noticeDepth() {
    let limit = TreeBuilder.levelLimit
    let text = "Lists and quotes nested over \(limit) levels are shown as if in the \(limit)th."
    guard !document.notices.contains(where: { $0.text == text }) else { return }
    let place = lines.position(of: leafStart ?? cursor)
    document.notices.append(Notice(text, line: place.line))
  }

  private mutating func finishHeading(_ level: Int) {
    let content = takeInlines()
    if !definitions.isEmpty, addDefinition(content) { return }
    if level == 2, isUnderlinedLink(content) {
      add(.paragraph(content))
      return add(.rule)
    }
    guard containers.isEmpty else { return add(.heading(level: level, content)) }
    let line = lines.position(of: leafStart ?? cursor).line
    document.parts.append(Part(heading: Heading(level: level, content: content, line: line)))
  }

  private mutating func openCode(_ detail: UnsafeMutableRawPointer?) {
    var language: String?
    if let lang = detail?.load(as: MD_BLOCK_CODE_DETAIL.self).lang {
      language = withBytes(of: lang) { bytes, _ in Sanitizer.clean(bytes, for: .prose) }
    }
    open(.code(language: language == "" ? nil : language))
  }

  private mutating func finishCode(_ language: String?) {
    if let language, CodeIndices.areLooked(forIn: language) { noteArrays() }
    var lines: [String] = []
    code.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes.firstIndex(of: 0x0A, from: start) ?? bytes.count
        lines.append(Sanitizer.clean(bytes.slice(start..<end), for: .code))
        start = end + 1
      }
    }
    code.removeAll(keepingCapacity: true)
    add(.code(CodeBlock(language: language, lines: lines)))
  }

  private mutating func forgetSpans() {
    spans.removeAll(keepingCapacity: true)
    openLinks = 0
    awaiting = 0
  }

  /// The finished content of the leaf, without breaks at its ends.
  mutating func takeInlines() -> [Inline] {
    flushHTML()
    flushText()
    while spans.count > 1 { closeSpan() }
    guard var inlines = spans.popLast()?.inlines else { return [] }
    spans.append(Span(.leaf, lowerBound: cursor))
    while let last = inlines.last, last == .softBreak || last == .lineBreak { inlines.removeLast() }
    return inlines
  }
}

// MARK: - Tables

extension TreeBuilder {
  private mutating func openCell(_ detail: UnsafeMutableRawPointer?) {
    if table?.isInHeader == true, let align = detail?.load(as: MD_BLOCK_TD_DETAIL.self).align {
      let alignment: Table.Alignment =
        switch align {
        case MD_ALIGN_LEFT: .left
        case MD_ALIGN_CENTER: .center
        case MD_ALIGN_RIGHT: .right
        default: .natural
        }
      table?.alignments.append(alignment)
    }
    open(.cell)
  }

  private mutating func finishCell() {
    let content = takeInlines()
    table?.row.append(content)
    leaf = nil
    forgetSpans()
    hidden = 0
    concealed = nil
    superscript = nil
  }

  private mutating func closeRow() {
    guard var row = table?.row, let isHeader = table?.isInHeader else { return }
    let width = table?.alignments.count ?? 0
    while row.count < width { row.append([]) }
    if row.count > width { row.removeLast(row.count - width) }
    table?.row = []
    if isHeader { table?.header = row } else { table?.rows.append(row) }
  }

  private mutating func closeTable() {
    guard let done = table else { return }
    table = nil
    add(.table(Table(alignments: done.alignments, header: done.header, rows: done.rows)))
  }
}
