import BriefModel

/// The news outlets of the table by name.
enum KnownOutlets {
  /// Whose address it is, where a label is the name of a news outlet and the address is of another
  /// one that is known.
  ///
  /// Names of which one has the words of the other (`BBC` and `BBC News`) are of one house, and so
  /// is an address whose host, or whose account, has the name.
  static func other(than label: String, at url: SourceURL) -> String? {
    guard let row = OutletTable.row(of: url), row.kind != .hosting else { return nil }
    let label = read(label)
    let other = key(row.name)
    if let domains = OutletAliases.domains(of: label) {
      let isOwn = domains.contains(url.domain) || domains.contains { names($0, other) }
      return isOwn || NamedPlaces.hold(label.lowercased(), in: url) ? nil : row.name
    }
    guard let name = name(in: label), domains[name]?.contains(url.domain) != true,
      !areOfOneHouse(name, other), !NamedPlaces.hold(name, in: url)
    else { return nil }
    return row.name
  }

  /// A label with look-alike and full-width letters as those of ASCII; a word of three may be one of
  /// another script (`ВВС`).
  private static func read(_ label: String) -> String {
    guard label.utf8.count < 100, let folded = LookAlikes.folded(label), folded.utf8.count > 3
    else {
      return label
    }
    return folded
  }

  /// The name that a label is, with or without `News` behind it.
  private static func name(in label: String) -> String? {
    let whole = key(label)
    if domains[whole] != nil { return whole }
    for ending in [" news", "新闻", "新聞"] where whole.hasSuffix(ending) {
      let name = String(whole.dropLast(ending.count))
      if domains[name] != nil { return name }
    }
    return nil
  }

  /// Whether the outlet of a domain has a name: another one of its house publishes there.
  private static func names(_ domain: String, _ name: String) -> Bool {
    guard let row = SourceURL("https://" + domain + "/").flatMap(OutletTable.row) else {
      return false
    }
    return areOfOneHouse(key(row.name), name)
  }

  /// Whether one of two names has all words of the other, side by side; Chinese and Japanese part
  /// no words.
  private static func areOfOneHouse(_ a: String, _ b: String) -> Bool {
    let isParted = (a + b).utf8.allSatisfy { $0 < 0x80 }
    let (a, b) = isParted ? (" \(a) ", " \(b) ") : (a, b)
    return a.contains(b) || b.contains(a)
  }

  /// The registrable domains at which each publishes.
  private static let domains: [String: Set<String>] = {
    var domains: [String: Set<String>] = [:]
    for (host, row) in OutletTable.all where row.kind == .news {
      guard let url = SourceURL("https://" + host + "/") else { continue }
      domains[key(row.name), default: []].insert(url.domain)
    }
    return domains
  }()

  /// A name in lower case, without its article.
  private static func key(_ name: String) -> String {
    let lowered = name.lowercased()
    return lowered.hasPrefix("the ") ? String(lowered.dropFirst(4)) : lowered
  }
}
