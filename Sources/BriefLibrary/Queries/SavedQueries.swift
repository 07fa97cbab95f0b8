package import BriefModel

/// Queries that are kept under names, each of which is a folder of its own: `in:name`.
package struct SavedQueries: Sendable {
  /// One of them.
  package struct Item: Sendable {
    package var name: String
    package var query: String
    /// Where it is set, as in `config.toml:12`.
    package var place: String

    package init(name: String, query: String, place: String) {
      self.name = name
      self.query = query
      self.place = place
    }
  }

  package let items: [Item]

  package init(_ items: [Item] = []) { self.items = items }

  /// The one of a name, in capitals or not; of two the first.
  func item(named name: String) -> Item? {
    let name = name.lowercased()
    return items.first { $0.name.lowercased() == name }
  }

  /// What is wrong with each that cannot be understood.
  package func mistakes(today: CalendarDate) -> [(item: Item, error: QueryError)] {
    var mistakes: [(item: Item, error: QueryError)] = []
    for item in items {
      do throws(QueryError) {
        _ = try Query(item.query, today: today, saved: self, within: [item.name.lowercased()])
      } catch {
        mistakes.append((item, error))
      }
    }
    return mistakes
  }
}
