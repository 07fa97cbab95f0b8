import BriefModel

/// What `broadsheet mark` does to briefs.
enum MarkAction: String, CaseIterable {
  case read, unread, star, unstar

  /// What has to change in a record; nothing where all is so already. A record without a number
  /// needs one before the changes can be kept.
  func changes(of parts: [BriefSummary.Part], _ record: ReadingRecord) -> [LibraryChange] {
    let id = record.id ?? 0
    switch self {
    case .read:
      return parts.filter { !record.state(of: $0).isRead }.map {
        .section(record: id, id: $0.id, read: $0.fingerprint)
      }
    case .unread:
      return parts.filter { record.state(of: $0) != .unread }.map {
        .section(record: id, id: $0.id, read: nil)
      }
    case .star, .unstar:
      let isStarred = self == .star
      return record.isStarred == isStarred ? [] : [.star(record: id, isStarred)]
    }
  }

  /// What briefs are afterwards.
  var participle: String {
    switch self {
    case .read: "marked read"
    case .unread: "marked unread"
    case .star: "starred"
    case .unstar: "unstarred"
    }
  }
}
