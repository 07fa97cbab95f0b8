package import BriefModel

/// A brief with the text that it was read from, as the rules look at it.
package struct Manuscript: Sendable {
  package let brief: Brief
  /// The decoded text.
  package let text: [UInt8]
  package let lines: LineIndex
  /// No source can be of a later day.
  let today: CalendarDate
  let outline: MarkdownOutline
  /// What each section rests on.
  let sourcing: SectionSourcing
  var sections: SectionTree { sourcing.sections }
  var lists: SourceLists { sourcing.lists }
  /// Every way in which an address is written, each once, where it stands first.
  let addresses: [WrittenAddress]

  /// The lines that give names addresses.
  let definitions: [ReferenceDefinition]

  /// Puts together what the rules need; `text` is what the ranges of `brief` count in.
  package init(brief: Brief, text: [UInt8], today: CalendarDate) {
    self.brief = brief
    self.text = text
    self.today = today
    lines = LineIndex(text)
    outline = MarkdownOutline(text)
    sourcing = SectionSourcing(brief)
    addresses = WrittenAddress.all(in: brief)
    definitions = ReferenceDefinition.all(in: text, lines, outline)
  }

  /// The bytes of a section's heading line.
  func headingRange(of section: Section) -> Range<Int> { lineRange(section.line) }

  /// The bytes of a line without the spaces around them and the line end.
  func lineRange(_ line: Int) -> Range<Int> {
    var start = lines.start(of: line)
    var end = line < lines.count ? lines.start(of: line + 1) : text.count
    while end > start, text[end - 1].isWhitespace { end -= 1 }
    while start < end, text[start].isWhitespace { start += 1 }
    return start..<end
  }

  /// The 1-based line of an offset.
  func line(of offset: Int) -> Int { lines.position(of: offset).line }
}

extension LineIndex {
  fileprivate init(_ text: [UInt8]) {
    self = text.withUnsafeBufferPointer { LineIndex($0) }
  }
}
