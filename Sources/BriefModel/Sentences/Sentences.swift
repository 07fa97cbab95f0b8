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
  package func all(in brief: Brief) -> [String] {
    var found = [String](repeating: "", count: brief.citations.count)
    guard !found.isEmpty else { return found }
    reach = max(Sentences.shortestReach, min(2000, Sentences.budget / 2 / found.count))
    add(CitedText(brief.heading), to: &found)
    for block in brief.lede { add(block, to: &found) }
    for section in brief.sections where !section.citations.isEmpty {
      add(CitedText(section.heading), to: &found)
      for block in section.blocks { add(block, to: &found) }
    }
    return found
  }

  private func add(_ block: Block, to found: inout [String]) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines):
      if inlines.haveCitation { add(CitedText(inlines), to: &found) }
    case .quote(let blocks): for block in blocks { add(block, to: &found) }
    case .list(let list):
      for item in list.items { for block in item.blocks { add(block, to: &found) } }
    case .table(let table):
      for row in [table.header] + table.rows where row.contains(where: \.haveCitation) {
        let text = CitedText(row: row)
        for citation in text.citations {
          found[citation.index] = self.text(
            text.bytes, 0..<text.bytes.count, around: citation.range)
        }
      }
    case .code, .rule: break
    }
  }

  private func add(_ text: CitedText, to found: inout [String]) {
    guard !text.citations.isEmpty else { return }
    let ends = ends(in: SentenceEnds.text(of: text))
    var sentence = 0
    var start = 0
    for citation in text.citations {
      // A mark without a label, right where a sentence ends, belongs to it.
      let place = citation.range.lowerBound - (citation.range.isEmpty ? 1 : 0)
      while sentence < ends.count - 1, ends[sentence] <= place {
        start = ends[sentence]
        sentence += 1
      }
      found[citation.index] = self.text(
        text.bytes, start..<ends[sentence], around: citation.range)
    }
  }

  /// The offsets at which sentences end, the last of them the end of the text.
  private func ends(in bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    bytes.withUnsafeBufferPointer { text in
      guard let breaks, let base = text.baseAddress else { return }
      let start = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
      guard icu_breaks_set_text(breaks, start, Int64(text.count)) else { return }
      while case let end = icu_breaks_next(breaks), end >= 0 { ends.append(Int(end)) }
    }
    if ends.last != bytes.count { ends.append(bytes.count) }
    return ends
  }

  /// The sentence in one line, or what stands around a citation in one that is longer than any.
  private func text(
    _ bytes: [UInt8], _ sentence: Range<Int>, around citation: Range<Int>
  ) -> String {
    var range = sentence.clamped(to: citation.lowerBound - reach..<citation.upperBound + reach)
    if range.count > 4 * reach {  // the label itself is endless
      range = range.lowerBound..<range.lowerBound + 4 * reach
    }
    let isCut = (range.lowerBound > sentence.lowerBound, range.upperBound < sentence.upperBound)
    let isInside = { (index: Int) in bytes[index] & 0xC0 == 0x80 }
    while isCut.0, range.count > 1, isInside(range.lowerBound) { range.removeFirst() }
    while isCut.1, range.count > 1, isInside(range.upperBound) { range.removeLast() }
    let text = Sentences.trimmed(bytes, range)
    return (isCut.0 ? "…" : "") + text + (isCut.1 ? "…" : "")
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    var range = range
    while let first = range.first, bytes[first].isWhitespace { range.removeFirst() }
    while let last = range.last, bytes[last].isWhitespace { range.removeLast() }
    let line = bytes[range]
    guard line.contains(0x0A) else { return String(decoding: line, as: UTF8.self) }
    return String(decoding: line.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
