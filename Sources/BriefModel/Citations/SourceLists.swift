/// What a brief's lists of sources are for: one for the brief, or one for each of its stories.
package struct SourceLists: Sendable {
  /// Whether each is the citing of its story: there are several with prose between them, or one
  /// section has one that nothing cites, while others cite by links of their own.
  package let areLocal: Bool
  /// What a list has, summed up once for all sections that it stands for.
  package struct Listed: Sendable {
    /// Indices into `Brief.sources`, each once, in the order of the list.
    package let sources: [Int]
    /// How often each is cited there: never.
    let uses: [Int]
    /// How many outlets published them.
    let outletCount: Int

    fileprivate init(_ sources: [Int], _ brief: Brief) {
      var known: Set<Int> = []
      self.sources = sources.filter { known.insert($0).inserted }
      uses = self.sources.map { _ in 0 }
      outletCount = Publisher.count(of: self.sources.lazy.map { brief.sources[$0] })
    }
  }

  /// The sections that such lists stand for.
  package private(set) var served: [Int: Listed] = [:]

  /// Reads them from where the entries of the sources stand.
  package init(_ brief: Brief, _ sections: SectionTree) {
    let held = SourceLists.held(brief, sections)
    let prose = brief.sections.indices.filter { brief.sections[$0].kind == .body }
    guard let first = held.keys.min(), let last = held.keys.max(),
      prose.contains(where: { $0 > first && $0 < last && held[$0] == nil })
        || prose.count(where: { held[$0] != nil }) > 1
        || first == last && SourceLists.isOfOneStory(first, held[first] ?? [], brief)
    else {
      areLocal = false
      return
    }
    areLocal = true
    serve(held, brief, sections)
  }

  /// The sources in each section that has entries, in the order of the entries.
  private static func held(_ brief: Brief, _ sections: SectionTree) -> [Int: [Int]] {
    var entries: [(place: Int, line: Int, source: Int)] = []
    for (source, own) in brief.sources.enumerated() {
      entries += own.entries.map { ($0.range.lowerBound, $0.line, source) }
    }
    var held: [Int: [Int]] = [:]
    for entry in entries.sorted(by: { $0.place < $1.place }) {
      guard let section = sections.section(atLine: entry.line) else { continue }
      held[section, default: []].append(entry.source)
    }
    return held
  }

  /// Whether the only list stands in the prose of one section, nothing cites what it has, and other
  /// sections cite by links.
  private static func isOfOneStory(_ holder: Int, _ listed: [Int], _ brief: Brief) -> Bool {
    brief.sections[holder].kind == .body
      && listed.allSatisfy { brief.sources[$0].citations.isEmpty }
      && brief.citations.contains {
        $0.source != nil && $0.form.isLink && $0.section.map { $0 != holder } ?? false
      }
  }

  /// A list among prose stands for its section; one under a heading of its own for the section
  /// that this is below, with all that is there and has no nearer one, or else for the one before.
  private mutating func serve(_ held: [Int: [Int]], _ brief: Brief, _ sections: SectionTree) {
    let all = brief.sections
    var own: [Int: [Int]] = [:]
    var below: [Int: [Int]] = [:]
    for holder in held.keys.sorted() {
      let sources = held[holder] ?? []
      if all[holder].kind != .sources {
        own[holder, default: []] += sources
      } else if let parent = sections.parents[holder] {
        below[parent, default: []] += sources
      } else if let before = all[..<holder].lastIndex(where: { $0.kind == .body }) {
        own[before, default: []] += sources
      }
    }
    for parent in below.keys.sorted() {
      let listed = Listed(below[parent] ?? [], brief)
      for section in parent..<sections.ends[parent] { served[section] = listed }
    }
    for (section, sources) in own { served[section] = Listed(sources, brief) }
  }
}
