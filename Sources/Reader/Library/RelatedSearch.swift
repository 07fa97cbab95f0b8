import BriefModel

/// A search for briefs that share sources with another.
struct RelatedSearch: Sendable, Equatable {
  /// The brief that it is about.
  let brief: Int64
  /// The list that it was asked for from, which stays where nothing is found.
  let request: ListRequest
  /// Whether the brief was being read.
  let isFromText: Bool
}
