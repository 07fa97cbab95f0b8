extension TreeBuilder {
  /// Adds the text of a part of a run, and the marks in it.
  mutating func appendText(_ text: Bytes, _ range: Range<Int>, _ places: TextPlaces) {
    var scanner = MarkScanner(text, range, digits: digits)
    var start = range.lowerBound
    // A range is many marks in a few bytes: what is over the limit is not even looked for.
    while document.marks.count < TreeBuilder.markLimit, let found = scanner.next(),
      let first = found.first, let last = found.last
    {
      if case .digits = first.kind, last.range.upperBound == text.count,
        endsCellAsVersion(text, first.range.lowerBound, from: range.lowerBound)
      {
        continue
      }
      appendPlain(text.slice(start..<first.range.lowerBound))
      let marks = found.map { mark in
        let label = Sanitizer.clean(text.slice(mark.range), for: .prose)
        return (mark.kind, extent(mark.range, places), label)
      }
      addMarks(marks)
      start = last.range.upperBound
    }
    appendPlain(text.slice(start..<range.upperBound))
  }

  /// The bytes of the file that a part of a run is, with a backslash before it.
  private func extent(_ range: Range<Int>, _ places: TextPlaces) -> Range<Int> {
    let start = places.offset(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    let end = max(start, min(file.count, places.end(of: range.upperBound - 1)))
    let isEscaped = start > 0 && file[start] == 0x5B && file[start - 1] == 0x5C
    return (isEscaped ? start - 1 : start)..<end
  }

  /// Adds text without marks, where it is shown.
  mutating func appendPlain(_ bytes: Bytes) {
    guard !bytes.isEmpty, concealed == nil else { return }
    let text = Sanitizer.clean(bytes, for: .prose)
    if !text.isEmpty { append(.text(text)) }
  }

  /// Adds marks that belong together; the label is their text.
  mutating func addMarks(_ marks: [(kind: Mark.Kind, range: Range<Int>, label: String)]) {
    guard let start = marks.first?.range.lowerBound else { return }
    guard document.marks.count < TreeBuilder.markLimit else {
      return appendLabels(marks.map(\.label))
    }
    let first = document.marks.count
    let end = marks.last?.range.upperBound ?? start
    let before = MarkContext(file, around: start..<max(start, end))
    let name = ArrayIndex.name(file, at: start)
    let endsClause = MarkContext.isClauseEnd(file, at: end)
    for mark in marks {
      if concealed != nil {
        guard case .footnote = mark.kind else { continue }
      }
      let place = lines.position(of: mark.range.lowerBound)
      append(
        .citation(
          ~document.marks.count,
          label: mark.kind == .leak || mark.kind == .leakStart ? [] : [.text(mark.label)]))
      document.marks.append(
        Mark(
          kind: mark.kind, range: mark.range, line: place.line, column: place.column,
          group: first..<first, before: before,
          endsClause: endsClause, name: name, isHidden: concealed != nil, isInMarkup: isInMarkup))
    }
    let group = first..<document.marks.count
    for index in group { document.marks[index].group = group }
  }

  private mutating func appendLabels(_ labels: [String]) {
    if concealed == nil { append(.text(Sanitizer.prose(labels.joined()))) }
  }

  /// Adds what a machine left of a citation.
  mutating func addLeak(_ range: Range<Int>) {
    addMarks([(.leak, range, "")])
  }
}

// MARK: - Definitions

extension TreeBuilder {
  /// Notes the start of a definition in text that was reported; returns the bytes after it.
  mutating func takeDefinition(_ place: Int, _ count: Int) -> Range<Int> {
    let end = place + count
    guard let definition = definitions.around(place) else { return place..<end }
    flushText()
    if place == definition.range.lowerBound + 2 {
      let kind = Mark.Kind.definition(name: definition.name, isFootnote: definition.isFootnote)
      addMarks([(kind, definition.range, definition.name)])
    }
    var start = min(end, definition.range.upperBound)
    while start < end, file[start] == 0x20 { start += 1 }
    return start..<end
  }

  /// Adds a heading that stands for a definition as an item of a list of such; false for another.
  mutating func addDefinition(_ content: [Inline]) -> Bool {
    guard isDefinition(content.first) else { return false }
    let item = ListItem(blocks: [.paragraph(content)])
    var blocks: [Block] = []
    swapBlocks(&blocks)
    extend(&blocks, by: item)
    swapBlocks(&blocks)
    return true
  }

  /// Takes the blocks of the innermost container out, or puts them back.
  private mutating func swapBlocks(_ blocks: inout [Block]) {
    if containers.isEmpty {
      swap(&blocks, &document.parts[document.parts.count - 1].blocks)
    } else {
      swap(&blocks, &containers[containers.count - 1].blocks)
    }
  }

  private func extend(_ blocks: inout [Block], by item: ListItem) {
    guard case .list(var list)? = blocks.last,
      case .paragraph(let first)? = list.items[0].blocks.first,
      isDefinition(first.first)
    else { return blocks.append(.list(List(items: [item]))) }
    blocks.removeLast()  // so that the list is not copied
    list.items.append(item)
    blocks.append(.list(list))
  }

  private func isDefinition(_ inline: Inline?) -> Bool {
    guard let mark = inline?.mark,
      case .definition(_, isFootnote: false) = document.marks[mark].kind
    else { return false }
    return true
  }
}

// MARK: - Tags

extension TreeBuilder {
  /// A `<sup>` that is open.
  struct Superscript {
    /// Offset of its tag, and the offset after it.
    let tag: Range<Int>
    /// How many spans were open, and how many inlines the innermost had.
    let spans: Int
    let inlines: Int
  }

  mutating func openSuperscript(_ tag: Range<Int>) {
    flushText()
    superscript = spans.last.map {
      Superscript(tag: tag, spans: spans.count, inlines: $0.inlines.count)
    }
  }

  /// Makes marks of the numbers between `<sup>` and `</sup>`.
  mutating func closeSuperscript(_ tag: Range<Int>) {
    flushText()
    defer { superscript = nil }
    guard let open = superscript, !isInLink, open.spans == spans.count,
      endsInText(at: open.inlines), open.tag.upperBound < tag.lowerBound,
      let parts = NumberGroup.parts(of: file, open.tag.upperBound..<tag.lowerBound)
    else { return }
    spans[spans.count - 1].inlines.removeLast()
    let found = MarkScanner.sharing(
      open.tag.lowerBound..<tag.upperBound, parts.map { (.superscript($0.number), $0.range) })
    addMarks(
      found.enumerated().map { index, part in
        (part.kind, part.range, (index > 0 ? "," : "") + raised(parts[index].number))
      })
  }

  /// Whether the innermost span has one inline from an index on, which is text.
  ///
  /// Asked apart: who holds the span while its inlines change has all of them copied.
  private func endsInText(at index: Int) -> Bool {
    guard let inlines = spans.last?.inlines, inlines.count == index + 1,
      case .text = inlines[index]
    else { return false }
    return true
  }

  /// A number as it is shown where it is no citation: `10²`.
  private func raised(_ number: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(number).utf8.map { digits[Int($0 - 0x30)] }.joined()
  }

  /// An element that is not shown.
  struct Concealed {
    let name: String
    var depth = 1
  }

  /// Takes note of a tag that opens or closes what is not shown.
  mutating func conceal(_ tag: HTMLTag) {
    guard var element = concealed else {
      guard tag.isConcealing, !tag.isClosing else { return }
      flushText()
      return concealed = Concealed(name: tag.name)
    }
    guard tag.name == element.name else { return }
    flushText()
    element.depth += tag.isClosing ? -1 : 1
    concealed = element.depth > 0 ? element : nil
  }
}
