/// What a terminal is like whose description is not there, as far as its name tells (term(7)).
struct TerminalFamily: Equatable {
  /// The descriptions that are nearest to it, the likest first.
  let descriptions: [String]
  /// The most colours that the name leaves it; nil where it says nothing of them.
  let colorLimit: Int?

  /// What any terminal understands, as far as one can know: no colours, no keys of its own.
  private static let plainest = ["vt100", "ansi"]
  private static let xterm = ["xterm-256color", "xterm"]
  /// Those that understand xterm's sequences, by the beginnings of their names.
  private static let likeXterm = [
    "xterm", "rxvt", "urxvt", "mrxvt", "eterm", "vte", "foot", "kitty", "alacritty", "wezterm",
    "iterm", "konsole", "gnome", "mate", "xfce", "terminator", "putty", "mintty", "contour",
    "ghostty",
    "mlterm", "nsterm", "hterm", "domterm", "ms-terminal",
  ]
  /// Those whose names are too short to be beginnings of others.
  private static let likeXtermAlone = ["st", "stterm", "rio"]

  init(of name: String) {
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
