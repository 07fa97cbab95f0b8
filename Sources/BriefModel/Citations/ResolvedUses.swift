/// The links and marks of a document with their final roles, and the sources that they give.
struct ResolvedUses {
  enum Role {
    /// A citation without its number and its source, which are known last.
    case citation(Citation)
    case entry(WebLink, number: Int?, note: String?)
    case text
    /// The number or the name with which an entry starts.
    case name
    case nothing
  }

  private(set) var uses: [(reference: Int, role: Role)] = []
  private(set) var table = SourceTable()
  private(set) var numbers = SourceNumbers()
  /// Numbers in brackets that lead to no source, so that none may get them.
  private(set) var taken: Set<Int> = []
  /// Whether links are labelled with numbers that are counted from 1, so that digits are no names.
  private(set) var labelsAreCounted = false

  init(_ reader: CitationReader) {
    var reading = MarkReading(marks: reader.marks, lists: reader.lists, footnotes: reader.footnotes)
    var labels = SourceNumbers()
    uses.reserveCapacity(reader.uses.count)
    for (position, use) in reader.uses.enumerated() {
      switch use.role {
      case .citation(let section, let label):
        let link = reader.links[use.reference]
        table.cite(link, label: label)
        if let number = SourceNumbers.number(link, label: label) {
          labels.add(number, for: link.url)
        }
        uses.append((use.reference, .citation(Citation(of: link, section: section, label: label))))
      case .entry(let text):
        let link = reader.links[use.reference]
        table.list(link, text)
        if let number = text.number { numbers.add(number, for: link.url) }
        uses.append((use.reference, .entry(link, number: text.number, note: text.note)))
      case .name: uses.append((use.reference, .name))
      case .candidate(let section, let part):
        let meaning = reading.meaning(of: ~use.reference, part: part, position: position)
        add(reader.marks[~use.reference], use.reference, meaning, section, reader.links)
      }
    }
    labelsAreCounted = labels.countUp
    if numbers.numbers.isEmpty, reader.lists.isEmpty, reader.footnotes.isEmpty, labels.areCounted {
      numbers = labels
    }
  }

  private mutating func add(
    _ mark: Mark, _ reference: Int, _ meaning: MarkReading.Meaning, _ section: Int?,
    _ links: [WebLink]
  ) {
    switch meaning {
    case .text: uses.append((reference, .text))
    case .nothing: uses.append((reference, .nothing))
    case .broken(let hasEntry):
      if case .number(let number) = mark.kind { taken.insert(number) }
      var citation = Citation(of: mark, section: section, url: nil)
      citation.lacksAddress = hasEntry
      uses.append((reference, .citation(citation)))
    case .link(let link):
      table.cite(links[link], label: "")
      let citation = Citation(of: mark, section: section, url: links[link].url)
      uses.append((reference, .citation(citation)))
    }
  }
}

extension Citation {
  fileprivate init(of link: WebLink, section: Int?, label: String) {
    self.init(
      number: 0, source: nil, section: section, label: label, url: link.url, form: link.form,
      range: link.range, line: link.line, column: link.column)
  }

  fileprivate init(of mark: Mark, section: Int?, url: SourceURL?) {
    self.init(
      number: 0, source: nil, section: section, label: mark.label, url: url, form: mark.form,
      range: mark.range, line: mark.line, column: mark.column)
  }
}
