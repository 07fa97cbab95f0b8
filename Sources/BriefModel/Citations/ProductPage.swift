/// Tells who publishes a page that is called after a product: `DeepSeek API Docs`, of DeepSeek.
enum ProductPage {
  /// What such a page is, behind the name.
  private static let kinds = [
    "API", "API Docs", "API Documentation", "API Reference", "Changelog", "Developer Docs", "Docs",
    "Documentation", "Help Center", "Release Info", "Release Notes", "SDK",
  ].map { " " + $0 }

  /// The last bytes of these: most names end otherwise.
  private static let endings = Set(kinds.compactMap(\.utf8.last))

  /// The name without what the page is, where the host is known by it and not by all of the words.
  static func publisher(in name: String, of url: SourceURL) -> String? {
    guard let last = name.utf8.last, endings.contains(last),
      let kind = kinds.filter(name.hasSuffix).max(by: { $0.utf8.count < $1.utf8.count }),
      !OutletName.isTold(name, for: url), !OutletLikeness.isWhole(name, in: url)
    else { return nil }
    let publisher = String(name.dropLast(kind.count))
    return OutletName.isKnown(publisher, for: url) ? publisher : nil
  }
}
