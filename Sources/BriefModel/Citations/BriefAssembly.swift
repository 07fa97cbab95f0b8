/// Makes a brief of a document: sections, citations and sources.
struct BriefAssembly {
  var brief: Brief
  /// The title's heading, in plain text, where the file has a first-level heading.
  private(set) var titleHeading: String?
  /// The title that the first lines state, where they do.
  let statedTitle: String?

  /// Takes the parts out of the document, so that they are changed where they are; `titled` is the
  /// title that its front matter has.
  init(
    _ document: inout Document, path: String, titled: String?, today: CalendarDate,
    names: NamedEntries?
  ) {
    brief = Brief(path: path, title: "", otherLinks: document.otherLinks, notices: document.notices)
    let stated = StatedTitle.read(document.parts[0].blocks)
    statedTitle = stated
    var parts: [Part] = []
    swap(&parts, &document.parts)
    ContentsEntries.join(&parts)
    let title = BriefAssembly.takeTitle(of: &parts, titled: titled ?? stated)
    if let known = titled ?? stated ?? title?.content.plainText {
      BriefAssembly.takeEchoes(of: known, from: &parts)
    }
    EntryHeadings.join(&parts, marks: document.marks)
    EntryParagraphs.join(&parts, marks: document.marks)
    let lists = BriefAssembly.lists(in: parts)
    var reader = CitationReader(document)
    if let title {
      reader.read(Part(heading: title), at: 0, section: nil, list: nil, isLast: false)
    }
    for index in parts.indices {
      reader.read(
        parts[index], at: index, section: index == 0 ? nil : index - 1, list: lists[index],
        isLast: index == parts.count - 1)
    }
    reader.countPlaces()
    let relinking = finish(reader, today: today, names)
    if var content = title?.content {
      _ = relinking.apply(to: &content)
      brief.heading = content
      titleHeading = content.cleanText
    }
    for index in parts.indices { relinking.apply(to: &parts[index].blocks) }
    brief.lede = parts[0].blocks
    addSections(parts, lists, relinking)
  }

  /// The title that a document states, else its title's heading in plain text.
  static func title(of document: Document) -> String? {
    var parts = document.parts
    return StatedTitle.read(parts[0].blocks)
      ?? takeTitle(of: &parts, titled: nil)?.content.cleanText
  }

  /// Takes the title's own heading out of the parts; its blocks join what stands before it.
  ///
  /// That is the first heading of level 1 that is neither empty nor the name of a list of sources or
  /// of a table of contents; where the title is known, `titled`, only one that says nothing else.
  private static func takeTitle(of parts: inout [Part], titled: String?) -> Heading? {
    let index = parts.firstIndex { part in
      guard let heading = part.heading, heading.level == 1 else { return false }
      return !heading.content.isEmpty && isTitle(heading.content.plainText)
    }
    guard let index else { return nil }
    if let titled, let own = parts[index].heading?.content.plainText,
      !TitleEcho.holds(titled, own, isAlone: parts.count { $0.heading?.level == 1 } == 1)
    {
      return nil
    }
    let title = parts.remove(at: index)
    let before = takeContents(of: &parts, before: index)
    parts[before].blocks += title.blocks
    return title.heading
  }

  /// Takes a table of contents that is all before the title into the lede, as what stands below the
  /// title is no part of it; returns the part before the title.
  private static func takeContents(of parts: inout [Part], before index: Int) -> Int {
    let contents = parts[1..<index]
    guard contents.allSatisfy({ $0.heading.map(isContents) ?? false }) else { return index - 1 }
    for part in contents {
      if let heading = part.heading {
        parts[0].blocks.append(.heading(level: heading.level, heading.content))
      }
      parts[0].blocks += part.blocks
    }
    parts.removeSubrange(1..<index)
    return 0
  }

  /// Takes headings right below the title into the lede that have no text, and say the title again or
  /// of which day the brief is: as sections they would head all others.
  private static func takeEchoes(of title: String, from parts: inout [Part]) {
    let echoes = parts.dropFirst().dropLast().prefix { part in
      guard let heading = part.heading, heading.level == 1 else { return false }
      return part.blocks.allSatisfy { $0 == .rule }
        && TitleEcho.isEcho(heading.content.plainText, of: title)
    }
    for part in echoes {
      guard let heading = part.heading else { continue }
      parts[0].blocks.append(.heading(level: heading.level, heading.content))
      parts[0].blocks += part.blocks
    }
    parts.removeSubrange(echoes.indices)
  }

  private static func isContents(_ heading: Heading) -> Bool {
    ContentsHeading.matches(heading.content.plainText)
  }

