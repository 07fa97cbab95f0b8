/// Makes a brief of a document: sections, citations and sources.
struct BriefAssembly {
  var brief: Brief
  /// The title's heading, in plain text, where the file has a first-level heading.
  private(set) var titleHeading: String?

  init(_ document: Document, path: String, today: CalendarDate) {
    brief = Brief(path: path, title: "", notices: document.notices)
    var (parts, title) = BriefAssembly.arranged(document.parts)
    let kinds = BriefAssembly.kinds(of: parts)
    var reader = CitationReader(links: document.links)
    if let title { reader.read(Part(heading: title), section: nil, isSources: false) }
    for index in parts.indices {
      reader.read(
        parts[index], section: index == 0 ? nil : index - 1, isSources: kinds[index] == .sources)
    }
    let relinking = finish(reader, today: today)
    titleHeading = title?.content.cleanText
    if var content = title?.content {
      _ = relinking.apply(to: &content)
      brief.heading = content
    }
    for index in parts.indices { relinking.apply(to: &parts[index].blocks) }
    brief.lede = parts[0].blocks
    addSections(parts, kinds, relinking)
  }

  /// The title's heading of a document, in plain text.
  static func titleHeading(of document: Document) -> String? {
    arranged(document.parts).title?.content.cleanText
  }

  /// The parts without the title's own heading, whose blocks join what stands before it.
  ///
  /// That is the first heading of level 1 that is neither empty nor the name of a list of sources.
  private static func arranged(_ parts: [Part]) -> (parts: [Part], title: Heading?) {
    var parts = parts
    let index = parts.firstIndex { part in
      guard let heading = part.heading, heading.level == 1 else { return false }
      return !heading.content.isEmpty && !SourceHeading.matches(heading.content.plainText)
    }
    guard let index else { return (parts, nil) }
    let title = parts.remove(at: index)
    parts[index - 1].blocks += title.blocks
    return (parts, title.heading)
  }

  /// What each part is: a list of sources, with the lists under its subheadings, or prose.
  private static func kinds(of parts: [Part]) -> [Section.Kind] {
    var listLevel: Int?
    return parts.indices.map { index in
      guard let heading = parts[index].heading else { return .body }
      if let level = listLevel, heading.level <= level { listLevel = nil }
      let isNamed = SourceHeading.matches(heading.content.plainText)
      guard isNamed || listLevel != nil else { return .body }
      var blocks = parts[index].blocks
      if isNamed, blocks.isEmpty, index + 1 < parts.count,
        let next = parts[index + 1].heading, next.level > heading.level
      {
        blocks = parts[index + 1].blocks
      }
      guard LinkList.isList(blocks) else { return .body }
      if listLevel == nil { listLevel = heading.level }
      return .sources
    }
  }

  private mutating func finish(_ reader: CitationReader, today: CalendarDate) -> Relinking {
    let (sources, index) = reader.table.finished(today: today)
    brief.sources = sources
    var targets = [Relinking.Target?](repeating: nil, count: reader.links.count)
    for (number, role) in reader.roles {
      let link = reader.links[number]
      guard let source = index[link.url.canonical] else { continue }
      switch role {
      case .entry:
        targets[number] = .source(source)
        brief.sources[source].entries.append(
          SourceEntry(url: link.url, range: link.range, line: link.line, column: link.column))
      case .citation(let section, let label):
        targets[number] = .citation(brief.citations.count)
        brief.sources[source].citations.append(brief.citations.count)
        brief.citations.append(
          Citation(
            number: brief.citations.count + 1, source: source, section: section, label: label,
            url: link.url, form: link.form, range: link.range, line: link.line,
            column: link.column))
      }
    }
    return Relinking(targets: targets)
  }

  private mutating func addSections(
    _ parts: [Part], _ kinds: [Section.Kind], _ relinking: Relinking
  ) {
    var slugs = Slugs()
    var next = brief.citations.prefix { $0.section == nil }.count
    for (index, part) in parts.enumerated() where index > 0 {
      guard var heading = part.heading else { continue }
      let text = heading.content.cleanText
      let title = text.contains { !$0.isWhitespace } ? text : "Untitled"
      let count = brief.citations[next...].prefix { $0.section == index - 1 }.count
      _ = relinking.apply(to: &heading.content)
      brief.sections.append(
        Section(
          id: slugs.unique(for: title), heading: heading.content, title: title,
          level: heading.level, kind: kinds[index], blocks: part.blocks,
          citations: next..<next + count, line: heading.line))
      next += count
    }
  }
}
