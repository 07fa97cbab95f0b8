/// What a brief's lists of sources are for: one for the brief, or one for each of its stories.
package struct SourceLists: Sendable {
  /// Whether there are several with prose between them: each then is the citing of its story.
  package let areLocal: Bool
  /// The sections that such lists stand for.
  package private(set) var served: Set<Int> = []

  /// Reads them from where the entries of the sources stand.
  package init(_ brief: Brief, _ sections: SectionTree) {
    let entries = brief.sources.flatMap(\.entries)
    let holders = Set(entries.compactMap { sections.section(atLine: $0.line) })
    let prose = brief.sections.indices.filter { brief.sections[$0].kind == .body }
    guard let first = holders.min(), let last = holders.max(),
      prose.contains(where: { $0 > first && $0 < last && !holders.contains($0) })
        || prose.count(where: holders.contains) > 1
    else {
      areLocal = false
      return
    }
    areLocal = true
    for holder in holders { serve(holder, brief.sections, sections) }
  }

  /// A list among prose stands for its section; one under a heading of its own for the section
  /// that this is below, or else for the one before.
  private mutating func serve(_ holder: Int, _ all: [Section], _ sections: SectionTree) {
    let isOwn = all[holder].kind == .sources
    if isOwn, let parent = sections.parents[holder] {
      served.formUnion(parent..<sections.ends[parent])
    } else if !isOwn {
      served.insert(holder)
    } else if let before = all[..<holder].lastIndex(where: { $0.kind == .body }) {
      served.insert(before)
    }
  }
}
