import BriefModel

/// The file of a brief that was read and is not where it was.
struct LostFile: Sendable, Equatable {
  /// With the path that it had.
  let error: BriefError
  /// Whether the index had nothing to say of it, so that it was told as lost.
  var isTold = false
}
