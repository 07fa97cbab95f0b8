import Cells

extension String {
  /// Spaces in place of tabs, up to the next column that is a multiple of `stop`.
  func expandingTabs(to stop: Int) -> String {
    guard utf8.contains(9) else { return self }
    var text = ""
    var column = 0
    for scalar in unicodeScalars {
      if scalar == "\t" {
        let count = stop - column % stop
        text += String(repeating: " ", count: count)
        column += count
      } else {
        text.unicodeScalars.append(scalar)
        column += max(0, DisplayWidth.of(scalar))
      }
    }
    return text
  }
}
