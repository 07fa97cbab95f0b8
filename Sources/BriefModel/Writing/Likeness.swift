/// Tells what differs between two briefs that are to say the same with other marks.
struct Likeness {
  /// The citations at which they differ, by their index.
  private(set) var citations: [Int: Difference] = [:]
  /// Those that may be to blame where the ones above are not: all of their sentence or section.
  private(set) var suspects: [Int: Difference] = [:]
  /// Whether they differ in more than single citations: in sections or sources.
  private(set) var isDeep = false
  /// The numbers of citations that the other brief has and this one has not: text that is read as
  /// a mark now that a list has the number.
  var taken: Set<Int> = []

  /// Sources of another outlet, title or date, by their index; known only where all else is the same.
  private(set) var renamed: Set<Int> = []
  /// Those of another outlet.
  private(set) var nameless: Set<Int> = []
  /// Those of another date.
  private(set) var redated: Set<Int> = []

  /// The letters of what other entries took the place of.
  private var gone = LetterCounts([])

  var isPerfect: Bool { citations.isEmpty && !isDeep }

  /// `text` is what the other brief is read from, `forms` how each of its citations is to be
  /// written, and `added` what its list has got, which is read once however many sections there are;
  /// `notes` says what became of definitions at the end of the text.
  init(
    _ brief: Brief, _ other: Brief, of text: PatchedText, forms: [Citation.Form],
    added: some Sequence<UInt8>, notes: SourceListing.Notes = SourceListing.Notes()
  ) {
    compareSections(brief, other)
    compareCitations(brief, other, text, forms)
    guard isPerfect else { return }
    if !Likeness.areSame(brief.sources, other.sources) { isDeep = true }
    compareSentences(brief, other)
    guard isPerfect else { return }
    let end = notes.areHeaded ? other.sections.dropFirst(brief.sections.count).first : nil
    gone = LetterCounts(notes.gone)
    compareTexts(brief, other, LetterCounts(added), end: end?.blocks ?? [])
    compareDays(brief, other)
    for (index, pair) in zip(brief.sources, other.sources).enumerated() {
      let (source, changed) = pair
      if source.outlet != changed.outlet { nameless.insert(index) }
      if source.date != changed.date { redated.insert(index) }
      if source.title != changed.title { renamed.insert(index) }
    }
    renamed.formUnion(nameless.union(redated))
  }

  /// Where a line of the text no longer tells the day of the brief, what it cites at the start is to
  /// blame.
  private mutating func compareDays(_ brief: Brief, _ other: Brief) {
    let origins = [brief.date?.origin, other.date?.origin]
    guard brief.date != other.date, origins.contains(.text) else { return }
    let head = brief.citations.prefix { ($0.section ?? 0) == 0 }.indices
    if head.isEmpty { isDeep = true } else { blame(head, .day) }
  }

  private static func areSame(_ sources: [Source], _ others: [Source]) -> Bool {
    sources.count == others.count
      && sources.indices.allSatisfy { sources[$0].url.canonical == others[$0].url.canonical }
  }

  /// Blames some citations for a difference.
  mutating func blame(_ indices: some Sequence<Int>, _ difference: Difference) {
    for index in indices { citations[index] = difference }
  }

  private mutating func suspect(_ indices: some Sequence<Int>, _ difference: Difference) {
    for index in indices { suspects[index] = difference }
  }

  /// All sections but a new list at the end.
  private mutating func compareSections(_ brief: Brief, _ other: Brief) {
    if brief.title != other.title {
      let own = brief.citations.indices.filter { brief.citations[$0].isInTitle(of: brief) }
      if own.isEmpty { isDeep = true } else { blame(own, .heading) }
    }
    let extra = other.sections.count - brief.sections.count
    guard extra == 0 || extra == 1 && other.sections.last?.kind == .sources else {
      return isDeep = true
    }
    for (index, section) in brief.sections.enumerated() {
      let changed = other.sections[index]
      if changed.id == section.id, changed.title == section.title, changed.level == section.level,
        changed.kind == section.kind
      {
        continue
      }
      let own = section.citations.prefix { brief.citations[$0].line <= section.line }
      if section.citations.isEmpty { isDeep = true }
      blame(own.isEmpty ? section.citations : own, .heading)
    }
  }
}

