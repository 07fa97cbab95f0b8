import BriefModel

/// The news outlets of the table by name.
enum KnownOutlets {
  /// Whose address it is, where a label is the name of a news outlet and the address is of another
  /// one that is known.
  ///
  /// Names of which one is a part of the other (`BBC` and `BBC News`) are of one house, and so is
  /// an address that has the name in it.
  static func other(than label: String, at url: SourceURL) -> String? {
    let name = key(label)
    guard let domains = domains[name], !domains.contains(url.domain),
      let row = OutletTable.row(of: url), row.kind != .hosting
    else { return nil }
    let other = key(row.name)
    let compact = name.filter { $0 != " " }
    guard !other.contains(name), !name.contains(other), !url.ascii.lowercased().contains(compact)
    else { return nil }
    return row.name
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