  /// Whether a heading may be the title, as it is no word that heads a part of any brief.
  static func isTitle(_ heading: String) -> Bool {
    !SourceHeading.isSure(heading) && !ContentsHeading.matches(heading)
  }

  /// The parts that are lists of sources, with those under their subheadings, and the parts whose
  /// numbers they explain: those under the heading above theirs.
  private static func lists(in parts: [Part]) -> [NumberedLists.Scope?] {
    var scope: NumberedLists.Scope?
    var listLevel: Int?
    // The last part of each level of heading, so that nothing is looked for again.
    var latest = [Int](repeating: 0, count: 6)
    return parts.indices.map { index in
      guard let heading = parts[index].heading else { return nil }
      defer { latest[min(6, max(1, heading.level)) - 1] = index }
      if let level = listLevel, heading.level <= level { listLevel = nil }
      let isNamed = SourceHeading.matches(heading.content.plainText)
      guard isNamed || listLevel != nil else { return nil }
      var blocks = parts[index].blocks
      if isNamed, blocks.isEmpty, index + 1 < parts.count,
        let next = parts[index + 1].heading, next.level > heading.level
      {
        blocks = parts[index + 1].blocks
      }
      guard LinkList.isList(blocks, isAnnounced: true) else { return nil }
      if listLevel == nil {
        listLevel = heading.level
        let above = latest[..<min(6, max(0, heading.level - 1))].max() ?? 0
        scope = NumberedLists.Scope(root: index, parts: above...index)
      }
      return scope
    }
  }

  private mutating func finish(
    _ reader: CitationReader, today: CalendarDate, _ names: NamedEntries?
  ) -> Relinking {
    var resolved = ResolvedUses(reader, names)
    if !resolved.citeCompanions { brief.notices.append(.citesFirstAddresses) }
    let (sources, index) = resolved.table.finished(
      numbers: resolved.numbers, taken: resolved.taken,
      digitsAreNames: !resolved.labelsAreCounted, today: today)
    brief.sources = sources
    brief.repeatedEntries = reader.defined.repeated
    brief.strayNumbers = resolved.stray
    var relinking = Relinking(reader)
    for (use, role) in resolved.uses {
      switch role {
      case .text: relinking.set(use, .text)
      case .name: relinking.set(use, .name)
      case .nothing: relinking.set(use, .nothing)
      case .entry(let number, let note, let isShared):
        let link = reader.links[use]
        guard let source = index[link.source] else { continue }
        relinking.set(use, .source(source))
        brief.sources[source].entries.append(
          SourceEntry(
            number: number, note: note, isShared: isShared, url: link.url, range: link.range,
            line: link.line, column: link.column))
      case .citation(let own):
        relinking.set(use, reader.isHidden(use) ? .nothing : .citations(own..<own + 1))
      }
    }
    addCitations(&resolved, index)
    return relinking
  }

  private mutating func addCitations(_ resolved: inout ResolvedUses, _ index: [Int: Int]) {
    swap(&brief.citations, &resolved.citations)
    for own in brief.citations.indices {
      let source = brief.citations[own].source.flatMap { index[$0] }
      brief.citations[own].source = source
      guard let source else { continue }
      brief.sources[source].citations.append(own)
      brief.citations[own].isName =
        !resolved.labelsAreCounted
        && brief.citations[own].isNameOfDigits(besides: brief.sources[source].number)
    }
  }

  private mutating func addSections(
    _ parts: [Part], _ lists: [NumberedLists.Scope?], _ relinking: Relinking
  ) {
    var slugs = Slugs()
    var next = brief.citations.prefix { $0.section == nil }.count
    for (index, part) in parts.enumerated() where index > 0 {
      guard var heading = part.heading else { continue }
      let count = brief.citations[next...].prefix { $0.section == index - 1 }.count
      _ = relinking.apply(to: &heading.content)
      let text = heading.content.cleanText
      let title = text.contains { !$0.isWhitespace } ? text : "Untitled"
      brief.sections.append(
        Section(
          id: slugs.unique(for: title), heading: heading.content, title: title,
          level: heading.level, kind: lists[index] == nil ? .body : .sources, blocks: part.blocks,
          citations: next..<next + count, line: heading.line))
      next += count
    }
  }
}

extension Citation {
  /// Whether it is a link labelled with digits that are no number of its source.
  fileprivate func isNameOfDigits(besides number: Int) -> Bool {
    form.isLink && label.utf8.allSatisfy(\.isDigit) && label != "\(number)"
  }
}
