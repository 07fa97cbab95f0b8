/// The links and marks of a document with their final roles, and the sources that they give.
struct ResolvedUses {
  enum Role {
    /// An index into `citations`.
    case citation(Int)
    case entry(number: Int?, note: String?, isShared: Bool)
    case text
    /// The number or the name with which an entry starts.
    case name
    case nothing
  }

  /// How many citations a brief may have beyond one for each mark.
  static let companionLimit = 20_000
  private var companionCount = 0
  /// Whether marks cite all addresses of their entries: those of one brief all do, or none does.
  let citeCompanions: Bool

  private(set) var uses: [(reference: Int, role: Role)] = []
  /// The sources of citations are those of their links, `WebLink.source`, until all are known.
  var citations: [Citation] = []
  private(set) var table: SourceTable
  private(set) var numbers = SourceNumbers()
  /// Numbers that look like citations and are text.
  private(set) var stray: [StrayNumbers] = []
  /// Numbers in brackets that lead to no source or are text, so that none may get them.
  private(set) var taken: Set<Int> = []
  /// Whether links are labelled with numbers that are counted from 1, so that digits are no names.
  private(set) var labelsAreCounted = false

  init(_ reader: CitationReader, _ names: NamedEntries?) {
    let resolved = ResolvedUses(reader, names, citeCompanions: true)
    self =
      resolved.companionCount > ResolvedUses.companionLimit
      ? ResolvedUses(reader, names, citeCompanions: false) : resolved
  }

  private init(_ reader: CitationReader, _ names: NamedEntries?, citeCompanions: Bool) {
    self.citeCompanions = citeCompanions
    table = SourceTable(names)
    var reading = MarkReading(reader)
    var labels = SourceNumbers()
    // The links of entries whose number or name cites several.
    var shared: Set<Int> = []
    uses.reserveCapacity(reader.uses.count)
    citations.reserveCapacity(reader.uses.count)
    for (position, use) in reader.uses.enumerated() {
      switch use.role {
      case .citation(let section, let label, let fills):
        let link = reader.links[use.reference]
        table.cite(link, label: label, fills: fills)
        if let byline = reader.bylines[use.reference] { table.name(link, byline) }
        if let number = SourceNumbers.number(link, label: label) {
          labels.add(number, for: link.source)
        }
        add(Citation(of: link, section: section, label: label), use.reference)
      case .entry(let text):
        let link = reader.links[use.reference]
        table.list(link, text)
        if let number = text.number ?? text.place { numbers.add(number, for: link.source) }
        if text.number != nil || text.note != nil, let others = reader.companions[use.reference] {
          shared.formUnion([use.reference] + others)
        }
        let isShared = shared.contains(use.reference)
        uses.append(
          (
            use.reference,
            .entry(number: text.number, note: text.note, isShared: isShared)
          ))
      case .name: uses.append((use.reference, .name))
      case .candidate(let section, let part):
        let meaning = reading.meaning(of: ~use.reference, part: part, position: position)
        add(reader, use.reference, meaning, section)
      }
    }
    stray = reading.stray
    labelsAreCounted = labels.countUp
    if numbers.numbers.isEmpty, reader.lists.isEmpty, reader.footnotes.isEmpty, labels.areCounted {
      numbers = labels
    }
  }

  private mutating func add(
    _ reader: CitationReader, _ reference: Int, _ meaning: MarkReading.Meaning, _ section: Int?
  ) {
    let mark = reader.marks[~reference]
    switch meaning {
    case .text:
      // A source must not be taken for what `[3]` in the text leads to.
      if case .number(let number) = mark.kind { taken.insert(number) }
      uses.append((reference, .text))
    case .nothing: uses.append((reference, .nothing))
    case .broken(let hasEntry):
      if case .number(let number) = mark.kind { taken.insert(number) }
      var citation = Citation(of: mark, section: section, url: nil)
      citation.lacksAddress = hasEntry
      citation.joinsMark = ~reference > mark.group.lowerBound
      add(citation, reference)
    case .link(let link):
      var citation = Citation(of: mark, section: section, url: nil)
      citation.joinsMark = ~reference > mark.group.lowerBound
      cite(reader.links[link], reference, citation)
      for other in companions(of: link, reader) {
        var citation = Citation(of: mark, section: section, url: nil)
        // The first has all bytes of the mark, as in a group that shares them out.
        citation.range = mark.range.upperBound..<mark.range.upperBound
        citation.joinsMark = true
        cite(reader.links[other], reference, citation)
      }
    }
  }

  private mutating func cite(_ link: WebLink, _ reference: Int, _ citation: Citation) {
    table.cite(link, label: "")
    var citation = citation
    citation.url = link.url
    citation.source = link.source
    add(citation, reference)
  }

  private mutating func add(_ citation: Citation, _ reference: Int) {
    uses.append((reference, .citation(citations.count)))
    citations.append(citation)
    citations[citations.count - 1].number = citations.count
  }

  /// The links that are cited with another one; those over the limit are only counted.
  private mutating func companions(of link: Int, _ reader: CitationReader) -> [Int] {
    guard citeCompanions, let others = reader.companions[link] else { return [] }
    companionCount += others.count
    return companionCount > ResolvedUses.companionLimit ? [] : others
  }
}

extension Citation {
  fileprivate init(of link: WebLink, section: Int?, label: String) {
    self.init(
      number: 0, source: link.source, section: section, label: label, url: link.url,
      form: link.form, range: link.range, line: link.line, column: link.column)
    title = link.title
    isInMarkup = link.isInMarkup
  }

  fileprivate init(of mark: Mark, section: Int?, url: SourceURL?) {
    self.init(
      number: 0, source: nil, section: section, label: mark.label, url: url, form: mark.form,
      range: mark.range, line: mark.line, column: mark.column)
    isInMarkup = mark.isInMarkup
  }
}