// MARK: - Sentences

extension Likeness {
  /// Where citations that shared a sentence no longer do, those on both sides of the break are to
  /// blame; where others have come to it, those beside them.
  private mutating func compareSentences(_ brief: Brief, _ other: Brief) {
    let sentences = Sentences()
    var second: [CitedSentence] = []
    var homes = [Int?](repeating: nil, count: other.citations.count)
    sentences.forEach(in: other) { sentence in
      for citation in sentence.citations { homes[citation.index] = second.count }
      second.append(sentence)
    }
    sentences.forEach(in: brief) { sentence in
      let own = sentence.citations.map(\.index)
      let breaks = zip(own, own.dropFirst()).filter { homes[$0] != homes[$1] }
      if let home = homes[own[0]], breaks.isEmpty {
        compare(sentence, second[home]) { homes.indices.contains($0) && homes[$0] == home }
      } else {
        blame(breaks.flatMap { [$0, $1] } + (breaks.isEmpty ? own : []), .sentence)
        suspect(own, .sentence)
      }
    }
  }

  /// `isInOther` tells the citations of the other sentence, which may have many more: no more of
  /// them are looked at than this one has.
  private mutating func compare(
    _ sentence: CitedSentence, _ other: CitedSentence, isInOther: (Int) -> Bool
  ) {
    let own = sentence.citations.map(\.index)
    guard other.citations.count != own.count || other.citations.map(\.index) != own else {
      if !Letters(sentence).areLike(Letters(other)) { blame(own, .words) }
      return
    }
    suspect(own, .sentence)
    let (first, last) = (own[0], own[own.count - 1])
    if isInOther(first - 1) { blame([first - 1, first], .sentence) }
    if isInOther(last + 1) { blame([last, last + 1], .sentence) }
  }
}

// MARK: - Texts

extension Likeness {
  /// Tells the labels that must not be lost.
  private func isNeeded(_ brief: Brief) -> (Int) -> Bool {
    { LabelMeaning(brief.citations[$0], of: brief).isNeeded }
  }
}

extension Likeness {
  /// `end` is what stands elsewhere in the other brief of what ends this one.
  private mutating func compareTexts(
    _ brief: Brief, _ other: Brief, _ added: LetterCounts, end: [Block]
  ) {
    let head = brief.citations.prefix { $0.section == nil }.indices
    let lede = other.lede + (brief.sections.isEmpty ? end : [])
    compareTexts(brief.lede, lede, head, added, brief)
    for (index, section) in brief.sections.enumerated() where section.kind == .body {
      let isLast = index == brief.sections.count - 1
      let blocks = other.sections[index].blocks + (isLast ? end : [])
      compareTexts(section.blocks, blocks, section.citations, added, brief)
    }
  }

  /// Compares two texts as wholes, and where they differ their paragraphs from both ends.
  private mutating func compareTexts(
    _ blocks: [Block], _ others: [Block], _ citations: Range<Int>, _ added: LetterCounts,
    _ brief: Brief
  ) {
    let (first, second) = (blocks.citedTexts, others.citedTexts)
    guard !areLike(first, second, added, brief) else { return }
    if citations.isEmpty { return isDeep = true }
    suspect(citations, .words)
    let isSame = { (pair: (CitedText, CitedText)) in
      areLike([pair.0], [pair.1], nil, brief)
    }
    let start = zip(first, second).prefix(while: isSame).count
    let end = zip(first[start...].reversed(), second[min(start, second.count)...].reversed())
      .prefix(while: isSame).count
    let own = first[start..<first.count - end].flatMap { $0.citations.map(\.index) }
    blame(own.isEmpty ? Array(citations) : own, .words)
  }

  private func areLike(
    _ texts: [CitedText], _ others: [CitedText], _ added: LetterCounts?, _ brief: Brief
  ) -> Bool {
    let (first, second) = (Letters(texts), Letters(others))
    guard first.areLike(second, added: added, gone: gone) else { return false }
    return first.areAllKept(in: second)
      || Letters(texts, isWord: isNeeded(brief)).areKept(in: second, gone: gone)
  }
}
