import BriefModel

/// Sources that only the list has.
enum UncitedSource {
  /// More entries than that are told together where nothing cites any of their list.
  private static let listLimit = 3
  /// More than that are told together in any list.
  private static let remarkLimit = 10
  /// As many characters of a title are shown.
  private static let titleLimit = 80

  /// A source that nothing cites, and its entry.
  private struct Uncited {
    let source: Source
    let entry: SourceEntry
    /// The section of the list in which the entry stands; nil in the lede.
    let list: Int?
  }

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    // A brief that cites nothing at all is told once, by `UncitedSection`.
    guard brief.citations.contains(where: { $0.source != nil }) else { return [] }
    let listed = listed(in: manuscript)
    let marked = marked(in: manuscript)
    // The list of a story is its citing, unless the story cites most of it by numbers.
    let told = uncited(in: manuscript).filter { uncited in
      !manuscript.lists.areLocal
        || 2 * (marked[uncited.list] ?? 0) >= listed[uncited.list] ?? 0
    }
    return Dictionary(grouping: told, by: \.list).flatMap { list, uncited in
      let count = listed[list] ?? uncited.count
      let isWhole = uncited.count == count && count > listLimit
      guard isWhole || uncited.count > remarkLimit else { return uncited.map(remark) }
      return [together(uncited, of: count, manuscript)]
    }
  }

  private static func uncited(in manuscript: Manuscript) -> [Uncited] {
    let brief = manuscript.brief
    let notes = Set(brief.citations.lazy.filter { $0.form == .footnote }.map(\.label))
    // Of an entry that nothing can cite, `RepeatedDefinition` tells.
    let repeated = Set(brief.repeatedEntries.flatMap(\.links))
    return brief.sources.compactMap { source in
      // A note that is cited cites all that it names, though its mark leads to the first ones.
      guard source.citations.isEmpty,
        !source.entries.contains(where: { $0.note.map(notes.contains) ?? false }),
        let entry = source.entries.first(where: {
          !FurtherReading.has($0, manuscript) && !repeated.contains($0.range)
        })
      else { return nil }
      return Uncited(
        source: source, entry: entry, list: manuscript.sections.section(atLine: entry.line))
    }
  }

  /// How many sources of each list are cited by marks that are no links.
  private static func marked(in manuscript: Manuscript) -> [Int?: Int] {
    let brief = manuscript.brief
    return counts(
      manuscript,
      brief.sources.filter { source in
        source.citations.contains { !brief.citations[$0].form.isLink }
      })
  }

  /// How many sources each list has, by its section.
  private static func listed(in manuscript: Manuscript) -> [Int?: Int] {
    counts(manuscript, manuscript.brief.sources)
  }

  private static func counts(_ manuscript: Manuscript, _ sources: [Source]) -> [Int?: Int] {
    var counts: [Int?: Int] = [:]
    for source in sources {
      let lists = source.entries.map { manuscript.sections.section(atLine: $0.line) }
      for list in Set(lists) { counts[list, default: 0] += 1 }
    }
    return counts
  }

  private static func remark(_ uncited: Uncited) -> Remark {
    let source = uncited.source
    let title = source.title.map { "“\($0.shortened(to: titleLimit))”" }
    // What only leads on says nothing, and the list may call it by a name.
    let name = title ?? (source.url.leadsOn ? source.outlet : nil)
    return Remark(
      uncited.entry.range,
      "\(name ?? source.url.shownWithoutScheme) is listed, but nothing in the text cites it; "
        + "cite \(name == nil ? "it" : source.url.shown) where it is used, or remove the entry")
  }

  private static func together(
    _ uncited: [Uncited], of count: Int, _ manuscript: Manuscript
  ) -> Remark {
    let entries = uncited.map(\.entry).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let lines = manuscript.named(entries.map(\.range))
    let which =
      uncited.count == count
      ? "nothing in the text cites any of the \(count) sources of this list"
      : "nothing in the text cites \(uncited.count) of the \(count) sources of this list"
    return Remark(
      entries.first?.range ?? 0..<0,
      "\(which) (\(lines)); cite them where they are used, or remove their entries",
      related: entries.map(\.range))
  }
}

/// Lists of what to read beside the brief: its text need not cite that.
enum FurtherReading {
  private static let names = [
    "further reading", "read more", "more reading", "related", "links", "延伸阅读", "相关阅读",
    "関連記事", "더 읽기", "더 읽을거리", "weiterlesen", "lectures complémentaires",
  ]

  static func has(_ entry: SourceEntry, _ manuscript: Manuscript) -> Bool {
    guard let section = manuscript.sections.section(atLine: entry.line) else { return false }
    let title = manuscript.brief.sections[section].title.lowercased()
    return names.contains { title.contains($0) }
  }
}
