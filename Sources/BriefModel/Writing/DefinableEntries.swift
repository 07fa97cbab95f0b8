/// The entries of a brief's own lists that can become definitions of footnotes, as each is a line of
/// its own with one source.
///
/// The entries of one section all do, or none does: among definitions an item that is left would be
/// read as the end of the one before.
struct DefinableEntries {
  /// What the name of the definition takes the place of: the bullet, and the number.
  struct Head {
    var range: Range<Int>
    /// The number of the entry, where it has one.
    var number: Int?
  }

  /// By source, an index into `Brief.sources`.
  private(set) var heads: [Int: Head] = [:]
  private let text: [UInt8]

  /// `excluded` are the sources whose entries must stay.
  init(_ brief: Brief, _ text: [UInt8], without excluded: Set<Int>) {
    self.text = text
    var entries = brief.sources.enumerated().flatMap { index, source in
      source.entries.lazy.filter { $0.note == nil }.map { (source: index, entry: $0) }
    }
    entries.sort { $0.entry.range.lowerBound < $1.entry.range.lowerBound }
    let starts = brief.sections.map(\.line)
    var section: Int?
    var found: [Int: Head]? = [:]
    // Only the first entry of a line can be the first on it, and lines can be long.
    var line = (end: -1, source: -1)
    for (source, entry) in entries {
      let own = starts.partitioningIndex { $0 > entry.line }
      if own != section {
        heads.merge(found ?? [:]) { first, _ in first }
        (section, found) = (own, [:])
      }
      let start = entry.range.lowerBound
      if start <= line.end, source == line.source { continue }
      let isAlone = start > line.end
      let end = isAlone ? text[start...].firstIndex(of: 0x0A) ?? text.count : line.end
      line = (end, source)
      guard isAlone, !entry.isShared, !excluded.contains(source), heads[source] == nil,
        found?[source] == nil, let head = head(of: start, number: entry.number)
      else {
        found = nil
        continue
      }
      found?[source] = head
    }
    heads.merge(found ?? [:]) { first, _ in first }
  }

  /// What stands before an entry on its line, where that is a bullet or a number and nothing else.
  private func head(of start: Int, number: Int?) -> Head? {
    guard let line = ListedLine(of: start, in: text), line.content.lowerBound <= start,
      text[line.prefix].first.map({ $0 == 0x2A || $0 == 0x2B || $0 == 0x2D }) ?? true
    else { return nil }
    var end = line.content.lowerBound
    if let number {
      guard let after = self.end(of: number, at: end) else { return nil }
      end = after
    } else if !line.isItem {
      return nil
    }
    return Head(range: line.prefix.lowerBound..<end, number: number)
  }

  /// The offset after `12. `, `12) `, `[12] ` or `[12]: `.
  private func end(of number: Int, at start: Int) -> Int? {
    var index = start
    let isEscaped = text[index] == 0x5C
    if isEscaped { index += 1 }
    let isBracketed = index < text.count && text[index] == 0x5B
    if isBracketed { index += 1 }
    let digits = text[index...].prefix { $0.isDigit }
    // Items that are all written with one number are counted on.
    let isOwn = String(decoding: digits, as: UTF8.self) == "\(number)"
    guard isBracketed ? isOwn : !isEscaped && !digits.isEmpty, digits.endIndex < text.count else {
      return nil
    }
    let mark = text[digits.endIndex]
    guard isBracketed ? mark == 0x5D : mark == 0x2E || mark == 0x29 else { return nil }
    let rest = text[(digits.endIndex + 1)...]
    let after = isBracketed && rest.first == 0x3A ? rest.dropFirst() : rest
    let content = after.drop { $0 == 0x20 }
    return content.startIndex > after.startIndex ? content.startIndex : nil
  }
}
