/// The sources of any number of briefs, joined by their canonical URL, and what cites each.
package struct SourceCatalog: Sendable {
  /// A section that cites a source, or a list of sources that has it without the text citing it.
  package struct Use: Sendable, Equatable {
    /// The brief's path, as given.
    package var path: String
    /// The section's title; nil in the title and the lede.
    package var section: String?
    /// 1-based line in the file of the first citation, or of the entry where there is none.
    package var line: Int
    /// How many citations the section has of the source; 0 for a mere entry.
    package var count: Int
  }

  /// One source.
  package struct Entry: Sendable, Equatable {
    /// 1-based, in the order of the briefs and then of each brief's sources.
    package var number: Int
    /// The URL as first written.
    package var url: SourceURL
    package var outlet: String
    package var title: String?
    package var date: CalendarDate?
    /// Whether a list of sources of any brief has it.
    package var isListed: Bool
    /// In the order of the briefs and of their lines.
    package var uses: [Use]

    /// How many citations there are of it in all briefs.
    package var citationCount: Int { uses.reduce(0) { $0 + $1.count } }
  }

  private var found: [Entry] = []
  private var places: [String: Int] = [:]
  private var briefs = 0
  /// For each host how many briefs use each name.
  private var votes: [PublishingHost: [String: Int]] = [:]

  package init() {}

  /// In the order of their numbers. What one brief alone calls its sources stands; over several,
  /// each publisher has one name, which is looked for at each call.
  package var entries: [Entry] {
    guard briefs > 1 else { return found }
    var names: [PublishingHost: String] = [:]
    return found.map { entry in
      let host = PublishingHost(entry.url)
      let name = names[host] ?? host.name(votes: votes[host] ?? [:])
      names[host] = name
      var entry = entry
      entry.outlet = name
      return entry
    }
  }

  /// Adds the sources of a brief.
  package mutating func add(_ brief: Brief) {
    briefs += 1
    var voted: Set<Vote> = []
    for source in brief.sources {
      let place = place(of: source)
      found[place].isListed = found[place].isListed || source.isListed
      if found[place].title == nil { found[place].title = source.title }
      if found[place].date == nil { found[place].date = source.date }
      found[place].uses += SourceCatalog.uses(of: source, in: brief)
      let vote = Vote(host: PublishingHost(source.url), name: source.outlet)
      if voted.insert(vote).inserted { votes[vote.host, default: [:]][vote.name, default: 0] += 1 }
    }
  }

  private struct Vote: Hashable {
    var host: PublishingHost
    var name: String
  }

  private mutating func place(of source: Source) -> Int {
    if let place = places[source.url.canonical] { return place }
    let place = found.count
    places[source.url.canonical] = place
    found.append(
      Entry(
        number: place + 1, url: source.url, outlet: source.outlet, title: source.title,
        date: source.date, isListed: false, uses: []))
    return place
  }

  /// The citations of a source, section by section. Their order is that of the text, so that those
  /// of one section stand together.
  private static func uses(of source: Source, in brief: Brief) -> [Use] {
    var uses: [(section: Int?, use: Use)] = []
    for index in source.citations {
      let citation = brief.citations[index]
      if let last = uses.indices.last, uses[last].section == citation.section {
        uses[last].use.count += 1
        continue
      }
      let title = citation.section.map { brief.sections[$0].title }
      let use = Use(path: brief.path, section: title, line: citation.line, count: 1)
      uses.append((citation.section, use))
    }
    if uses.isEmpty, let entry = source.entries.first {
      let next = brief.sections.partitioningIndex { $0.line > entry.line }
      let section = next > 0 ? brief.sections[next - 1] : nil
      return [Use(path: brief.path, section: section?.title, line: entry.line, count: 0)]
    }
    return uses.map(\.use)
  }
}
