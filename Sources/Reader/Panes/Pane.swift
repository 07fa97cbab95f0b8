/// One of the four parts of the window.
package enum Pane: Int, CaseIterable, Sendable {
  case briefs, sections, text, sources
}

/// A rectangle of cells.
package struct Rectangle: Sendable, Equatable {
  package var row: Int
  package var column: Int
  package var rows: Int
  package var columns: Int

  /// Whether a cell lies in it.
  func contains(row: Int, column: Int) -> Bool {
    row >= self.row && row < self.row + rows && column >= self.column
      && column < self.column + columns
  }
}
