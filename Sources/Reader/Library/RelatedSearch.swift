import BriefModel

/// The search for briefs that share sources with another, while its answer is awaited.
struct RelatedSearch: Sendable, Equatable {
  /// The brief that it is about.
  let brief: Int64
  /// The list that stays where nothing is found.
  let request: ListRequest
  /// Whether the brief was being read.
  let isFromText: Bool
}
