import BriefModel

/// Sources that only the list has.
enum UncitedSource {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    // A brief that cites nothing at all is told once, by `UncitedSection`; the list of a story is
    // its citing.
    guard !manuscript.lists.areLocal, brief.citations.contains(where: { $0.source != nil }) else {
      return []
    }
    let notes = Set(brief.citations.lazy.filter { $0.form == .footnote }.map(\.label))
    return brief.sources.compactMap { source in
      // A note that is cited cites all that it names, though its mark leads to the first.
      guard source.citations.isEmpty,
        !source.entries.contains(where: { $0.note.map(notes.contains) ?? false }),
        let entry = source.entries.first(where: { !FurtherReading.has($0, manuscript) })
      else { return nil }
      return Remark(
        entry.range,
        "\(source.outlet) is listed, but nothing in the text cites it; cite \(source.url.shown) "
          + "where it is used, or remove the entry")
    }
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
