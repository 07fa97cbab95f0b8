/// The keys by which documents cite entries: `reuters-2025-02-08`, and `reuters-2025-02-08-2` for
/// the next that would have the same.
enum CitationKeys {
  /// An entry with its key.
  struct Keyed {
    let key: String
    let entry: SourceCatalog.Entry
    /// Whether the publisher is known for news.
    let isNews: Bool
  }

  /// The entries with keys that are unique, whatever the case, and hold letters of ASCII, digits
  /// and `-` only. They go by number, so that no order changes them.
  static func keyed(_ entries: [SourceCatalog.Entry]) -> [Keyed] {
    var counts: [String: Int] = [:]
    var keys: [Int: String] = [:]
    for entry in entries.sorted(by: { $0.number < $1.number }) {
      let stem = stem(of: entry)
      var key = stem
      while counts[key] != nil {
        counts[stem, default: 1] += 1
        key = "\(stem)-\(counts[stem, default: 1])"
      }
      counts[key] = 1
      keys[entry.number] = key
    }
    return entries.map { entry in
      Keyed(
        key: keys[entry.number] ?? "source-\(entry.number)", entry: entry,
        isNews: OutletTable.row(of: entry.url)?.kind == .news)
    }
  }

  /// The first label of the registrable domain, and the date.
  private static func stem(of entry: SourceCatalog.Entry) -> String {
    let domain = SourceURL("https://\(entry.url.domain)")?.canonical.dropFirst(8) ?? ""
    let label = domain.utf8.prefix { $0.isLetter || $0.isDigit || $0 == 0x2D }
    let name = label.isEmpty ? "source" : String(decoding: label, as: UTF8.self)
    return entry.date.map { "\(name)-\($0)" } ?? name
  }
}
