/// The rows of a list in linear mode: each is a sentence in as many lines as it needs.
struct LinearRows {
  let count: Int
  /// Lines that there are for them.
  let visible: Int
  /// The lines of a row.
  let lines: (Int) -> [String]

  /// How they fill the screen.
  var tall: TallRows {
    TallRows(count: count, visible: visible) { [lines] in lines($0).count }
  }
}
