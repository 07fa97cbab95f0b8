/// Where the outlets stand in the titles of a brief's lists, as those show whose outlet is known: what
/// stands there in the others is their outlet, too.
struct OutletPlaces {
  private enum Place: Int, CaseIterable {
    case beforeDash
    case behindDash
    case behindComma
  }

  /// How many titles have a name that is known there, by the place.
  private var known = [Int](repeating: 0, count: Place.allCases.count)
  /// How many have anything there.
  private var all = [Int](repeating: 0, count: Place.allCases.count)

  /// As many titles with a known outlet show that it is no chance.
  private static let leastCount = 2

  /// Whether a title may have an outlet beside it.
  static func areIn(_ words: String) -> Bool {
    words.utf8.contains(0x2C) || words.holds("，") || dash(in: words) != nil
  }

  /// Takes note of words that are a title with its outlet, where that is known.
  mutating func add(_ words: String, outlet: String?, of url: SourceURL) {
    for place in Place.allCases {
      guard let name = OutletPlaces.parts(of: words, place)?.outlet else { continue }
      all[place.rawValue] += 1
      if name == outlet || OutletPlaces.isKnown(name, place, url) { known[place.rawValue] += 1 }
    }
  }

  /// The title and the outlet in words at whose place most others have known outlets.
  func parts(of words: String, _ url: SourceURL) -> OutletBeside.Parts? {
    for place in Place.allCases where isUsual(place) {
      if let parts = OutletPlaces.parts(of: words, place), OutletPlaces.isName(parts.outlet, url) {
        return parts
      }
    }
    return nil
  }

  private func isUsual(_ place: Place) -> Bool {
    let known = known[place.rawValue]
    return known >= OutletPlaces.leastCount && 2 * known >= all[place.rawValue]
  }

  private static func isKnown(_ name: String, _ place: Place, _ url: SourceURL) -> Bool {
    if OutletName.isHost(name, of: url) { return true }
    guard OutletName.listed(name, of: url) != nil else { return false }
    switch place {
    case .beforeDash, .behindDash: return OutletName.isKnown(name, for: url)
    // What stands behind a comma may be a part of the title that has a word of the host.
    case .behindComma: return OutletName.isTold(name, for: url)
    }
  }

  /// The most bytes of a name.
  private static let nameLimit = 40

  /// In Chinese, Japanese and Korean nothing but the place tells longer names from words.
  private static func isName(_ name: String, _ url: SourceURL) -> Bool {
    name.isWide
      ? name.utf8.count <= nameLimit && OutletName.stated(name, of: url) != nil
      : OutletName.listed(name, of: url) != nil
  }

  private static func parts(of words: String, _ place: Place) -> OutletBeside.Parts? {
    switch place {
    case .beforeDash, .behindDash:
      let isFirst = place == .beforeDash
      guard let dash = dash(in: words),
        let parts = words.parted(byLast: !isFirst, dash),
        !parts.before.isEmpty, !parts.behind.isEmpty
      else { return nil }
      let (title, outlet) = isFirst ? (parts.behind, parts.before) : (parts.before, parts.behind)
      return (String(title), String(outlet))
    case .behindComma:
      guard let comma = words.lastIndex(where: { $0 == "," || $0 == "，" }) else { return nil }
      let name = OutletName.trimmed(String(words[comma...]))
      return name.isEmpty || comma == words.startIndex ? nil : (String(words[..<comma]), name)
    }
  }

  private static func dash(in words: String) -> String? {
    OutletInTitle.dashes.first { words.holds($0) }
  }
}
