/// Who published a source, where a host is of many: the outlet, or the account on a platform.
package enum Publisher {
  /// What a publisher is called.
  package static func of(_ source: Source) -> String {
    guard case .account(_, let name)? = PlatformTable.owner(of: source.url) else {
      return source.outlet
    }
    let account = Sanitizer.line(name)
    return account == source.outlet ? account : "\(source.outlet) (\(account))"
  }

  /// Whether a name is that of the account to which an address belongs: `Anna B`, of `dev.to/annab`.
  static func isAccount(_ name: String, of url: SourceURL) -> Bool {
    guard case .account(_, let account)? = PlatformTable.owner(of: url) else { return false }
    return OutletLikeness.areSame(name, account)
  }

  /// How many published some sources.
  ///
  /// Where an address does not tell who published, as that of a video or one that leads on, each source
  /// counts as another one's: that they are of one publisher cannot be said.
  package static func count(of sources: some Sequence<Source>) -> Int {
    Set(sources.map(key)).count
  }

  /// The same for all that one published; names of accounts are the same in small letters, and
  /// `jane.medium.com` is `medium.com/@jane`.
  private static func key(_ source: Source) -> String {
    switch PlatformTable.owner(of: source.url) {
    case .account(let platform, let name)?: platform + "/" + account(name, on: platform)
    case .work(let name)?: name ?? source.url.canonical
    case .site?, nil: isHidden(source) ? source.url.canonical : source.outlet
    }
  }

  private static func account(_ name: String, on platform: String) -> String {
    let name = name.lowercased()
    let own = name.hasSuffix("." + platform) ? name.dropLast(platform.utf8.count + 1) : name[...]
    return String(own.first == "@" ? own.dropFirst() : own)
  }

  /// Whether an address only leads on to a source, and no label says who published that.
  private static func isHidden(_ source: Source) -> Bool {
    OutletName.hides(source.url)
      && source.outlet == OutletTable.row(of: source.url)?.name ?? source.url.host
  }

  /// Whether an address is of what somebody published on a host on which anybody may.
  package static func hasAccounts(_ url: SourceURL) -> Bool {
    switch PlatformTable.owner(of: url) {
    case .account?, .work?: true
    case .site?, nil: false
    }
  }
}
