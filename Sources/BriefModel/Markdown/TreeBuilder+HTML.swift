extension TreeBuilder {
  /// Reads the tags that stand in a line of text.
  mutating func flushHTML() {
    guard !html.isEmpty else { return }
    if isInMarkup { return }
    readMarkup()
  }

  /// Whether what is read stands in a block of HTML.
  var isInMarkup: Bool { if case .html? = leaf { true } else { false } }

  /// Makes paragraphs of a block of HTML.
  mutating func finishHTML() {
    readMarkup()
    finishParagraph()
    breakMarkupLists()
  }

  private mutating func readMarkup() {
    var taken = TextRun()
    swap(&taken, &html)
    taken.take(file) { bytes, places in
      var scanner = HTMLScanner(bytes)
      while let token = scanner.next() {
        switch token {
        case .text(let range): takeMarkupText(bytes.slice(range), places, at: range.lowerBound)
        case .tag(let tag): take(tag, bytes, places)
        }
      }
    }
  }

  private mutating func finishParagraph() {
    let content = takeInlines()
    if content.contains(where: { $0 != .text(" ") }) { addMarkup(.paragraph(content)) }
  }

  private mutating func take(_ tag: HTMLTag, _ bytes: Bytes, _ places: TextPlaces) {
    if concealed != nil || tag.isConcealing { conceal(tag) }
    switch tag.name {
    case "script", "style": hidden = max(0, hidden + (tag.isClosing ? -1 : 1))
    case _ where hidden > 0: break
    case "br": appendBreak(.lineBreak)
    case "a": tag.isClosing ? closeAnchor(tag, places) : openAnchor(tag, bytes, places)
    case "sup":
      let range = places.offset(of: tag.range.lowerBound)..<places.end(of: tag.range.upperBound - 1)
      tag.isClosing ? closeSuperscript(range) : openSuperscript(range)
    case "img": appendImage(tag, bytes)
    case "td", "th": run.append(CollectionOfOne(0x20), insteadOf: nil, count: 0, file: file)
    default:
      guard isInMarkup, tag.partsParagraphs else { return }
      finishParagraph()
      takeListTag(tag)
    }
  }

  private mutating func openAnchor(_ tag: HTMLTag, _ bytes: Bytes, _ places: TextPlaces) {
    guard let address = tag.address else { return }
    flushText()
    endAnchor()
    guard !isInLink else { return }
    let target = withEntities(bytes.slice(address)) { [addresses] in LinkTarget($0, addresses) }
    var span = Span(.link(target, title: nil, isHTML: true), lowerBound: cursor)
    span.start = places.offset(of: tag.range.lowerBound)
    span.isHidden = concealed != nil
    spans.append(span)
    openLinks += 1
  }

  private mutating func closeAnchor(_ tag: HTMLTag, _ places: TextPlaces) {
    flushText()
    htmlEnd = places.end(of: tag.range.upperBound - 1)
    endAnchor()
  }

  private mutating func appendImage(_ tag: HTMLTag, _ bytes: Bytes) {
    flushText()
    let text = tag.alternative.map { range in
      withEntities(bytes.slice(range)) { Sanitizer.clean($0, for: .prose) }
    }
    append(.image(alternative: text ?? ""))
  }

  /// Adds text of a block of HTML: white space is one space, entities are decoded.
  private mutating func takeMarkupText(_ bytes: Bytes, _ places: TextPlaces, at start: Int) {
    guard hidden == 0 else { return }
    var index = 0
    while index < bytes.count {
      let place = places.offset(of: start + index)
      let from = index
      if bytes[index].isWhitespace {
        while index < bytes.count, bytes[index].isWhitespace { index += 1 }
        if !run.isEmpty || !(spans.last?.inlines.isEmpty ?? true) {
          run.append(
            CollectionOfOne(0x20), insteadOf: place, count: index - from, file: file)
        }
        continue
      }
      if let end = entityEnd(bytes, from: index) {
        let text = entities.decoded(bytes.slice(index..<end))
        run.append(text, insteadOf: place, count: end - index, file: file)
        index = end
        continue
      }
      index += 1
      while index < bytes.count, !bytes[index].isWhitespace, bytes[index] != 0x26 { index += 1 }
      run.append(file, place, index - from)
    }
  }

  /// No entity has more bytes between its `&` and its `;`.
  private static let longestEntity = 47

  /// Looks no further than an entity can reach: a text may hold nothing but `&`.
  private func entityEnd(_ bytes: Bytes, from start: Int) -> Int? {
    guard bytes[start] == 0x26 else { return nil }
    let reach = bytes.slice(0..<min(bytes.count, start + 1 + Self.longestEntity))
    guard let end = reach.firstIndex(of: 0x3B, from: start), end - start > 1,
      bytes[start + 1..<end].allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x23 })
    else { return nil }
    return end + 1
  }

  /// Gives the value of an attribute with its entities decoded.
  private mutating func withEntities<R>(_ bytes: Bytes, _ body: (Bytes) -> R) -> R {
    guard bytes.contains(0x26) else { return body(bytes) }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = entityEnd(bytes, from: index)
      if let end {
        output += entities.decoded(bytes.slice(index..<end))
      } else {
        output.append(bytes[index])
      }
      index = end ?? index + 1
    }
    return output.withUnsafeBufferPointer(body)
  }
}
