/// Tells what differs between two briefs that are to say the same with other marks.
struct Likeness {
  /// Indices of the citations at which they differ.
  private(set) var citations: Set<Int> = []
  /// Whether they differ in more than single citations: in sections or sources.
  private(set) var isDeep = false
  /// The number of the first citation that the other brief has and this one has not: text that is
  /// read as a mark now that a list has the number.
  private(set) var taken: Int?

  var isPerfect: Bool { citations.isEmpty && !isDeep }

  /// `forms` is how each citation of the other brief is to be written.
  init(_ brief: Brief, _ other: Brief, forms: [Citation.Form]) {
    compareSections(brief, other)
    compareCitations(brief, other, forms)
    if other.citations.count > brief.citations.count, let first = citations.min() {
      taken =
        other.citations[first].form.isLink ? nil : ListNumber.read(other.citations[first].label)
    }
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
      if section.citations.isEmpty { isDeep = true } else { citations.formUnion(section.citations) }
    }
  }

  private mutating func compareCitations(
    _ brief: Brief, _ other: Brief, _ forms: [Citation.Form]
  ) {
    let isSame = { (index: Int) in
      let (first, second) = (brief.citations[index], other.citations[index])
      return second.form == forms[index] && first.section == second.section
        && first.source.map { brief.sources[$0].url.canonical }
          == second.source.map { other.sources[$0].url.canonical }
    }
    let count = min(brief.citations.count, other.citations.count)
    if brief.citations.count == other.citations.count {
      for index in 0..<count where !isSame(index) { citations.insert(index) }
    } else {
      citations.insert((0..<count).first { !isSame($0) } ?? count)
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

/// The letters and digits of a text, without their order.
struct Letters {
  private var counts: [UInt32: Int] = [:]

  init(_ text: String) { add(text, 1) }

  private mutating func add(_ text: String, _ times: Int) {
    for scalar in text.unicodeScalars {
      if scalar.isLetter || scalar.properties.numericType != nil {
        counts[scalar.value, default: 0] += times
      }
    }
  }

  private mutating func remove(_ citations: ArraySlice<Citation>) {
    for citation in citations { add(citation.label, -1) }
  }

  private func isWithin(_ other: Letters) -> Bool {
    counts.allSatisfy { $0.value <= max(0, other.counts[$0.key] ?? 0) || $0.value <= 0 }
  }

  /// Whether each text has all letters that the other one has outside of the labels in it.
  static func areLike(
    _ text: String, _ citations: ArraySlice<Citation>, _ other: String,
    _ others: ArraySlice<Citation>
  ) -> Bool {
    let (whole, otherWhole) = (Letters(text), Letters(other))
    var (rest, otherRest) = (whole, otherWhole)
    rest.remove(citations)
    otherRest.remove(others)
    return rest.isWithin(otherWhole) && otherRest.isWithin(whole)
  }
}
