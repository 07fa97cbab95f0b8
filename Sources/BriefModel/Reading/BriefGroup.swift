/// By what a list of the library's briefs is parted.
package enum BriefGrouping: String, CaseIterable, Sendable {
  case none, day, folder
}

/// Neighbouring rows of a list that belong together.
package struct BriefGroup: Sendable, Equatable {
  /// What its rows have in common.
  package enum Name: Sendable, Equatable {
    /// Nil for briefs without a date.
    case day(CalendarDate?)
    /// An absolute path.
    case folder(String)
  }

  package var name: Name
  /// The first of its rows.
  package var first: Int
  package var count: Int
  /// How many of them have something unread.
  package var unread: Int

  package init(name: Name, first: Int, count: Int = 0, unread: Int = 0) {
    self.name = name
    self.first = first
    self.count = count
    self.unread = unread
  }
}
