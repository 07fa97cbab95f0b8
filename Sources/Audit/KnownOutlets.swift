import BriefModel

/// The news outlets of the table by name.
enum KnownOutlets {
  /// Whose address it is, where a label is the name of a news outlet and the address is of another
  /// one that is known, or at a host that only looks like the outlet's.
  ///
  /// Names of which one has the words of the other (`BBC` and `BBC News`) are of one house, and so
  /// is an address of a known outlet whose host, or whose account, has the name.
  static func other(than label: String, at url: SourceURL) -> String? {
    let label = read(label)
    guard let row = OutletTable.row(of: url) else {
      let isImitation =
        OutletLikeness.holds(between: label, and: url) && BorrowedName.isBorrowed(label, at: url)
      return isImitation ? OutletTable.unnamed(url) : nil
    }
    let other = KnownNames.plain(row.name)
    guard row.kind != .hosting, let outlet = KnownNames.outlet(label), outlet.isNews,
      !outlet.publishes(at: url)
    else { return nil }
    if OutletAliases.domains(of: label) != nil {
      let isOwn = outlet.hosts.contains { names($0, other) }
      return isOwn || NamedPlaces.hold(label.lowercased(), in: url) ? nil : row.name
    }
    guard let name = KnownNames.key(of: label), !areOfOneHouse(name, other),
      !NamedPlaces.hold(name, in: url)
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

  /// Whether the outlet of a domain has a name: another one of its house publishes there.
  private static func names(_ domain: String, _ name: String) -> Bool {
    guard let row = SourceURL("https://" + domain + "/").flatMap(OutletTable.row) else {
      return false
    }
    return areOfOneHouse(KnownNames.plain(row.name), name)
  }

  /// Whether one of two names has all words of the other, side by side; Chinese and Japanese part
  /// no words.
  private static func areOfOneHouse(_ a: String, _ b: String) -> Bool {
    let isParted = (a + b).utf8.allSatisfy { $0 < 0x80 }
    let (a, b) = isParted ? (" \(a) ", " \(b) ") : (a, b)
    return a.contains(b) || b.contains(a)
  }
}
