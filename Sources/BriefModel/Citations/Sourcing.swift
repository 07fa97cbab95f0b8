/// How well a section is sourced: what it rests on.
package struct Sourcing: Sendable, Equatable {
  /// What a reader should know before trusting a section.
  package enum Weakness: Sendable, Equatable {
    /// It cites nothing that leads anywhere.
    case uncited
    /// All that it cites comes from one outlet.
    case singleOutlet
  }

  /// Indices into `Brief.sources` of what the section cites, each once, in the order of the text.
  package var sources: [Int]
  /// How often each of `sources` is cited in the section.
  package var uses: [Int]
  /// How many outlets published them.
  package var outletCount: Int
  /// How many of its citations lead to no source.
  package var lostCount: Int

  /// Nil for a section that rests on two outlets or more.
  package var weakness: Weakness? {
    switch outletCount {
    case 0: .uncited
    case 1: .singleOutlet
    default: nil
    }
  }

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
    outletCount = Set(sources.map { brief.sources[$0].outlet }).count
  }
}

extension Brief {
  /// What a section rests on, its subsections not counted.
  package func sourcing(ofSection section: Int) -> Sourcing {
    Sourcing(of: citations[sections[section].citations], in: self)
  }
}
