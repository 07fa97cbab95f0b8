/// The addresses that have one publisher, as far as many briefs together can tell: those of a host
/// or of its registrable domain, or one alone where the host hides who publishes.
///
/// Within a brief its own labels count. Over many briefs each publisher has one name, so that its
/// articles stand together: that of the table of outlets, else the name that most briefs use.
package struct PublishingHost: Hashable, Sendable {
  /// The host, its registrable domain, or the address.
  package let key: String
  /// What the publisher is called where no label counts: its name in the table, or its domain.
  package let name: String
  /// Whether labels tell no other name: the table has it, or many publish at the very host.
  package let isKnown: Bool

  /// Of an address.
  package init(_ url: SourceURL) {
    let row = OutletTable.row(of: url)
    if OutletName.hides(url) {
      (key, name, isKnown) = (url.canonical, row?.name ?? url.host, false)
    } else if let row {
      let isHost = OutletTable.row(host: url.host) != nil
      (key, name, isKnown) = (isHost ? url.host : url.domain, Self.common(row.name), true)
    } else {
      let unnamed = OutletTable.unnamed(url)
      (key, name, isKnown) = (unnamed, unnamed, OutletLikeness.isOneOfMany(url))
    }
  }

  /// As it is kept: by its key and name.
  package init(key: String, name: String, isKnown: Bool) {
    self.key = key
    self.name = name
    self.isKnown = isKnown
  }

  /// The name by how many briefs use each: the one that most of them use.
  ///
  /// Who calls it `name` may do so for want of a label, so that a name which is like the host goes
  /// before that, the shortest of them where as many briefs use another; else it is `name` then.
  package func name(votes: [String: Int]) -> String {
    let most = votes.filter { $0.key != name }.values.max()
    guard !isKnown, let most else { return name }
    let best = votes.filter { $0.key != name && $0.value == most }.keys
    let found = if best.count == 1, most > votes[name] ?? 0 { best.first } else { likest(best) }
    guard let found else { return name }
    // A host of its own is no other outlet's that has the same initials.
    let isInitials = !isOfOneAddress && found.utf8.allSatisfy { $0 < 0x80 }
    return isInitials ? found : Self.common(found)
  }

  /// What an outlet is called that has several names, as one has in another script.
  private static func common(_ name: String) -> String {
    OutletAliases.domains(of: name)?.lazy
      .compactMap { OutletTable.row(host: $0)?.name }.first ?? name
  }

  /// Whether the key is one address, as its host hides who publishes.
  private var isOfOneAddress: Bool { key.contains("://") }

  private func likest(_ names: some Sequence<String>) -> String? {
    names.filter(isLike).min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  private func isLike(_ name: String) -> Bool {
    guard let url = SourceURL(isOfOneAddress ? key : "https://\(key)/") else { return false }
    return OutletLikeness.holds(between: name, and: url)
  }
}
