import BriefModel
import Cells

/// Names, and beside each what is known of it.
///
/// On a terminal a value that is too long goes on below its beginning, broken between words; a word
/// that no line has room for, such as a path, stays in one piece.
struct FactList {
  /// With less room than that for the values nothing is broken.
  private static let leastRoom = 16

  var facts: [(name: String, value: String)]

  /// All lines, for so many columns; each fact is one line without a limit.
  func text(columns: Int? = StandardOutput.columns) -> String {
    let start = (facts.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2
    return facts.map { name, value in
      let indent = String(repeating: " ", count: start - DisplayWidth.of(name))
      let room = columns.map { $0 - start } ?? .max
      let lines = Self.broken(Sanitizer.line(value), to: room)
      return name + indent
        + lines.joined(separator: "\n" + String(repeating: " ", count: start)) + "\n"
    }.joined()
  }

  private static func broken(_ text: String, to room: Int) -> [String] {
    guard room >= leastRoom, DisplayWidth.of(text) > room else { return [text] }
    var lines: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if let line = lines.last, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) <= room {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
