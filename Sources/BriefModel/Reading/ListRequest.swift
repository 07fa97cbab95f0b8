/// What a list of the library's briefs is to show.
package struct ListRequest: Sendable, Equatable {
  /// In the language of queries; empty for all briefs.
  package var query: String
  package var order: BriefOrder
  package var grouping: BriefGrouping
  /// Whether the query is still being typed, so that its last word may go on.
  package var isTyped: Bool
  /// The index's number of a brief, where those that share sources with it are asked for instead.
  package var related: Int64?

  /// Whether all briefs are asked for.
  package var isWhole: Bool { query.isEmpty && related == nil }

  /// Whether the same briefs are asked for, be it in another order.
  package func asksTheSame(as other: ListRequest?) -> Bool {
    query == other?.query && related == other?.related
  }

  package init(
    query: String = "", order: BriefOrder = .unread, grouping: BriefGrouping = .none,
    isTyped: Bool = false, related: Int64? = nil
  ) {
    self.grouping = grouping
    self.related = related
    self.query = query
    self.order = order
    self.isTyped = isTyped
  }
}

/// How many briefs a library has, and how many of them have something unread, changed or a star.
package struct LibraryCounts: Sendable, Equatable {
  package var briefs: Int
  package var unread: Int
  package var changed: Int
  package var starred: Int

  package init(briefs: Int = 0, unread: Int = 0, changed: Int = 0, starred: Int = 0) {
    self.briefs = briefs
    self.unread = unread
    self.changed = changed
    self.starred = starred
  }
}

/// How many briefs a query finds, and how many of them have something unread.
package struct FoundCount: Sendable, Equatable {
  package var briefs: Int
  package var unread: Int

  package init(briefs: Int, unread: Int) {
    self.briefs = briefs
    self.unread = unread
  }
}
