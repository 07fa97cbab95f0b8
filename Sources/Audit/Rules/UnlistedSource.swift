import BriefModel

/// Sources that the list lacks.
enum UnlistedSource {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    guard !manuscript.lists.areLocal, hasList(manuscript) else { return [] }
    let brief = manuscript.brief
    // A search belongs into no list; `RedirectorURL` tells it.
    let cited = brief.sources.filter { !$0.citations.isEmpty && !$0.url.isSearch }
    let isListed = { (source: Source) in
      source.entries.contains { !FurtherReading.has($0, manuscript) }
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

  /// Whether what the brief lists is a list of its sources, and not one note that explains a word.
  private static func hasList(_ manuscript: Manuscript) -> Bool {
    var notes: Set<String> = []
    for entry in manuscript.brief.sources.lazy.flatMap(\.entries) {
      guard let note = entry.note else { return true }
      notes.insert(note)
      let section = manuscript.sections.section(atLine: entry.line)
      let isAnnounced = section.map { manuscript.brief.sections[$0].kind == .sources } ?? false
      if isAnnounced || notes.count > 1 { return true }
    }
    return false
  }

  private static func whole(_ manuscript: Manuscript, _ listed: Int, _ count: Int) -> Remark {
    let entries = manuscript.brief.sources.flatMap(\.entries)
    let first = entries.min { $0.range.lowerBound < $1.range.lowerBound }
    return Remark(
      first?.range ?? 0..<0,
      "the list of sources has only \(listed) of the \(count) that are cited; "
        + "add the others, or remove the list")
  }
}
