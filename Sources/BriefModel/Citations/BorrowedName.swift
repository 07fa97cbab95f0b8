/// Tells names of known outlets that are given to addresses at which these do not publish:
/// `Reuters` for `reuters.com.metals.example`.
///
/// A host that only looks like an outlet's must not earn its name. What the table of outlets has is
/// known for what it is; of other hosts a name of news is borrowed wherever they are, and any other
/// name where the host has the whole host of its outlet in it (`github-com.example`), as companies
/// have more domains than the table knows.
package enum BorrowedName {
  /// Whether the outlet of a name is known, and publishes elsewhere than at the address.
  package static func isBorrowed(_ name: String, at url: SourceURL) -> Bool {
    guard url.listedOutlet == nil, !OutletName.hides(url), !Collectors.have(url),
      !isReserved(url.domain),
      let outlet = KnownNames.outlet(name), !outlet.publishes(at: url)
    else { return false }
    if outlet.hosts.contains(where: { isEdition(url, of: $0) }) { return false }
    return outlet.isNews || outlet.hosts.contains { isWithin(url.host, $0) }
  }

  /// Whether a domain is one of those that nobody can have (RFC 2606).
  private static func isReserved(_ domain: String) -> Bool {
    let labels = domain.parts(at: ".")
    return ["example", "invalid", "test"].contains { $0 == labels.last }
      || labels.count == 2 && labels[0] == "example" && ["com", "net", "org"].contains(labels[1])
  }

  /// Whether a host has all of another one in it, with stops or hyphens between its labels, and more
  /// behind it.
  private static func isWithin(_ host: String, _ known: String) -> Bool {
    let (host, known) = (words(of: host), words(of: known))
    guard known.count < host.count else { return false }
    return (0..<host.count - known.count).contains { start in
      host[start..<start + known.count].elementsEqual(known)
    }
  }

  private static func words(of host: String) -> [Substring] {
    host.utf8.split { $0 == 0x2E || $0 == 0x2D }.map { Substring($0) }
  }

  /// Whether an address is at the same name in the domain of a country: `cnn.gr`, `forbes.com.mx`.
  /// Domains of countries that are sold to all the world say nothing of the outlet.
  private static func isEdition(_ url: SourceURL, of host: String) -> Bool {
    let labels = url.domain.parts(at: ".")
    guard let name = labels.first, let country = labels.last, country.utf8.count == 2,
      !worldwide.contains(String(country))
    else { return false }
    return SourceURL("https://" + host + "/")?.domain.parts(at: ".").first == name
  }

  /// What search engines take for domains without a country, those that cost nothing, and those that
  /// are one letter short of `.com` and `.net`.
  private static let worldwide: Set<String> = [
    "ac", "ad", "ag", "ai", "as", "bz", "cc", "cd", "cf", "cm", "co", "dj", "fm", "ga", "gg", "gl",
    "gq", "gs", "im", "io", "la", "li", "ly", "me", "ml", "ms", "mu", "ne", "nu", "om", "pw", "sc",
    "sh", "so", "sr", "st", "su", "tk", "to", "tv", "vc", "vg", "ws",
  ]
}
