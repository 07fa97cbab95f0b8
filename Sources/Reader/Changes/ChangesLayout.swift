import BriefModel
import Cells

/// A comparison laid out as lines of a given width, what is the same folded.
struct ChangesLayout: Sendable, Equatable {
  /// Columns that a line may take, the sign before it included.
  let width: Int
  var lines: [TextLine] = []
  /// The lines at which a change begins, ascending.
  var stops: [Int] = []
  /// For each section of the newer brief its first line, where it has one of its own.
  var headings: [Int: Int] = [:]

  /// The stop at or after a line.
  func stop(from line: Int) -> Int? { stops.first { $0 >= line } }
}
