/// Whose a page is on a host at which anybody may publish, from `Resources/platforms.tsv`.
///
/// The lines of the file are `host`, `path`, `kind` and `name`, parted by tabs and sorted by the
/// bytes of the host and then of the path (`SortedLines`). The host is in ASCII and without `www.`
/// and `m.`, `path` a `PlatformPath`, and in `name` an `@` stands for what it found; `-` is none.
enum PlatformTable {
  /// What stands at an address.
  enum Owner: Equatable {
    /// What an account publishes, by the platform's host and its name.
    case account(platform: String, name: String)
    /// Something that does not tell whose it is, and what it is called, where it is so in several
    /// forms of address.
    case work(String?)
    /// A page of the platform itself.
    case site
  }

  /// What a line of the table says of a path.
  enum Kind: String, CaseIterable {
    /// An account publishes what is below it.
    case account
    /// Somebody published it.
    case work
    /// The platform itself did.
    case site
    /// The host has the paths of another one, which is its name.
    case door
  }

  /// Whose an address is; nil for one that is on no platform.
  static func owner(of url: SourceURL) -> Owner? {
    if let owner = owner(of: url, at: url.host) { return owner }
    guard url.host != url.domain, let owner = owner(of: url, at: url.domain) else { return nil }
    return isOtherDoor(url) ? owner : .account(platform: url.domain, name: url.host)
  }

  /// Whether a host below the platform's domain has the same paths, as one for a country or a
  /// language has.
  private static func isOtherDoor(_ url: SourceURL) -> Bool {
    let parts = url.host.dropLast(url.domain.utf8.count + 1).split(separator: "-")
    return parts.count <= 2 && parts.allSatisfy { $0.utf8.count == 2 }
  }

  /// Whose an address is by the lines of exactly this host; nil where there are none.
  private static func owner(of url: SourceURL, at host: String) -> Owner? {
    var first: (kind: Kind, name: String)?
    forEachRow(of: host) { row in
      first = (row.kind, row.name.text)
      return false
    }
    return first.map { kind, name in
      kind == .door
        ? owner(of: url, byPathsOf: name, platform: name)
        : owner(of: url, byPathsOf: host, platform: url.domain)
    }
  }

  private static func owner(
    of url: SourceURL, byPathsOf host: String, platform: String
  ) -> Owner {
    var best: (precision: Int, owner: Owner) = (-1, .site)
    url.withPathAndQuery { path, query in
      forEachRow(of: host) { row in
        if let match = row.path.match(path, query: query), match.precision > best.precision {
          best = (match.precision, row.owner(match.name, platform))
        }
        return true
      }
    }
    return best.owner
  }

  /// A line of the table.
  private struct Row {
    let path: PlatformPath
    let kind: Kind
    let name: Bytes

    init?(_ line: Bytes) {
      let fields = line.split(separator: 0x09)
      guard fields.count == 4, let kind = Kind(rawValue: Bytes(rebasing: fields[2]).text) else {
        return nil
      }
      path = PlatformPath(Bytes(rebasing: fields[1]))
      self.kind = kind
      name = Bytes(rebasing: fields[3])
    }

    func owner(_ found: Bytes?, _ platform: String) -> Owner {
      let full = found.flatMap { found in
        name.firstIndex(of: 0x40, from: 0).map { place in
          name.slice(0..<place).text + found.text + name.slice(place + 1..<name.count).text
        }
      }
      switch kind {
      case .account: return full.map { .account(platform: platform, name: $0) } ?? .site
      case .work: return .work(full)
      case .site, .door: return .site
      }
    }
  }

  /// Gives the rows of exactly this host, until `body` returns false.
  private static func forEachRow(of host: String, _ body: (Row) -> Bool) {
    var host = host
    host.withUTF8 { host in
      PackageResources.platforms_tsv.withUnsafeBufferPointer { table in
        SortedLines(table).forEach(of: host) { Row($0).map(body) ?? true }
      }
    }
  }
}
