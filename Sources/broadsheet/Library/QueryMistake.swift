import BriefLibrary
import BriefModel
import Cells

/// Tells what is wrong with a query, with a mark under the place.
struct QueryMistake {
  /// The most columns that are shown on either side of the place's beginning.
  private static let reach = 60

  let error: QueryError
  let query: String

  /// Three lines: what is wrong, the query, the mark.
  var text: String {
    let characters = Array(query)
    let start = min(error.range.lowerBound, characters.count)
    let end = max(start, min(error.range.upperBound, characters.count))
    let before = characters[max(0, start - Self.reach)..<start]
    let place = characters[start..<min(end, start + Self.reach)]
    let after = characters[place.endIndex..<min(characters.count, start + Self.reach)]
    let pieces = [before, place, after].map { Sanitizer.line(String($0)) }
    let indent = String(repeating: " ", count: DisplayWidth.of(pieces[0]))
    let mark = String(repeating: "^", count: max(1, DisplayWidth.of(pieces[1])))
    return "\(error.text)\n  \(pieces.joined())\n  \(indent)\(mark)"
  }
}
