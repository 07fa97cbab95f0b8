import BriefModel

extension BriefOrder {
  /// The SQL after `ORDER BY`, of the table `brief`.
  var sql: String {
    switch self {
    case .unread: "brief.flags & 1 DESC, brief.day DESC, brief.id DESC"
    case .date, .rank: "brief.day DESC, brief.id DESC"
    case .title: "brief.title COLLATE NOCASE, brief.day DESC, brief.id DESC"
    case .folder:
      "(SELECT path FROM folder WHERE id = brief.folder), brief.day DESC, brief.id DESC"
    case .sources: "brief.sources DESC, brief.day DESC, brief.id DESC"
    }
  }
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
