/// The brief that the cursor of the list goes to.
struct WantedRow: Sendable, Equatable {
  let id: Int64
  /// How many rows stand above it on the screen; nil for as many as above the cursor now.
  var above: Int?
}
