/// What the labels of one brief call the publisher of each host.
struct OutletVotes {
  /// A name for a host, and how often it is used.
  struct Vote {
    let host: String
    let name: OutletName.Finding
    var count = 1
    /// Whether more than one address is called so.
    var isShared = false
    /// The address that was called so first.
    let first: String
  }

  /// In the order of first use.
  private var votes: [Vote] = []
  /// For each host and name, parted by a tab, its place in `votes`.
  private var places: [String: Int] = [:]
  /// How many labelled links each host has.
  private var links: [String: Int] = [:]

  /// Takes note of a label of a host; returns the name in it, where it is one.
  mutating func cast(_ label: String, for url: SourceURL) -> OutletName.Finding? {
    links[url.host, default: 0] += 1
    guard let name = OutletVotes.name(in: label, of: url) else { return nil }
    let key = url.host + "\t" + name.name
    if let place = places[key] {
      votes[place].count += 1
      if votes[place].first != url.canonical { votes[place].isShared = true }
    } else {
      places[key] = votes.count
      votes.append(Vote(host: url.host, name: name, first: url.canonical))
    }
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
      return !OutletLikeness.isOneOfMany(url)
        || OutletLikeness.areSame(name, String(url.domain.prefix { $0 != "." }))
    }
    return name.isWide
      ? row.name.isWide && row.name.prefix(2) == name.prefix(2)
      : OutletLikeness.areSame(name, row.name)
  }

  /// The votes when all are cast.
  struct Result {
    fileprivate let votes: [Vote]
    /// For each host the place of its name in `votes`.
    fileprivate let winners: [String: Int]
    fileprivate let links: [String: Int]

    /// The name that is used most for a host.
    subscript(host: String) -> Vote? { winners[host].map { votes[$0] } }

    /// A name that is unlike the host, where most links to the host have it, and not one story.
    func shared(host: String) -> String? {
      guard let vote = self[host], vote.isShared, 2 * vote.count > links[host, default: 0] else {
        return nil
      }
      return vote.name.name
    }
  }

  /// Counts the votes: a certain name goes before any other, the earlier of two that are equal.
  func counted() -> Result {
    var winners: [String: Int] = [:]
    for place in votes.indices {
      let host = votes[place].host
      if let best = winners[host], !OutletVotes.precedes(votes[place], votes[best]) { continue }
      winners[host] = place
    }
    return Result(votes: votes, winners: winners, links: links)
  }

  private static func precedes(_ vote: Vote, _ best: Vote) -> Bool {
    vote.name.isCertain == best.name.isCertain
      ? vote.count > best.count : vote.name.isCertain
  }
}
