/// The names of the table of outlets, and the hosts at which each publishes.
///
/// A name is known in small and in capital letters, with and without its article, and that of news
/// with `News` behind it.
package struct KnownNames {
  /// What the table has of one name.
  package struct Outlet: Sendable {
    /// Its hosts, in ASCII.
    package fileprivate(set) var hosts: [String]
    /// Whether it is one of news.
    package fileprivate(set) var isNews: Bool

    /// Whether an address lies at the registrable domain of one of its hosts.
    package func publishes(at url: SourceURL) -> Bool {
      hosts.contains { $0 == url.domain || $0.hasSuffix("." + url.domain) }
    }
  }

  /// The outlet of a name, other names of well-known ones included; nil for one that is not known.
  package static func outlet(_ name: String) -> Outlet? {
    if let hosts = OutletAliases.domains(of: name) { return Outlet(hosts: hosts, isNews: true) }
    return key(of: name).flatMap { outlets[$0] }
  }

  /// The key of a name in the table, with or without `News` behind it; nil where it has none.
  package static func key(of name: String) -> String? {
    let whole = plain(name)
    if outlets[whole] != nil { return whole }
    for ending in [" news", "新闻", "新聞"] where whole.hasSuffix(ending) {
      let name = String(whole.dropLast(ending.count))
      if outlets[name]?.isNews == true { return name }
    }
    return nil
  }

  /// A name in lower case, without its article.
  package static func plain(_ name: String) -> String {
    let lowered = name.lowercased()
    return lowered.hasPrefix("the ") ? String(lowered.dropFirst(4)) : lowered
  }

  private static let outlets: [String: Outlet] = {
    var outlets: [String: Outlet] = [:]
    for (host, row) in OutletTable.all {
      let isNews = row.kind == .news
      outlets[plain(row.name), default: Outlet(hosts: [], isNews: false)].hosts.append(host)
      if isNews { outlets[plain(row.name)]?.isNews = true }
    }
    return outlets
  }()
}
