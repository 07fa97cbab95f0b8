/// The orders in which sources can be told, in the sources pane as in a bibliography.
package enum SourceOrder: String, CaseIterable, Sendable {
  /// As they are numbered.
  case number
  /// The newest first, those without a date last: a timeline.
  case date
  /// By name, capitals aside; each outlet's newest first.
  case outlet
  /// The most cited first.
  case use
  /// By canonical URL, so that those of one host stand together.
  case url
}

extension SourceOrder {
  /// Indices into `sources` in this order; those that are equal in it stay by number.
  package func indices<S: SourceRecord>(of sources: [S]) -> [Int] {
    switch self {
    case .number: sorted(sources) { _ in 0 }
    case .date: sorted(sources) { Newest(date: $0.date) }
    case .outlet: sorted(sources) { Named(name: $0.outlet.lowercased(), date: $0.date) }
    case .use: sorted(sources) { -$0.citationCount }
    case .url: sorted(sources) { $0.url.canonical }
    }
  }

  private func sorted<S: SourceRecord, Key: Comparable>(
    _ sources: [S], by key: (S) -> Key
  ) -> [Int] {
    let keys = sources.map(key)
    return sources.indices.sorted {
      keys[$0] == keys[$1]
        ? (sources[$0].number, $0) < (sources[$1].number, $1) : keys[$0] < keys[$1]
    }
  }

  /// The newest day first, no day last.
  private struct Newest: Comparable {
    var date: CalendarDate?

    static func < (first: Newest, second: Newest) -> Bool {
      guard let day = first.date else { return false }
      return second.date.map { $0 < day } ?? true
    }
  }

  private struct Named: Comparable {
    var name: String
    var date: CalendarDate?

    static func < (first: Named, second: Named) -> Bool {
      first.name == second.name
        ? Newest(date: first.date) < Newest(date: second.date) : first.name < second.name
    }
  }
}

extension SourceCatalog {
  /// The entries in an order.
  package func sorted(by order: SourceOrder) -> [Entry] {
    let entries = entries
    return order.indices(of: entries).map { entries[$0] }
  }
}
