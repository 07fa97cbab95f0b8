/// The orders in which a list of briefs can stand.
package enum BriefOrder: String, CaseIterable, Sendable {
  /// Those with something unread first, then the newest.
  case unread
  /// The newest first.
  case date
  /// By title, capitals aside.
  case title
  /// By folder, each folder's newest first.
  case folder
  /// Those with the most sources first.
  case sources
  /// Those that answer a search best first; the newest where no words were searched.
  case rank

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
