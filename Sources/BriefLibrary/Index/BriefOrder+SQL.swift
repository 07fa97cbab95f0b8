import BriefModel

extension BriefOrder {
  /// The SQL after `ORDER BY`, of the table `brief`.
  var sql: String {
    switch self {
    case .unread: "brief.flags & 1 DESC, " + Self.newest
    case .date, .rank: Self.newest
    case .title: "brief.title COLLATE NOCASE, " + Self.newest
    case .folder: "(SELECT path FROM folder WHERE id = brief.folder), " + Self.newest
    case .sources: "brief.sources DESC, " + Self.newest
    }
  }

  /// Of one day, those that are dated by their file alone stand last.
  static let newest = "brief.day DESC, brief.origin IS 'file', brief.id DESC"
}

extension BriefGrouping {
  /// What is read of each row to tell its group.
  var column: String {
    switch self {
    case .none: ""
    case .day: ", brief.day"
    case .folder: ", folder.path"
    }
  }

  /// What stands before an order after `ORDER BY`.
  var sql: String {
    switch self {
    case .none: ""
    case .day: "brief.day DESC, "
    case .folder: "folder.path, "
    }
  }
}
