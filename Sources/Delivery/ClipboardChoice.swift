import BriefModel

/// How text gets to the clipboard of the terminal that the reader sits at.
package enum ClipboardChoice: Equatable, Sendable {
  /// A program that takes the text from its standard input: tmux, which hands it to its terminal.
  case program(CommandWords)
  /// A sequence to the terminal (OSC 52).
  case terminal
  /// The same, through a tmux or screen at the reader's own end of the line, by the terminal's name:
  /// tmux passes a sequence on where its option `set-clipboard` is `on`.
  case multiplexer
  /// None, as the terminal of this name (`TERM`, harmless to show) has no clipboard.
  case missing(terminal: String)

  /// Decides by the environment, and by what the terminal's name tells of it; tmux ignores OSC 52 by
  /// default and is asked through its own command instead.
  package static func choose(
    surroundings: Surroundings, hasClipboard: (_ terminal: String) -> Bool,
    isInstalled: (String) -> Bool
  ) -> ClipboardChoice {
    if surroundings["TMUX"] != nil, isInstalled("tmux") {
      return .program(CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
    }
    if let name = surroundings["TERM"], !hasClipboard(name) {
      return .missing(terminal: Sanitizer.line(name))
    }
    return isBehindMultiplexer(surroundings) ? .multiplexer : .terminal
  }

  private static func isBehindMultiplexer(_ surroundings: Surroundings) -> Bool {
    guard surroundings["TMUX"] == nil, surroundings["STY"] == nil else { return false }
    let name = surroundings["TERM"]?.lowercased() ?? ""
    return name.hasPrefix("tmux") || name.hasPrefix("screen")
  }
}
