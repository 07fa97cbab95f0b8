/// The orders in which sources can be told.
package enum SourceOrder: String, CaseIterable, Sendable {
  /// As they are first met.
  case number
  /// The newest first; those without a date last.
  case date
  /// By name, capitals aside.
  case outlet
  /// The most cited first.
  case use
  /// By canonical URL, so that those of one host stand together.
  case url
}

extension SourceCatalog {
  /// The entries in an order; those that are equal in it stay by number.
  package func sorted(by order: SourceOrder) -> [Entry] {
    switch order {
    case .number: entries
    case .date:
      entries.sorted { first, second in
        switch (first.date, second.date) {
        case (let first?, let second?) where first != second: first > second
        case (.some, nil): true
        case (nil, .some): false
        default: first.number < second.number
        }
      }
    case .outlet: sorted { $0.outlet.lowercased() }
    case .url: sorted { $0.url.canonical }
    case .use: sorted { -$0.citations }
    }
  }

  private func sorted<Key: Comparable>(by key: (Entry) -> Key) -> [Entry] {
    let keyed = entries.map { (key($0), $0) }
    return keyed.sorted { ($0.0, $0.1.number) < ($1.0, $1.1.number) }.map(\.1)
  }
}
