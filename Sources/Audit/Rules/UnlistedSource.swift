import BriefModel

/// Sources that the list lacks.
enum UnlistedSource {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    guard !manuscript.lists.areLocal, hasList(manuscript) else { return [] }
    let brief = manuscript.brief
    let cited = brief.sources.filter { source in
      !source.citations.isEmpty && !source.url.isSearch
        && !(source.entries.isEmpty && isToldElsewhere(source.url))
    }
    let beside = besideEntries(manuscript)
    let isListed = { (source: Source) in
      source.entries.contains { !FurtherReading.has($0, manuscript) }
        || beside.contains(source.url.canonical)
    }
    let missing = cited.filter { !isListed($0) }
    let listed = cited.count - missing.count
    guard listed > 0, !missing.isEmpty else { return [] }
    // A list of a few of many sources was never meant to have them all: that is said once.
    guard listed >= missing.count else { return [whole(manuscript, listed, cited.count)] }
    return missing.compactMap { source in
      guard let first = source.citations.first else { return nil }
      return Remark(
        brief.citations[first].range,
        "\(source.outlet) is cited, but the list of sources does not have \(source.url.shown); "
          + "add it")
    }
  }

  /// The addresses that stand in lists of numbered definitions under words in place of a number.
  private static func besideEntries(_ manuscript: Manuscript) -> Set<String> {
    let entries = Set(manuscript.brief.sources.lazy.flatMap(\.entries).map(\.line))
    var blocks: [[ReferenceDefinition]] = []
    for definition in manuscript.definitions {
      if let last = blocks.last?.last, last.line + 1 == definition.line {
        blocks[blocks.count - 1].append(definition)
      } else {
        blocks.append([definition])
      }
    }
    let lists = blocks.filter { block in
      block.contains { $0.isNumbered && entries.contains($0.line) }
    }
    return Set(lists.joined().map(\.url.canonical))
  }

  /// What leads on, or nowhere, belongs into no list: `RedirectorURL` and `BadURL` tell it.
  private static func isToldElsewhere(_ url: SourceURL) -> Bool {
    url.leadsOn || BadURL.hasNoHost(url)
  }

  /// Whether what the brief lists is a list of its sources, and not notes that explain words.
  private static func hasList(_ manuscript: Manuscript) -> Bool {
    manuscript.brief.sources.lazy.flatMap(\.entries).contains { entry in
      guard entry.note != nil else { return true }
      let section = manuscript.sections.section(atLine: entry.line)
      return section.map { manuscript.brief.sections[$0].kind == .sources } ?? false
    } || citesByNotes(manuscript.brief)
  }

  /// Whether a brief cites by footnotes rather than by links beside which a few notes explain.
  private static func citesByNotes(_ brief: Brief) -> Bool {
    let cited = brief.citations.filter { $0.source != nil }
    let notes = cited.indices.count {
      cited[$0].form == .footnote
        && !(cited[$0].joinsMark && $0 > 0 && cited[$0].label == cited[$0 - 1].label)
    }
    return notes >= leastNotes && notes > cited.count { $0.form.isLink }
  }

  /// So many notes may be a list without a heading.
  private static let leastNotes = 3

  private static func whole(_ manuscript: Manuscript, _ listed: Int, _ count: Int) -> Remark {
    let entries = manuscript.brief.sources.flatMap(\.entries)
    let first = entries.min { $0.range.lowerBound < $1.range.lowerBound }
    return Remark(
      first?.range ?? 0..<0,
      "the list of sources has only \(listed) of the \(count) that are cited; "
        + "add the others, or remove the list")
  }
}
