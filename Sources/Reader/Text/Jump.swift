import BriefModel

/// Where to go in a brief once it is there.
enum Jump: Sendable, Equatable {
  /// Where reading stopped, the top at first.
  case kept
  case top
  /// To the words that were sought in the library.
  case sought([SoughtPhrase])
  case place(Place)
  /// Back to where one was, with the link that was selected there.
  case spot(Spot)
  case anchor(String)
  case firstUnread
  case lastUnread
  /// To a citation, by its index in `Brief.citations`.
  case citation(Int)
  /// To the first or the last citation of a source.
  case mention(SourceURL, isLast: Bool)
}
