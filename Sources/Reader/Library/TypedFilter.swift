import BriefModel

/// A filter while it is typed: where it began, to return there.
struct TypedFilter: Sendable, Equatable {
  /// The list that was shown.
  let request: ListRequest?
  /// The row that was under the cursor.
  let row: WantedRow?
  let spot: Spot
  /// The search that was on.
  let search: Search?
}
