/// Gives sources the marks by which they are cited, and writes the entries that these lead to.
struct SourceListing {
  /// Where a list may be changed; the later are tried where the earlier change the meaning.
  enum Mode: Int, CaseIterable {
    /// The brief's own list gets numbers, and entries for what it lacks.
    case ownList
    /// A list of its own at the end.
    case newList
  }

  let brief: Brief
  let text: [UInt8]
  let style: CitationStyle
  let mode: Mode
  /// Names of each source's mark, by its index: `3`.
  private(set) var names: [Int: String] = [:]
  private(set) var patches: [Patch] = []
  /// The sources whose own entries get numbers.
  private(set) var numbered: Set<Int> = []
  /// The line end that the text uses.
  private let lineEnd: String
  /// Whether the numbers of new entries count on, as those of an ordered list do.
  private var areInRow = true

  /// `needed` are the sources that must have a mark, `taken` the numbers that none may get, and `own`
  /// says what becomes of the brief's own entries.
  init(
    _ brief: Brief, _ text: [UInt8], _ style: CitationStyle, _ mode: Mode, needed: Set<Int>,
    taken: TakenNumbers, own: OwnEntries
  ) {
    self.brief = brief
    self.text = text
    self.style = style
    self.mode = mode
    lineEnd =
      text.firstIndex(of: 0x0A).map { $0 > 0 && text[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    guard !needed.isEmpty, style != .inline else { return }
    if style == .footnotes { nameNotes() } else { nameNumbers() }
    let lines = style == .numbered && mode == .ownList ? entryLines(without: own.unnumbered) : [:]
    let heads =
      style == .footnotes && mode == .ownList ? heads(without: own.unnumbered, taken) : [:]
    numbered = Set(lines.keys).union(heads.keys)
    // In the order of the sources, which is that of their numbers when the brief is read again.
    let nameless = brief.sources.indices.filter {
      names[$0] == nil && (numbered.contains($0) || needed.contains($0))
    }
    let numbers = numbers(taken, count: nameless.count)
    for (source, number) in zip(nameless, numbers) {
      names[source] = (style == .footnotes ? taken.notePrefix : "") + "\(number)"
      for line in lines[source] ?? [] {
        // The name of a definition gives way to the number.
        patches.append(Patch(line..<EntryOutlets(text).endOfName(line), "[\(number)] "))
      }
    }
    for (source, head) in heads {
      patches.append(Patch(head.range, "[^\(names[source] ?? "")]: "))
    }
    patches += own.named.subtracting(own.unnumbered).sorted().compactMap {
      EntryOutlets(text).naming(brief.sources[$0])
    }
    let missing = zip(nameless, numbers).filter { !numbered.contains($0.0) }
    areInRow = zip(missing, missing.dropFirst()).allSatisfy { $1.1 == $0.1 + 1 }
    addEntries(missing.map(\.0))
  }

  /// What is written for each source.
  var marks: [Int: String] {
    names.mapValues { style == .footnotes ? "[^\($0)]" : "[\($0)]" }
  }

  /// New numbers; those beyond 999 are read as marks only where no number from 1 on is missing.
  private func numbers(_ taken: TakenNumbers, count: Int) -> [Int] {
    guard style == .numbered else { return taken.free(count, upTo: .max) }
    let numbers = taken.free(count, upTo: NumberedLists.numberLimit)
    let all = Set(numbers + names.values.compactMap { Int($0) })
    guard let last = all.max(), last > NumberGroup.numberLimit, last != all.count else {
      return numbers
    }
    return numbers.filter { $0 <= NumberGroup.numberLimit }
  }

  // MARK: - Names that the brief has

  /// Numbers that the brief gives to one source alone, and that cite no others.
  private mutating func nameNumbers() {
    var owners: [Int: Set<Int>] = [:]
    var shared: Set<Int> = []
    for (index, source) in brief.sources.enumerated() {
      for entry in source.entries {
        // The name of a footnote is no number of a list.
        guard entry.note == nil, let number = entry.number else { continue }
        owners[number, default: []].insert(index)
        if entry.isShared { shared.insert(number) }
      }
    }
    for (index, source) in brief.sources.enumerated() {
      let own = source.entries.lazy.filter { $0.note == nil }.compactMap(\.number).first {
        owners[$0]?.count == 1 && !shared.contains($0)
      }
      if let own { names[index] = "\(own)" }
    }
  }

  /// Names of the footnotes that the brief has and that cite one source alone.
  private mutating func nameNotes() {
    for token in MarkToken.all(of: brief, in: text) where token.form == .footnote {
      let mark = String(decoding: text[token.range], as: UTF8.self)
      guard token.citations.count == 1,
        let source = brief.citations[token.citations.lowerBound].source, names[source] == nil,
        mark.hasPrefix("[^"), mark.hasSuffix("]")
      else { continue }
      names[source] = String(mark.dropFirst(2).dropLast())
    }
  }

  /// The entries that become definitions, of sources that have none; one that has a number keeps it.
  private mutating func heads(
    without unnumbered: Set<Int>, _ taken: TakenNumbers
  ) -> [Int: DefinableEntries.Head] {
    let heads = DefinableEntries(brief, text, without: unnumbered.union(names.keys)).heads
    let owners = Dictionary(grouping: heads.keys) { heads[$0]?.number }
    for (source, head) in heads where taken.notePrefix.isEmpty {
      guard let number = head.number, owners[number]?.count == 1, !taken.contain(number) else {
        continue
      }
      names[source] = "\(number)"
    }
    return heads
  }

  // MARK: - The brief's own list

  /// Where a number may be put before the entries that have none and come first on their lines,
  /// by their source.
  private func entryLines(without unnumbered: Set<Int>) -> [Int: [Int]] {
    var entries = brief.sources.enumerated().flatMap { index, source in
      source.entries.map { (source: index, entry: $0) }
    }
    entries.sort { $0.entry.range.lowerBound < $1.entry.range.lowerBound }
    var owners: [Int: Int] = [:]
    // The number of an item with several links would cite all of them.
    var shared: Set<Int> = []
    var last: Int?
    // Only the first entry of a line can be the first on it, and lines can be long.
    var seen = -1
    for (source, entry) in entries {
      let start = entry.range.lowerBound
      if start > seen {
        seen = text[start...].firstIndex(of: 0x0A) ?? text.count
        last = ListedLine(of: start, in: text).map(\.content.lowerBound).flatMap {
          $0 <= start ? $0 : nil
        }
      }
      guard let last else { continue }
      let isNumbered = entry.note == nil && entry.number != nil
      if isNumbered || entry.isShared || owners[last, default: source] != source {
        shared.insert(last)
      }
      owners[last] = source
    }
    var lines: [Int: [Int]] = [:]
    for (line, source) in owners.sorted(by: { $0.key < $1.key })
    where !shared.contains(line) && !unnumbered.contains(source) {
      lines[source, default: []].append(line)
    }
    return lines
  }

  // MARK: - New entries

  private mutating func addEntries(_ sources: [Int]) {
    guard !sources.isEmpty else { return }
    if style == .footnotes { return addDefinitions(sources) }
    if mode == .ownList, let place = EndOfList(of: brief, in: text) {
      let lines = sources.map { "\(place.prefix)[\(names[$0] ?? "")] \(entry(of: $0))" }
      patches.append(
        Patch(place.offset..<place.offset, lines.map { place.separator + $0 }.joined()))
      return
    }
    let heading = "## Sources\(lineEnd)"
    guard areInRow else {
      return append([heading] + sources.map { "[\(names[$0] ?? "")] \(entry(of: $0))\(lineEnd)" })
    }
    let lines = sources.map { "\(names[$0] ?? ""). \(entry(of: $0))\(lineEnd)" }
    append([heading, lines.joined()])
  }

  /// Puts definitions into the list at the end, or a new one, so that they are in no prose.
  private mutating func addDefinitions(_ sources: [Int]) {
    let isInList = mode == .ownList && brief.sections.last?.kind == .sources
    let heading = isInList ? [] : ["## Sources\(lineEnd)"]
    append(heading + sources.map { "[^\(names[$0] ?? "")]: \(entry(of: $0))\(lineEnd)" })
  }

  /// Adds paragraphs at the end of the text.
  private mutating func append(_ paragraphs: [String]) {
    let end = text.count
    let gap = text.last == 0x0A ? lineEnd : lineEnd + lineEnd
    patches.append(Patch(end..<end, gap + paragraphs.joined(separator: lineEnd)))
  }

  private func entry(of index: Int) -> String {
    ListedEntry.markdown(of: brief.sources[index], isNote: style == .footnotes)
  }
}
