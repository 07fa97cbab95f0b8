import Cells

extension Ink {
  /// The parameters of SGR (ECMA-48 8.3.117) that set it from the terminal's own look; empty where
  /// nothing is to be set.
  package var parameters: String {
    let codes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    var set = codes.filter { attributes.contains($0.0) }.map(\.1)
    if foreground != .standard { set.append(foreground.foregroundParameters) }
    if background != .standard { set.append(background.backgroundParameters) }
    return set.joined(separator: ";")
  }
}
