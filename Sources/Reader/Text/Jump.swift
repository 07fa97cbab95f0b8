import BriefModel

/// Where to go in a brief once it is there.
enum Jump: Sendable, Equatable {
  /// Where reading stopped, the top at first.
  case kept
  case top
  case place(Place)
  case anchor(String)
  case firstUnread
  case lastUnread
}
