/// Where a command moves the cursor of a list.
enum ListMove: Equatable {
  /// So many rows on, or back.
  case by(Int)
  /// To a row, as far as there are so many.
  case to(Int)
}
