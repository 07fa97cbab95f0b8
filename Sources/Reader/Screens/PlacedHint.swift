/// A hint and where in the status line it stands.
struct PlacedHint: Equatable {
  let keys: String
  let words: String
  let row: Int
  let column: Int
}
