import BriefModel

/// The news outlets of the table by name.
enum KnownOutlets {
  /// Whose address it is, where a label is the name of a news outlet and the address is of another
  /// one that is known.
  ///
  /// Names of which one is a part of the other (`BBC` and `BBC News`) are of one house, and so is
  /// an address that has the name in it.
  static func other(than label: String, at url: SourceURL) -> String? {
    guard let row = OutletTable.row(of: url), row.kind != .hosting else { return nil }
    let other = key(row.name)
    if let domains = OutletAliases.domains(of: label) {
      let isOwn = domains.contains(url.domain) || domains.contains { names($0, other) }
      return isOwn || holds(url, word: label.lowercased()) ? nil : row.name
    }
    guard let name = name(in: label), domains[name]?.contains(url.domain) != true else {
      return nil
    }
    let compact = name.filter { $0 != " " }
    guard !other.contains(name), !name.contains(other), !url.ascii.lowercased().contains(compact)
    else { return nil }
    return row.name
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
    let own = key(row.name)
    return own.contains(name) || name.contains(own)
  }

  /// Whether a word stands in an address for itself, as `ap` does in `/news/ap/tin`.
  private static func holds(_ url: SourceURL, word: String) -> Bool {
    url.ascii.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
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
