/// Tells what differs between two briefs that are to say the same with other marks.
struct Likeness {
  /// Indices of the citations at which they differ.
  var citations: Set<Int> = []
  /// Whether they differ in more than single citations: in sections or sources.
  private(set) var isDeep = false
  /// The numbers of citations that the other brief has and this one has not: text that is read as
  /// a mark now that a list has the number.
  var taken: Set<Int> = []

  var isPerfect: Bool { citations.isEmpty && !isDeep }

  /// `text` is what the other brief is read from, and `forms` how each of its citations is to be
  /// written.
  init(_ brief: Brief, _ other: Brief, of text: PatchedText, forms: [Citation.Form]) {
    compareSections(brief, other)
    compareCitations(brief, other, text, forms)
    guard isPerfect else { return }
    let canonical = brief.sources.map(\.url.canonical)
    if canonical != other.sources.map(\.url.canonical) { isDeep = true }
    compareSentences(brief, other)
    guard isPerfect else { return }
    compareTexts(brief, other)
  }

  /// All sections but a new list at the end.
  private mutating func compareSections(_ brief: Brief, _ other: Brief) {
    let extra = other.sections.count - brief.sections.count
    guard brief.title == other.title,
      extra == 0 || extra == 1 && other.sections.last?.kind == .sources
    else { return isDeep = true }
    for (index, section) in brief.sections.enumerated() {
      let changed = other.sections[index]
      if changed.id == section.id, changed.title == section.title, changed.level == section.level,
        changed.kind == section.kind
      {
        continue
      }
      let own = section.citations.prefix { brief.citations[$0].line <= section.line }
      if section.citations.isEmpty { isDeep = true }
      citations.formUnion(own.isEmpty ? section.citations : own)
    }
  }

  private mutating func compareSentences(_ brief: Brief, _ other: Brief) {
    let sentences = Sentences()
    let (first, second) = (sentences.all(in: brief), sentences.all(in: other))
    var index = 0
    while index < first.count {
      var end = index + 1
      while end < first.count, first[end] == first[index] { end += 1 }
      let isOne = second[index..<end].allSatisfy { $0 == second[index] }
      if !isOne
        || !Letters.areLike(
          first[index], brief.citations[index..<end], second[index], other.citations[index..<end])
      {
        citations.formUnion(index..<end)
      }
      index = end
    }
  }

  private mutating func compareTexts(_ brief: Brief, _ other: Brief) {
    let heads = (
      brief.citations.prefix { $0.section == nil }, other.citations.prefix { $0.section == nil }
    )
    if !Letters.areLike(brief.lede.plainText, heads.0, other.lede.plainText, heads.1) {
      if heads.0.isEmpty { isDeep = true } else { citations.formUnion(heads.0.indices) }
    }
    for (index, section) in brief.sections.enumerated() where section.kind == .body {
      let changed = other.sections[index]
      if !Letters.areLike(
        section.blocks.plainText, brief.citations[section.citations], changed.blocks.plainText,
        other.citations[changed.citations])
      {
        if section.citations.isEmpty { isDeep = true }
        citations.formUnion(section.citations)
      }
    }
  }
}
