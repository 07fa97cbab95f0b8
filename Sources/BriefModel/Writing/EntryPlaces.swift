/// Finds where a number may be put before the entries of a brief's own lists that have none and come
/// first on their lines.
struct EntryPlaces {
  /// In the order of the text.
  private(set) var all: [EntryPlace] = []
  private let text: [UInt8]

  /// What is known of a line on which entries start.
  private struct Line {
    var source: Int
    var note: String?
    /// Whether its number would cite several sources, or it has one.
    var isShared: Bool
  }

  init(_ brief: Brief, _ text: [UInt8], without excluded: Set<Int>) {
    self.text = text
    let lines = lines(of: brief)
    for (start, line) in lines.sorted(by: { $0.key < $1.key })
    where !line.isShared && !excluded.contains(line.source) {
      all.append(place(of: line, at: start))
    }
  }

  /// The lines of entries, by the start of their content.
  private func lines(of brief: Brief) -> [Int: Line] {
    var entries = brief.sources.enumerated().flatMap { index, source in
      source.entries.map { (source: index, entry: $0) }
    }
    entries.sort { $0.entry.range.lowerBound < $1.entry.range.lowerBound }
    var lines: [Int: Line] = [:]
    var last: (start: Int, note: String?)?
    // Only the first entry of a line can be the first on it, and lines can be long.
    var seen = -1
    for (source, entry) in entries {
      let start = entry.range.lowerBound
      if start > seen {
        seen = text[start...].firstIndex(of: 0x0A) ?? text.count
        if entry.note == nil || last?.note != entry.note || last == nil {
          last = self.start(of: entry).map { ($0, entry.note) }
        }
      }
      guard let last else { continue }
      let isNumbered = entry.note == nil && entry.number != nil
      var line =
        lines[last.start] ?? Line(source: source, note: entry.note, isShared: false)
      if isNumbered || entry.isShared || line.source != source { line.isShared = true }
      line.source = source
      lines[last.start] = line
    }
    return lines
  }

  /// Where the content of an entry's line starts, the name of a definition counted; nil where no
  /// number can stand there.
  private func start(of entry: SourceEntry) -> Int? {
    let start = entry.range.lowerBound
    let content = ListedLine(of: start, in: text)?.content.lowerBound
    guard let content, content <= start else { return nil }
    guard entry.note != nil, EntryOutlets(text).endOfName(content) == content else {
      return content
    }
    return startOfNote(before: content)
  }

  /// The start of the definition whose further lines reach to an offset.
  private func startOfNote(before offset: Int) -> Int? {
    var end = text[..<offset].lastIndex(of: 0x0A)
    for _ in 0..<EntryPlaces.noteLimit {
      guard let lineEnd = end else { return nil }
      end = text[..<lineEnd].lastIndex(of: 0x0A)
      let start = end.map { $0 + 1 } ?? 0
      let content = text[start..<lineEnd].prefix { $0.isWhitespace }.endIndex
      guard content < lineEnd else { continue }
      if EntryOutlets(text).endOfName(content) > content { return content }
      guard content > start else { return nil }
    }
    return nil
  }

  /// The most lines of a definition before its first address.
  private static let noteLimit = 64

  private func place(of line: Line, at start: Int) -> EntryPlace {
    let end = EntryOutlets(text).endOfName(start)
    let lineStart = text[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    if end > start {
      return EntryPlace(.note, source: line.source, head: start..<end, from: lineStart, in: text)
    }
    let bullet = text[lineStart..<start].lastIndex { $0 == 0x2A || $0 == 0x2B || $0 == 0x2D }
    return EntryPlace(
      bullet == nil ? .line : .item, source: line.source, head: (bullet ?? start)..<start,
      from: lineStart, in: text)
  }
}
