import BriefModel

/// What `broadsheet mark` does to briefs.
enum MarkAction: String, CaseIterable {
  case read, unread, star, unstar

  /// What has to change in a record; nothing where all is so already. A record without a number
  /// needs one before the changes can be kept.
  func changes(of brief: BriefKey, _ record: ReadingRecord) -> [LibraryChange] {
    let id = record.id ?? 0
    switch self {
    case .read:
      let unread = record.partsToRead(brief.parts, lede: brief.lede)
        .filter { !record.state(of: $0).isRead }
      return record.marking(unread, of: brief.parts, read: true, lede: brief.lede).map {
        .section(record: id, id: $0.id, read: $0.fingerprint)
      }
    case .unread:
      let marked = brief.parts.filter { record.readSections[$0.id] != nil }
      return record.marking(marked, of: brief.parts, read: false, lede: brief.lede).map {
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
