import BriefModel
import Cells

/// Prints for each line of standard input how many columns it takes, and what is shown of it: made
/// harmless, drawn into cells and read back from them.
enum Widths {
  private static let columns = 240

  static func print() {
    while let line = readLine() {
      var grid = Grid(rows: 1, columns: columns)
      let width = grid.write(Sanitizer.prose(line), row: 0, column: 0, style: Style())
      Swift.print(width, text(of: grid, columns: width), separator: "\t")
    }
  }

  private static func text(of grid: Grid, columns: Int) -> String {
    let scalars = (0..<columns).flatMap { grid[0, $0].scalars.compactMap(Unicode.Scalar.init) }
    return String(String.UnicodeScalarView(scalars))
  }
}
