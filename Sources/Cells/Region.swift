/// A part of a screen whose lines move by themselves, as those of one pane beside others.
package struct Region: Hashable, Sendable {
  package let rows: Range<Int>
  package let columns: Range<Int>

  package init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
