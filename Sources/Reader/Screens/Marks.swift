import BriefModel
import Cells

/// The signs that carry state, so that colour never does alone; with twins in ASCII.
package struct Marks {
  let isASCII: Bool
  /// Whether nothing is drawn that is no text.
  let isLinear: Bool

  /// The signs of a terminal with Unicode, or their twins.
  package init(isASCII: Bool, isLinear: Bool = false) {
    self.isASCII = isASCII
    self.isLinear = isLinear
  }

  func sign(_ state: ReadState) -> String {
    switch state {
    case .unread: isASCII ? "*" : "●"
    case .read: isASCII ? "." : "○"
    case .changed: isASCII ? "~" : "◆"
    case .new: "+"
    }
  }

  func role(_ state: ReadState) -> Role {
    switch state {
    case .unread, .new: .markUnread
    case .read: .markRead
    case .changed: .markChanged
    }
  }

  var star: String { isASCII ? "#" : "★" }
  var cursor: String { isASCII ? ">" : "▌" }
  var divider: String { isASCII ? "|" : "│" }
  var line: String { isASCII ? "-" : "─" }
  var dot: String { isASCII ? "-" : "·" }
  var ellipsis: String { isASCII ? "..." : "…" }
  var dash: String { isASCII ? "-" : "–" }
  /// At the right edge of a line that scrolls on sideways.
  var more: String { isASCII ? ">" : "›" }
  var times: String { isASCII ? "x" : "×" }

  /// Numbers as bars beside each other, the largest of them the highest.
  func bars(_ counts: [Int]) -> String {
    if isLinear { return "" }
    let signs = Array(isASCII ? " .:-=+*#" : " ▁▂▃▄▅▆▇█")
    let most = max(1, counts.max() ?? 0)
    return String(
      counts.map { count in
        count == 0 ? signs[0] : signs[1 + (count * (signs.count - 1) - 1) / most]
      })
  }

  /// Text cut to a number of columns, with an ellipsis where something was cut.
  package func cut(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let room = columns - DisplayWidth.of(ellipsis)
    guard room > 0 else { return "" }
    var kept = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(String(character))
      if width + next > room { break }
      kept.append(character)
      width += next
    }
    while kept.last == " " { kept.removeLast() }
    return kept + ellipsis
  }

  /// A path, or other text whose end tells the most, cut at its beginning.
  package func cutPath(_ text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let room = columns - DisplayWidth.of(ellipsis)
    guard room > 0 else { return "" }
    var kept: [Character] = []
    var width = 0
    for character in text.reversed() {
      let next = DisplayWidth.of(String(character))
      if width + next > room { break }
      kept.append(character)
      width += next
    }
    return ellipsis + String(kept.reversed())
  }
}
