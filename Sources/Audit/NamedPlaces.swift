import BriefModel

/// The places in an address where a name says whose page it is: the host, and what follows it on
/// hosts that show what others publish. Elsewhere the query and the fragment say nothing.
enum NamedPlaces {
  /// The fewest letters of a name that counts at the start or end of a longer word of the host.
  private static let affixMinimum = 5

  /// Whether a name in small letters stands in an address where it says whose page it is.
  static func hold(_ name: String, in url: SourceURL) -> Bool {
    let compact = name.filter { $0.isLetter || $0.isNumber }
    guard !compact.isEmpty else { return false }
    return isInHost(compact, url) || isInPath(name, compact, url)
  }

  /// Whether an address at a host that shows what others publish names their host.
  static func hold(host named: SourceURL, in url: SourceURL) -> Bool {
    guard Collectors.have(url) else { return false }
    let parts = url.ascii.lowercased().prefix { $0 != "#" }.split { "/:,@?&=".contains($0) }
    return parts.dropFirst(2).contains { part in
      part == named.domain || part.hasSuffix("." + named.domain)
    }
  }

  private static func isInHost(_ name: String, _ url: SourceURL) -> Bool {
    url.host.parts(at: ".").contains { label in
      let compact = label.filter { $0 != "-" }
      return compact == name || label.split(separator: "-").contains { $0 == name }
        || name.count >= affixMinimum && (compact.hasPrefix(name) || compact.hasSuffix(name))
    }
  }

  /// A part of the path that is the name is an account or a desk (`/ap/`); on hosts that collect,
  /// a word of it is enough.
  private static func isInPath(_ name: String, _ compact: String, _ url: SourceURL) -> Bool {
    let isCollector = Collectors.have(url)
    let own = name.split { !$0.isLetter && !$0.isNumber }
    return url.path.lowercased().split(separator: "/").contains { part in
      let words = part.split { !$0.isLetter && !$0.isNumber }
      return words.joined() == compact || isCollector && words.holds(own)
    }
  }
}

extension [Substring] {
  /// Whether other words stand in these, one after the other.
  fileprivate func holds(_ words: [Substring]) -> Bool {
    guard !words.isEmpty, words.count <= count else { return false }
    return (0...count - words.count).contains { start in
      self[start..<start + words.count].elementsEqual(words)
    }
  }
}
