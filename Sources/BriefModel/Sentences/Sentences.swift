import CICU

/// Finds for each citation the sentence in which it stands, by the Unicode rules for sentences
/// (UAX #29) as ICU has them, with the exceptions for English abbreviations.
package final class Sentences {
  /// As many bytes of a sentence are given on either side of a citation. Without a bound, a file
  /// that is one sentence with a citation in each word would be given once for each of them.
  private var reach = 2000
  /// As many bytes are given for all citations of a brief, unless there are very many.
  private static let budget = 16 << 20
  private static let shortestReach = 24

  private let breaks = icu_breaks_open(ICU_BREAKS_SENTENCE, "en@ss=standard")

  package init() {}

  deinit {
    if let breaks { icu_breaks_close(breaks) }
  }

  /// The sentences of all citations of a brief, by their index; for a citation in a table its row.
  package func all(in brief: Brief) -> [String] { placed(in: brief).map(\.text) }

  /// The same, with the bytes of each that are the citation's label.
  func placed(in brief: Brief) -> [(text: String, label: Range<Int>)] {
    var found = [(text: String, label: Range<Int>)](
      repeating: ("", 0..<0), count: brief.citations.count)
    guard !found.isEmpty else { return found }
    reach = max(Sentences.shortestReach, min(2000, Sentences.budget / 2 / found.count))
    forEach(in: brief) { sentence in
      for citation in sentence.citations {
        found[citation.index] = text(sentence.text.bytes, sentence.range, around: citation.range)
      }
    }
    return found
  }

  /// Gives each sentence that cites once, in the order of the text; of a table its rows.
  func forEach(in brief: Brief, _ body: (CitedSentence) -> Void) {
    let cited = brief.citations
    visit(CitedText(brief.heading), cited, body)
    for block in brief.lede { visit(block, cited, body) }
    for section in brief.sections where !section.citations.isEmpty {
      visit(CitedText(section.heading), cited, body)
      for block in section.blocks { visit(block, cited, body) }
    }
  }

  private func visit(_ block: Block, _ cited: [Citation], _ body: (CitedSentence) -> Void) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines):
      if inlines.haveCitation { visit(CitedText(inlines), cited, body) }
    case .quote(let blocks): for block in blocks { visit(block, cited, body) }
    case .list(let list):
      for item in list.items { for block in item.blocks { visit(block, cited, body) } }
    case .table(let table):
      for row in [table.header] + table.rows where row.contains(where: \.haveCitation) {
        let text = CitedText(row: row)
        body(CitedSentence(text: text, range: 0..<text.bytes.count, citations: text.citations[...]))
      }
    case .code, .rule: break
    }
  }

  private func visit(
    _ text: CitedText, _ cited: [Citation], _ body: (CitedSentence) -> Void
  ) {
    guard !text.citations.isEmpty else { return }
    let ends = SentenceEnds.outside(
      text.citations, ends(in: SentenceEnds.text(of: text, citing: cited)))
    var sentence = 0
    var start = 0
    var next = 0
    while next < text.citations.count {
      while sentence < ends.count - 1, ends[sentence] <= text.place(of: next) {
        start = ends[sentence]
        sentence += 1
      }
      let first = next
      next += 1
      let isLast = sentence >= ends.count - 1
      while next < text.citations.count, isLast || ends[sentence] > text.place(of: next) {
        next += 1
      }
      body(
        CitedSentence(
          text: text, range: start..<ends[sentence], citations: text.citations[first..<next]))
    }
  }

  /// The offsets at which sentences end, the last of them the end of the text.
  private func ends(in bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    bytes.withUnsafeBufferPointer { text in
      guard let breaks, let base = text.baseAddress else { return }
      let start = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
      guard icu_breaks_set_text(breaks, start, Int64(text.count)) else { return }
      while case let end = icu_breaks_next(breaks), end >= 0 {
        if SentenceEnds.goesOn(at: Int(end), in: text) { continue }
        ends.append(SentenceEnds.beforeBrackets(Int(end), in: text, after: ends.last ?? 0))
      }
    }
    if ends.last != bytes.count { ends.append(bytes.count) }
    return ends
  }

  /// The sentence in one line, or what stands around a citation in one that is longer than any.
  private func text(
    _ bytes: [UInt8], _ sentence: Range<Int>, around citation: Range<Int>
  ) -> (text: String, label: Range<Int>) {
    var range = sentence.clamped(to: citation.lowerBound - reach..<citation.upperBound + reach)
    if range.count > 4 * reach {  // the label itself is endless
      range = range.lowerBound..<range.lowerBound + 4 * reach
    }
    let isCut = (range.lowerBound > sentence.lowerBound, range.upperBound < sentence.upperBound)
    let isInside = { (index: Int) in bytes[index] & 0xC0 == 0x80 }
    while isCut.0, range.count > 1, isInside(range.lowerBound) { range.removeFirst() }
    while isCut.1, range.count > 1, isInside(range.upperBound) { range.removeLast() }
    range = Sentences.trimmed(bytes, range)
    let opening = isCut.0 ? "…" : ""
    let label = citation.clamped(to: range)
    let start = opening.utf8.count + label.lowerBound - range.lowerBound
    return (
      opening + Sentences.line(bytes[range]) + (isCut.1 ? "…" : ""), start..<start + label.count
    )
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, bytes[first].isWhitespace { range.removeFirst() }
    while let last = range.last, bytes[last].isWhitespace { range.removeLast() }
    return range
  }

  private static func line(_ line: ArraySlice<UInt8>) -> String {
    guard line.contains(0x0A) else { return String(decoding: line, as: UTF8.self) }
    return String(decoding: line.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
