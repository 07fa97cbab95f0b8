import BriefModel
import Cells

/// A comparison laid out as lines of a given width, what is the same folded.
struct ChangesLayout: Sendable, Equatable {
  /// Columns that a line may take, the sign before it included.
  let width: Int
  var lines: [TextLine] = []
  /// The lines at which a change begins, ascending.
  var stops: [Int] = []
  /// For each change the line after its last.
  var ends: [Int] = []
  /// For each section of the newer brief its first line, where it has one of its own.
  var headings: [Int: Int] = [:]
  /// The lines of a lede that changed.
  var lede = 0..<0

  /// The lines of a change.
  func lines(ofStop index: Int) -> Range<Int> {
    guard let first = stops[safe: index], let end = ends[safe: index] else { return 0..<0 }
    return first..<end
  }

  /// The section of the newer brief in which a line stands; nil above all, and in one that is gone.
  func section(at line: Int) -> Int? {
    headings.filter { $0.value <= line }.max { $0.value < $1.value }?.key
  }
}
