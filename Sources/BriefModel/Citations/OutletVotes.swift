/// What the labels of one brief call the publisher of each host.
struct OutletVotes {
  /// A name for a host, and how often it is used.
  struct Vote {
    let host: String
    let name: OutletName.Finding
    var count = 1
  }

  /// In the order of first use.
  private var votes: [Vote] = []
  /// For each host and name, parted by a tab, its place in `votes`.
  private var places: [String: Int] = [:]

  /// Takes note of a label of a host; returns the name in it, where it is one.
  mutating func cast(_ label: String, for url: SourceURL) -> OutletName.Finding? {
    guard let name = OutletVotes.name(in: label, of: url) else { return nil }
    let key = url.host + "\t" + name.name
    if let place = places[key] {
      votes[place].count += 1
    } else {
      places[key] = votes.count
      votes.append(Vote(host: url.host, name: name))
    }
    return name
  }

  /// The name in a label. Where the host's own name is known, another that is like the host is
  /// rather a story of it (`Why GitHub`) or a slip (`Associate Press`), and not certain.
  private static func name(in label: String, of url: SourceURL) -> OutletName.Finding? {
    guard let found = OutletName.cited(label, of: url) else { return nil }
    guard found.isCertain, !found.name.isWide, let row = OutletTable.row(host: url.host),
      !OutletLikeness.areSame(found.name, row.name)
    else { return found }
    return OutletName.Finding(name: found.name, isCertain: false)
  }

  /// The votes when all are cast.
  struct Result {
    fileprivate let votes: [Vote]
    /// For each host the place of its name in `votes`.
    fileprivate let winners: [String: Int]

    /// The name that is used most for a host.
    subscript(host: String) -> Vote? { winners[host].map { votes[$0] } }
  }

  /// Counts the votes: a certain name goes before any other, the earlier of two that are equal.
  func counted() -> Result {
    var winners: [String: Int] = [:]
    for place in votes.indices {
      let host = votes[place].host
      if let best = winners[host], !OutletVotes.precedes(votes[place], votes[best]) { continue }
      winners[host] = place
    }
    return Result(votes: votes, winners: winners)
  }

  private static func precedes(_ vote: Vote, _ best: Vote) -> Bool {
    vote.name.isCertain == best.name.isCertain
      ? vote.count > best.count : vote.name.isCertain
  }
}
