/// How well a section is sourced: what it rests on.
package struct Sourcing: Sendable, Equatable {
  /// What a reader should know before trusting a section.
  package enum Weakness: Sendable, Equatable {
    /// It cites nothing that leads anywhere, and should.
    case uncited
    /// All that it cites comes from one outlet.
    case singleOutlet
  }

  /// Indices into `Brief.sources` of what the section cites, each once, in the order of the text; of a
  /// section that cites nothing what the list of its own has.
  package var sources: [Int]
  /// How often each of `sources` is cited in the section; never those of a list.
  package var uses: [Int]
  /// Whether the sources are those of a list that stands for the section.
  package var areListed = false
  /// How many outlets published them; on a platform each account is one.
  package var outletCount: Int
  /// How many of its citations lead to no source.
  package var lostCount: Int

  /// Whether the section is prose that should cite something.
  package var isExpected = false
  /// Nil for a section that rests on two outlets or more, and for one that needs none.
  package var weakness: Weakness?

  /// Sums up some citations of a brief.
  package init(of citations: some Sequence<Citation>, in brief: Brief) {
    sources = []
    uses = []
    lostCount = 0
    var places: [Int: Int] = [:]
    for citation in citations {
      guard let source = citation.source else {
        lostCount += 1
        continue
      }
      if let place = places[source] {
        uses[place] += 1
      } else {
        places[source] = sources.count
        sources.append(source)
        uses.append(1)
      }
    }
    outletCount = Publisher.count(of: sources.map { brief.sources[$0] })
  }

  /// Takes what a list has for what the section rests on.
  fileprivate mutating func list(_ listed: SourceLists.Listed) {
    areListed = true
    sources = listed.sources
    uses = listed.uses
    outletCount = listed.outletCount
  }
}

/// What each section of a brief rests on: the one place that decides it.
package struct SectionSourcing: Sendable {
  private let brief: Brief
  package let sections: SectionTree
  package let lists: SourceLists

  package init(_ brief: Brief) {
    self.brief = brief
    sections = SectionTree(brief.sections)
    lists = SourceLists(brief, sections)
  }

  /// What a section rests on together with its subsections.
  ///
  /// It should cite where it is prose of 25 words that does not sum up, and not below a section
  /// whose own text cites; a list of sources of its own is a citing. That it rests on one outlet
  /// is said of those whose own text cites.
  package subscript(index: Int) -> Sourcing {
    let section = brief.sections[index]
    var sourcing = Sourcing(of: brief.citations[brief.citationsBelow(index)], in: brief)
    sourcing.isExpected = isExpected(section, below: sections.parents[index])
    if sourcing.sources.isEmpty {
      if let listed = lists.served[index] {
        sourcing.list(listed)
      } else {
        sourcing.weakness = sourcing.isExpected ? .uncited : nil
      }
    } else if section.kind == .body, !section.citations.isEmpty, sourcing.outletCount == 1 {
      sourcing.weakness = .singleOutlet
    }
    return sourcing
  }

  private func isExpected(_ section: Section, below parent: Int?) -> Bool {
    if section.citations.isEmpty, let parent, !brief.sections[parent].citations.isEmpty {
      return false
    }
    return SourcedProse.holds(section)
  }
}

extension Brief {
  /// Indices of the citations of a section and its subsections.
  package func citationsBelow(_ section: Int) -> Range<Int> {
    let level = sections[section].level
    let end = sections[(section + 1)...].firstIndex { $0.level <= level } ?? sections.count
    let first = sections[section].citations.lowerBound
    return first..<max(first, sections[end - 1].citations.upperBound)
  }

  /// What a section rests on, its subsections counted; for many sections see `SectionSourcing`.
  package func sourcing(ofSection section: Int) -> Sourcing { SectionSourcing(self)[section] }
}
