import Cells

/// Which hints the status line has room for.
extension State {
  /// Columns between two hints.
  private static let hintGap = 2

  /// Columns that all hints take side by side, with the number that is typed before a key.
  var hintsWidth: Int {
    hints.reduce(countWidth) { $0 + Self.width(of: $1) + Self.hintGap }
  }

  /// The hints that have room, each whole; in a narrow window in linear mode in two rows.
  ///
  /// The last ones are left out first, but that of the help, which comes behind them, last of all.
  func placedHints(before end: Int) -> [PlacedHint] {
    var kept = hints
    let help = kept.last.map { $0.keys == keymap.hint(.help) } == true ? [kept.removeLast()] : []
    while true {
      if let placed = places(of: kept + help, before: end) { return placed }
      if kept.isEmpty { return [] }
      kept.removeLast()
    }
  }

  /// Where each of some hints stands; nil where there is no room for all.
  private func places(
    of hints: [(keys: String, words: String)], before end: Int
  ) -> [PlacedHint]? {
    var placed: [PlacedHint] = []
    var row = rows - statusRows
    var column = 1 + countWidth
    for hint in hints {
      let width = Self.width(of: hint)
      if row < rows - 1, column + width > columns - 1 { (row, column) = (row + 1, 1) }
      guard column + width <= (row < rows - 1 ? columns - 1 : end) else { return nil }
      placed.append(PlacedHint(keys: hint.keys, words: hint.words, row: row, column: column))
      column += width + Self.hintGap
    }
    return placed
  }

  private var countWidth: Int { count.map { "\($0)".count + Self.hintGap } ?? 0 }

  private static func width(of hint: (keys: String, words: String)) -> Int {
    DisplayWidth.of(hint.keys) + 1 + DisplayWidth.of(hint.words)
  }
}
