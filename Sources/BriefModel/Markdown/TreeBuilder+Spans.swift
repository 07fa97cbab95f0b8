import CMD4C

extension TreeBuilder {
  mutating func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    ensureLeaf()
    flushHTML()
    flushText()
    switch type {
    case MD_SPAN_EM: openEmphasis(.emphasis)
    case MD_SPAN_STRONG: openEmphasis(.strong)
    case MD_SPAN_DEL: openEmphasis(.strikethrough)
    case MD_SPAN_A: openLink(detail)
    case MD_SPAN_IMG: openImage(detail)
    case MD_SPAN_CODE: spans.append(Span(.code, lowerBound: cursor))
    default: spans.append(Span(.flattened, lowerBound: cursor))
    }
  }

  /// Takes what a link or an image reports from the budget; false where it is used up and the
  /// reading has to end.
  mutating func affords(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Bool {
    linkBudget -= TreeBuilder.reportedBytes(type, detail)
    return linkBudget >= 0
  }

  /// How many bytes of destinations and titles a span reports.
  static func reportedBytes(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int {
    guard let detail else { return 0 }
    switch type {
    case MD_SPAN_A:
      let link = detail.load(as: MD_SPAN_A_DETAIL.self)
      return Int(link.href.size) + Int(link.title.size)
    case MD_SPAN_IMG:
      let image = detail.load(as: MD_SPAN_IMG_DETAIL.self)
      return Int(image.src.size) + Int(image.title.size)
    default: return 0
    }
  }

  mutating func leaveSpan(_ type: MD_SPANTYPE) {
    flushHTML()
    flushText()
    while let top = spans.last, case .link(_, _, isHTML: true) = top.kind { closeSpan() }
    if spans.count > 1 { closeSpan() }
  }

  private mutating func openEmphasis(_ kind: Span.Kind) {
    let isTooDeep = spans.count > TreeBuilder.spanLimit
    spans.append(Span(isTooDeep ? .flattened : kind, lowerBound: cursor))
  }

  private mutating func openLink(_ detail: UnsafeMutableRawPointer?) {
    guard let link = detail?.load(as: MD_SPAN_A_DETAIL.self) else { return }
    endAnchor()
    let (target, place) = withBytes(of: link.href) { [addresses] in
      (LinkTarget($0, addresses), $1)
    }
    var span = Span(.link(target, title: title(link.title), isHTML: false), lowerBound: cursor)
    span.destination = place.map { $0..<$0 + Int(link.href.size) }
    span.title = standing(link.title)
    span.isHidden = concealed != nil
    spans.append(span)
    openLinks += 1
    awaiting += 1
  }

  /// Ends the link that a tag of HTML has opened: as in a browser, the next link does so.
  mutating func endAnchor() {
    if let top = spans.last, case .link(_, _, isHTML: true) = top.kind { closeSpan() }
  }

  /// The bytes in the file of an attribute that stands there as it is read.
  private func standing(_ attribute: MD_ATTRIBUTE) -> Range<Int>? {
    offset(of: attribute.text).map { $0..<min(file.count, $0 + Int(attribute.size)) }
  }

  private mutating func openImage(_ detail: UnsafeMutableRawPointer?) {
    guard let image = detail?.load(as: MD_SPAN_IMG_DETAIL.self) else { return }
    var span = Span(.image, lowerBound: cursor)
    span.destination = standing(image.src)
    span.title = standing(image.title)
    spans.append(span)
    openLinks += 1
    awaiting += 1
  }

  private mutating func title(_ attribute: MD_ATTRIBUTE) -> String? {
    guard attribute.size > 0 else { return nil }
    let title = withBytes(of: attribute) { bytes, _ in Sanitizer.clean(bytes, for: .prose) }
    return title.isEmpty ? nil : title
  }
}

// MARK: - Closing

extension TreeBuilder {
  /// Ends the innermost span and hands its content to the one around it.
  mutating func closeSpan() {
    resolveOwnStart()
    guard var span = spans.popLast(), !spans.isEmpty else { return }
    if span.isLink { openLinks -= 1 }
    switch span.kind {
    case .leaf: break
    case .emphasis: if !span.inlines.isEmpty { append(.emphasis(span.inlines)) }
    case .strong: if !span.inlines.isEmpty { append(.strong(span.inlines)) }
    case .strikethrough: if !span.inlines.isEmpty { append(.strikethrough(span.inlines)) }
    case .flattened: spans[spans.count - 1].inlines.append(contentsOf: span.inlines)
    case .code: closeCode()
    case .image:
      closeImage(span)
      cursor = max(cursor, extent(of: span).end)
    case .link(let target, let title, let isHTML):
      let inner = span.inlines.haveCitation ? span.inlines.takeCitations() : []
      let (form, end) = isHTML ? (.html, anchorEnd(of: span)) : extent(of: span)
      closeLink(span, target, title, form, end: firstStart(of: inner).map { min($0, end) } ?? end)
      if !isHTML { cursor = max(cursor, end) }
      for citation in inner { append(citation) }
    }
  }

  /// How a link or image of Markdown is written, and the offset after its last byte.
  private func extent(of span: Span) -> (form: Citation.Form, end: Int) {
    let start = span.start ?? cursor
    return LinkExtent(file: file, destination: span.destination, title: span.title)
      .end(from: start, label: max(start, cursor))
  }

  /// The offset after the closing tag of a link, or after its last text where it has none: within
  /// the file, though the parser ends a last line that has no end.
  private func anchorEnd(of span: Span) -> Int {
    min(file.count, htmlEnd > span.start ?? cursor ? htmlEnd : cursor)
  }

  /// Where the first of some citations starts.
  private func firstStart(of citations: [Inline]) -> Int? {
    for case .citation(let link, _) in citations where link >= 0 {
      return document.links[link].range.lowerBound
    }
    return nil
  }

  mutating func append(_ inline: Inline) {
    spans[spans.count - 1].inlines.append(inline)
  }

  private mutating func closeCode() {
    noteArrays()
    let text = code.withUnsafeBufferPointer { Sanitizer.clean($0, for: .prose) }
    code.removeAll(keepingCapacity: true)
    append(.code(text))
  }

  /// An image is its alternative text; links in that text stay links, after it.
  private mutating func closeImage(_ span: Span) {
    var content = span.inlines
    append(.image(alternative: content.plainText))
    for citation in content.takeCitations() { append(citation) }
  }

  private mutating func closeLink(
    _ span: Span, _ target: LinkTarget, _ title: String?, _ form: Citation.Form, end: Int
  ) {
    let range = (span.start ?? cursor)..<max(span.start ?? cursor, end)
    switch target {
    case .web(let url) where span.isHidden: leaveOut(url, at: range.lowerBound)
    case .web(let url):
      addCitation(
        url, title, label: span.inlines, form: form, at: span.start ?? cursor, to: end)
    case .local where span.inlines.isLeak: addLeak((span.start ?? cursor)..<end)
    case .local(let destination):
      addOther(destination, range)
      append(.link(Link(destination: destination, label: span.inlines)))
    case .refused(let address):
      let line = lines.position(of: span.start ?? cursor).line
      document.notices.append(
        Notice(
          "This address is no safe web address, so it cannot be opened: \(address)", line: line))
      append(.link(Link(destination: .other(address), label: span.inlines)))
      document.otherLinks.append(OtherLink(kind: .refused, address: address, range: range))
    }
  }

  private mutating func addOther(_ destination: Link.Destination, _ range: Range<Int>) {
    switch destination {
    case .file(let path, _):
      document.otherLinks.append(OtherLink(kind: .file, address: path, range: range))
    case .other(let address):
      document.otherLinks.append(OtherLink(kind: .scheme, address: address, range: range))
    case .anchor(""):
      document.otherLinks.append(OtherLink(kind: .scheme, address: "#", range: range))
    case .anchor, .source: break
    }
  }

  mutating func addCitation(
    _ url: SourceURL, _ title: String?, label: [Inline], form: Citation.Form, at offset: Int,
    to end: Int
  ) {
    let place = lines.position(of: offset)
    append(.citation(document.links.count, label: label.withoutCitationMarks))
    document.links.append(
      WebLink(
        url: url, source: addresses.source(of: url), title: title, form: form,
        range: offset..<max(offset, end), line: place.line, column: place.column,
        isInMarkup: isInMarkup))
  }

  /// Tells of a link that is not shown: it is no citation, as no reader of the page has seen it.
  mutating func leaveOut(_ url: SourceURL, at offset: Int) {
    let line = lines.position(of: offset).line
    document.notices.append(
      Notice("A link that is not shown does not count: \(url.display)", line: line))
  }
}

// MARK: - Where a link starts

extension TreeBuilder {
  /// Takes note of text at an offset: what opened before it opened at a bracket before it.
  mutating func note(_ offset: Int, _ count: Int) {
    if leafStart == nil {
      leafStart = offset
      numberItem(before: offset)
    }
    if awaiting > 0 { resolveStarts(before: offset) }
    cursor = max(cursor, offset + count)
  }

  private mutating func resolveStarts(before offset: Int) {
    var end = offset
    for index in spans.indices.reversed() where spans[index].awaitsStart {
      if end == offset, end > 0, file[end - 1] == 0x3C {  // an autolink
        end -= 1
      } else {
        while end > spans[index].lowerBound, file[end - 1] != 0x5B { end -= 1 }
        end = max(end - 1, spans[index].lowerBound)
      }
      spans[index].start = end
      awaiting -= 1
      if awaiting == 0 { break }
    }
  }

  /// Finds the start of a link or image that had no text.
  private mutating func resolveOwnStart() {
    guard let span = spans.last, span.awaitsStart else { return }
    let end = span.destination.flatMap { labelEnd(before: $0.lowerBound) }
    let start = end.map { file[..<$0].lastIndex(of: 0x5B) } ?? emptyLabel(from: cursor)
    spans[spans.count - 1].start = start ?? cursor
    awaiting -= 1
    if awaiting > 0 { resolveStarts(before: start ?? cursor) }
    if leafStart == nil { leafStart = start }
  }

  /// How far the label of a link without text is looked for.
  private static let emptyReach = 512

  /// The index of the `[` of the first `[]` that a target follows; the label may run over the marks
  /// of a quote.
  private func emptyLabel(from start: Int) -> Int? {
    var index = start
    let reach = file.slice(0..<min(file.count, start + Self.emptyReach))
    while let open = reach.firstIndex(of: 0x5B, from: index) {
      var close = open + 1
      while close < reach.count, file[close].isWhitespace || file[close] == 0x3E { close += 1 }
      if file.has("](", at: close) || file.has("][", at: close) { return open }
      index = open + 1
    }
    return nil
  }

  /// The index of the `]` of `](destination`, or nil where the destination stands elsewhere.
  private func labelEnd(before destination: Int) -> Int? {
    var index = destination - 1
    if index >= 0, file[index] == 0x3C { index -= 1 }
    while index >= 0, file[index].isWhitespace { index -= 1 }
    guard index > 0, file[index] == 0x28, file[index - 1] == 0x5D else { return nil }
    return index - 1
  }
}
