/// What the labels of one brief call the publisher of each host.
struct OutletVotes {
  /// A name for a host, and how often it is used.
  struct Vote {
    let name: OutletName.Finding
    var count = 1
    /// Whether more than one address is called so.
    var isShared = false
    /// The source that was called so first, as `WebLink.source`.
    let first: Int
  }

  /// What one host is called.
  private struct Ballot {
    /// The first address of the host.
    let url: SourceURL
    /// How many labelled links lead to it.
    var links = 0
    /// Its names, with their votes in the order of first use.
    var places: [String: Int] = [:]
    var votes: [Vote] = []
    /// The label that was read last and the name in it: labels are often the same many times.
    var label: String?
    var name: OutletName.Finding?

    mutating func add(_ name: OutletName.Finding, for source: Int) {
      if let place = places[name.name] {
        votes[place].count += 1
        if votes[place].first != source { votes[place].isShared = true }
      } else {
        places[name.name] = votes.count
        votes.append(Vote(name: name, first: source))
      }
    }

    /// The words with which several certain names start, where none of them has most votes: the pages
    /// of the host have names of their own, `Example Maps` and `Example Mail`. Else the name that is
    /// used most: a certain one goes before any other, the earlier of two that are equal.
    var winner: Vote? {
      if let common { return common }
      return votes.dropFirst().reduce(votes.first) { best, vote in
        best.map { OutletVotes.precedes(vote, $0) ? vote : $0 }
      }
    }

    private var common: Vote? {
      let names = votes.filter(\.name.isCertain)
      let count = names.reduce(0) { $0 + $1.count }
      guard names.count > 1, !names.contains(where: { 2 * $0.count > count }) else { return nil }
      let words = names.map { $0.name.name.split(separator: " ") }
      let shared = words[0].indices.prefix { index in
        words.allSatisfy { $0.count > index && $0[index] == words[0][index] }
      }
      let name = words[0][..<shared.endIndex].joined(separator: " ")
      guard !name.isEmpty, OutletLikeness.holds(between: name, and: url) else { return nil }
      return Vote(
        name: OutletName.Finding(name: name, isCertain: true), count: count, isShared: true,
        first: names[0].first)
    }
  }

  private var places: [String: Int] = [:]
  private var ballots: [Ballot] = []

  /// Takes note of a label of a link's host; returns the name in it, where it is one.
  mutating func cast(_ label: String, for link: WebLink) -> OutletName.Finding? {
    let place = places[link.url.host] ?? ballots.count
    if place == ballots.count {
      places[link.url.host] = place
      ballots.append(Ballot(url: link.url))
    }
    ballots[place].links += 1
    if ballots[place].label != label {
      ballots[place].name = OutletVotes.name(in: label, of: link.url)
      // Behind some addresses of a host that hides who publishes, a label means something else.
      ballots[place].label = OutletName.hides(link.url) ? nil : label
    }
    guard let name = ballots[place].name else { return nil }
    ballots[place].add(name, for: link.source)
    return name
  }

  /// The name in a label. Where the host's own name is known, another that is like the host is
  /// rather a story of it (`Why GitHub`) or a slip (`Associate Press`), and not certain; on a
  /// platform every such name is that of one account (`Boston Rust Meetup`).
  private static func name(in label: String, of url: SourceURL) -> OutletName.Finding? {
    guard let found = OutletName.cited(label, of: url) else { return nil }
    guard found.isCertain else { return found }
    return OutletName.Finding(name: found.name, isCertain: isHostsOwn(found.name, url))
  }

  /// Whether a name that is like the host, or ends as the names of media do, is the host's own.
  private static func isHostsOwn(_ name: String, _ url: SourceURL) -> Bool {
    if let domains = OutletAliases.domains(of: name) { return domains.contains(url.domain) }
    guard let row = OutletTable.row(host: url.host) else {
      if isPage(name, of: url) { return false }
      return !OutletLikeness.isOneOfMany(url)
        || OutletLikeness.areSame(name, String(url.domain.prefix { $0 != "." }))
    }
    return name.isWide
      ? row.name.isWide && row.name.prefix(2) == name.prefix(2)
      : OutletLikeness.areSame(name, row.name)
  }

  /// Whether a name is that of a page below a domain whose name is known: that name with more words,
  /// none of which its host has.
  private static func isPage(_ name: String, of url: SourceURL) -> Bool {
    guard url.host != url.domain, let row = OutletTable.row(host: url.domain),
      name.hasPrefix(row.name + " ")
    else { return false }
    return !name.dropFirst(row.name.count).split(separator: " ").contains { word in
      url.host.contains(word.lowercased())
    }
  }

  /// The votes when all are cast.
  struct Result {
    /// The place of each host.
    fileprivate let places: [String: Int]
    /// The name that is used most for each.
    fileprivate let winners: [Vote?]
    fileprivate let links: [Int]

    /// The name that is used most for a host.
    subscript(host: String) -> Vote? { places[host].flatMap { winners[$0] } }

    /// A name that is unlike the host, where most links to the host have it, and not one story.
    func shared(host: String) -> String? {
      guard let place = places[host], let vote = winners[place], vote.isShared,
        2 * vote.count > links[place]
      else { return nil }
      return vote.name.name
    }
  }

  /// Counts the votes.
  func counted() -> Result {
    Result(places: places, winners: ballots.map(\.winner), links: ballots.map(\.links))
  }

  private static func precedes(_ vote: Vote, _ best: Vote) -> Bool {
    vote.name.isCertain == best.name.isCertain
      ? vote.count > best.count : vote.name.isCertain
  }
}
