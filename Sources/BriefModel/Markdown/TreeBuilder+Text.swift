import CMD4C

extension TreeBuilder {
  mutating func text(_ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: MD_SIZE) {
    let count = Int(size)
    let place = offset(of: pointer)
    // A piece that is neither inside of the file nor one of md4c's few constants is not to be read.
    guard count <= place.map({ file.count - $0 }) ?? TreeBuilder.constantLimit else { return }
    ensureLeaf()
    if let place { note(place, count) }
    switch type {
    case MD_TEXT_HTML: return takeHTML(pointer, count, place)
    case MD_TEXT_CODE: return code.append(contentsOf: bytes(pointer, count, place))
    default: flushHTML()
    }
    guard hidden == 0 else { return }
    switch type {
    case MD_TEXT_BR: appendBreak(.lineBreak)
    case MD_TEXT_SOFTBR: appendBreak(.softBreak)
    case MD_TEXT_ENTITY:
      let text = entities.decoded(bytes(pointer, count, place))
      run.append(text, insteadOf: place, count: count, file: file)
    case MD_TEXT_NULLCHAR:
      run.append("\u{FFFD}".utf8, insteadOf: place, count: count, file: file)
    default: takeText(bytes(pointer, count, place), place)
    }
  }

  private mutating func takeText(_ bytes: Bytes, _ place: Int?) {
    if let place {
      let range =
        definitions.isEmpty ? place..<place + bytes.count : takeDefinition(place, bytes.count)
      if !range.isEmpty { run.append(file, range.lowerBound, range.count) }
    } else {
      run.append(bytes, insteadOf: nil, count: 0, file: file)
    }
  }

  private mutating func takeHTML(_ pointer: UnsafePointer<CChar>?, _ count: Int, _ place: Int?) {
    if html.isEmpty { flushText() }
    if let place {
      html.append(file, place, count)
    } else {
      html.append(bytes(pointer, count, place), insteadOf: nil, count: 0, file: file)
    }
  }

  /// The bytes that were reported, as they stand in the file where they do.
  private func bytes(_ pointer: UnsafePointer<CChar>?, _ count: Int, _ place: Int?) -> Bytes {
    if let place { return file.slice(place..<place + count) }
    return Bytes(
      start: UnsafeRawPointer(pointer)?.assumingMemoryBound(to: UInt8.self), count: count)
  }

  mutating func appendBreak(_ kind: Inline) {
    flushText()
    guard let last = spans.last?.inlines.last, last != .lineBreak else { return }
    append(kind)
  }

  /// Makes inlines of the text that was gathered: text, and the addresses in it.
  mutating func flushText() {
    guard !run.isEmpty else { return }
    var taken = TextRun()
    swap(&taken, &run)
    taken.take(file) { text, places in
      guard !isInLink else { return appendPlain(text) }
      var start = 0
      for (range, lacksScheme) in BareURLs.all(in: text) {
        guard let url = address(text.slice(range), lacksScheme: lacksScheme) else {
          if !lacksScheme {
            noteRefused(text.slice(range), at: places.offset(of: range.lowerBound))
          }
          continue
        }
        appendText(text, start..<range.lowerBound, places)
        start = range.upperBound
        let place = places.offset(of: range.lowerBound)
        guard concealed == nil else {
          leaveOut(url, at: place)
          continue
        }
        let label = Inline.text(Sanitizer.clean(text.slice(range), for: .address))
        addCitation(
          url, nil, label: [label], form: .address, at: place,
          to: places.end(of: range.upperBound - 1))
      }
      appendText(text, start..<text.count, places)
    }
    swap(&taken, &run)
  }

  private func address(_ bytes: Bytes, lacksScheme: Bool) -> SourceURL? {
    lacksScheme ? SourceURL(withoutScheme: bytes) : addresses.url(bytes)
  }

  /// Whether digits that end a run of text, which starts at `start`, end a cell as a version.
  func endsCellAsVersion(_ text: Bytes, _ digits: Int, from start: Int) -> Bool {
    guard case .cell? = leaf else { return false }
    let isFirst = spans.allSatisfy { $0.inlines.isEmpty }
    return GluedDigits.isVersion(text, at: digits, from: isFirst ? start : nil)
  }

  private mutating func noteRefused(_ address: Bytes, at offset: Int) {
    document.otherLinks.append(
      OtherLink(
        kind: .refused, address: Sanitizer.clean(address, for: .address),
        range: offset..<min(file.count, offset + address.count)))
  }

  var isInLink: Bool { openLinks > 0 }
}
