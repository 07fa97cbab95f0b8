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
  /// What becomes of the brief's own entries.
  let own: OwnEntries
  /// Names of each source's mark, by its index: `3`.
  private(set) var names: [Int: String] = [:]
  var patches: [Patch] = []
  /// The sources whose own entries get numbers.
  private(set) var numbered: Set<Int> = []
  /// What became of definitions that are entries now.
  struct Notes {
    /// Whether those at the end of the text have got a heading.
    var areHeaded = false
    /// Their names, and all of those that were written anew.
    var gone: [UInt8] = []
  }

  var notes = Notes()
  /// The places of those that are definitions of footnotes and one line.
  private(set) var rewritable: [Int: EntryPlace] = [:]
  /// Whether bullets or definitions have become an ordered list.
  var hasOrdered = false
  /// The line end that the text uses.
  let lineEnd: String

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
    self.own = own
    lineEnd =
      text.firstIndex(of: 0x0A).map { $0 > 0 && text[$0 - 1] == 0x0D } == true ? "\r\n" : "\n"
    guard !needed.isEmpty, style != .inline else { return }
    if style == .footnotes { nameNotes() } else { nameNumbers() }
    let places = mode == .ownList ? places(taken) : []
    numbered = Set(places.map(\.source))
    for place in places where place.kind == .note && !place.goesOn {
      rewritable[place.source] = place
    }
    let kept = Set(names.keys)
    let missing = nameOthers(needed, taken)
    if needHeading(places), let start = places.first?.range.lowerBound {
      notes.areHeaded = true
      let gap = text[..<start].suffix(2).elementsEqual("\n\n".utf8) || start == 0 ? "" : lineEnd
      patches.append(Patch(start..<start, gap + heading + lineEnd))
    }
    let rest = writeEntries(places, missing: missing, kept: kept)
    nameOutlets(besides: numbered)
    addEntries(rest)
  }

  /// The places of entries that get numbers or names.
  private mutating func places(_ taken: TakenNumbers) -> [EntryPlace] {
    guard style == .footnotes else {
      return EntryPlaces(brief, text, without: own.unnumbered).all
    }
    return heads(without: own.unnumbered, taken)
      .sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }
      .map { source, head in
        EntryPlace(
          .item, source: source, head: head.range, from: head.range.lowerBound, in: text)
      }
  }

  /// Gives names to the sources that need one and have none, in their order, which is that of their
  /// numbers when the brief is read again; returns those that no entry of the brief can have.
  private mutating func nameOthers(_ needed: Set<Int>, _ taken: TakenNumbers) -> [Int] {
    let nameless = brief.sources.indices.filter {
      names[$0] == nil && (numbered.contains($0) || needed.contains($0))
    }
    let numbers = numbers(taken, count: nameless.count)
    for (source, number) in zip(nameless, numbers) {
      names[source] = (style == .footnotes ? taken.notePrefix : "") + "\(number)"
    }
    return nameless.prefix(numbers.count).filter { !numbered.contains($0) }
  }

  /// Names the outlets in entries that get no number.
  private mutating func nameOutlets(besides numbered: Set<Int>) {
    patches += own.named.subtracting(own.unnumbered).subtracting(numbered).sorted().compactMap {
      EntryOutlets(text).naming(brief.sources[$0])
    }
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
    let numbers = sources.map { names[$0].flatMap { Int($0) } ?? 0 }
    // The numbers of an ordered list count on.
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 }) else {
      return append([heading] + sources.map { "[\(names[$0] ?? "")] \(entry(of: $0))\(lineEnd)" })
    }
    let lines = sources.map { "\(names[$0] ?? ""). \(entry(of: $0))\(lineEnd)" }
    append([heading, lines.joined()])
  }

  /// Puts definitions into the list at the end, or a new one, so that they are in no prose.
  private mutating func addDefinitions(_ sources: [Int]) {
    let isInList = mode == .ownList && brief.sections.last?.kind == .sources
    let heading = isInList ? [] : [self.heading]
    append(heading + sources.map { "[^\(names[$0] ?? "")]: \(entry(of: $0))\(lineEnd)" })
  }

  /// Adds paragraphs at the end of the text.
  private mutating func append(_ paragraphs: [String]) {
    let end = text.count
    let gap = text.last == 0x0A ? lineEnd : lineEnd + lineEnd
    patches.append(Patch(end..<end, gap + paragraphs.joined(separator: lineEnd)))
  }

  /// The heading of a new list, in the language of the brief.
  private var heading: String { "## \(SourceHeading.name(for: brief))\(lineEnd)" }

  func entry(of index: Int) -> String {
    ListedEntry.markdown(of: brief.sources[index], isNote: style == .footnotes)
  }
}
