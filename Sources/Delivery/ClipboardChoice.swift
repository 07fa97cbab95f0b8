import BriefModel

/// How text gets to the clipboard of the terminal that the reader sits at.
package enum ClipboardChoice: Equatable, Sendable {
  /// A program that takes the text from its standard input: tmux, which hands it to its terminal.
  case program(CommandWords)
  /// A sequence to the terminal (OSC 52).
  case terminal
  /// None, as the terminal of this name (`TERM`, harmless to show) has no clipboard.
  case missing(terminal: String)

  /// Decides by the environment; tmux ignores OSC 52 by default and is asked through its own
  /// command instead.
  package static func choose(
    surroundings: Surroundings, isInstalled: (String) -> Bool
  ) -> ClipboardChoice {
    if surroundings["TMUX"] != nil, isInstalled("tmux") {
      return .program(CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
    }
    if let name = surroundings["TERM"], hasNoClipboard(name) {
      return .missing(terminal: Sanitizer.line(name))
    }
    return .terminal
  }

  /// Whether a terminal of this name knows no clipboard: the consoles of systems, and what goes for
  /// a terminal of hardware, `vt100` or `vt220`.
  private static func hasNoClipboard(_ name: String) -> Bool {
    let family = name.prefix { $0 != "-" }
    if consoles.contains(where: { $0 == family }) { return true }
    return family.hasPrefix("vt") && family.dropFirst(2).first?.isNumber == true
  }

  private static let consoles = ["linux", "cons25", "wsvt25", "ansi", "dumb"]
}
