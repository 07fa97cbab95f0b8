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
}
