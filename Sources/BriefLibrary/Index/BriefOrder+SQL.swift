import BriefModel

extension BriefOrder {
  /// The SQL after `ORDER BY`, of the table `brief`.
  var sql: String {
    switch self {
    case .unread: "brief.flags & 1 DESC, brief.day DESC, brief.id DESC"
    case .date, .rank: "brief.day DESC, brief.id DESC"
    case .title: "brief.title COLLATE NOCASE, brief.day DESC, brief.id DESC"
    case .folder:
      """
      (SELECT path FROM file JOIN folder ON folder.id = file.folder
       WHERE file.brief = brief.id ORDER BY path, name LIMIT 1), brief.day DESC, brief.id DESC
      """
    case .sources: "brief.sources DESC, brief.day DESC, brief.id DESC"
    }
  }
}
