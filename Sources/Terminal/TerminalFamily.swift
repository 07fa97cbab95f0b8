/// What a terminal is like, as far as its name tells (term(7)): what its own description does not
/// say, and what to take it for where that is not there.
package struct TerminalFamily: Equatable, Sendable {
  /// The descriptions that are nearest to it, the likest first.
  let descriptions: [String]
  /// The most colours that the name leaves it; nil where it says nothing of them.
  let colorLimit: Int?
  /// Whether it takes text for the clipboard of who sits at it (OSC 52), or passes over what asks it
  /// to: those that are like xterm, screen or tmux.
  /// What is taken for a plainer terminal may print such a sequence.
  package let hasClipboard: Bool

  /// What any terminal understands, as far as one can know: no colours, no keys of its own.
  private static let plainest = ["vt100", "ansi"]
  private static let xterm = ["xterm-256color", "xterm"]
  /// Those that understand xterm's sequences, by the beginnings of their names.
  private static let likeXterm = [
    "xterm", "rxvt", "urxvt", "mrxvt", "eterm", "vte", "foot", "kitty", "alacritty", "wezterm",
    "iterm", "konsole", "gnome", "mate", "xfce", "terminator", "putty", "mintty", "contour",
    "ghostty",
    "mlterm", "nsterm", "hterm", "domterm", "ms-terminal", "terminology", "teraterm",
  ]
  /// Those whose names are too short to be beginnings of others.
  private static let likeXtermAlone = ["st", "stterm", "rio"]

  /// The family of a terminal with this name.
  package init(of name: String) {
    let name = name.lowercased()
    let first = name.prefix { !"-.+".contains($0) }
    if name.hasPrefix("screen") {
      descriptions = ["screen-256color", "screen"] + Self.xterm
    } else if name.hasPrefix("tmux") {
      descriptions = ["tmux-256color", "screen-256color", "screen"] + Self.xterm
    } else if first == "linux" {
      descriptions = ["linux"] + Self.plainest
    } else if Self.likeXterm.contains(where: name.hasPrefix)
      || Self.likeXtermAlone.contains(where: { first == $0 })
    {
      descriptions = Self.xterm + Self.plainest
    } else {
      descriptions = Self.plainest
    }
    hasClipboard = descriptions.contains { Self.xterm.contains($0) }
    colorLimit = Self.colorLimit(of: name)
  }

  /// 16 for `xterm-16color`, and none for what has no colours.
  private static func colorLimit(of name: String) -> Int? {
    guard let last = name.split(separator: "-").dropFirst().last else { return nil }
    if ["m", "mono"].contains(last) { return 0 }
    guard last.hasSuffix("color") else { return nil }
    return Int(last.dropLast("color".count))
  }
}
