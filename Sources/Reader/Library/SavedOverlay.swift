import BriefModel

/// The chooser of saved queries: all briefs, then each query with how many it finds.
struct SavedOverlay: Sendable, Equatable {
  var cursor = ListCursor()
  /// By name; nil within for a query that cannot be understood.
  var counts: [String: FoundCount?] = [:]
}
