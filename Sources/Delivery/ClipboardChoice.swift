/// How text gets to the clipboard of the terminal that the reader sits at.
package enum ClipboardChoice: Equatable, Sendable {
  /// A program that takes the text from its standard input: tmux, which hands it to its terminal.
  case program(CommandWords)
  /// A sequence to the terminal (OSC 52).
  case terminal

  /// Decides by the environment; tmux ignores OSC 52 by default and is asked through its own
  /// command instead.
  package static func choose(
    surroundings: Surroundings, isInstalled: (String) -> Bool
  ) -> ClipboardChoice {
    guard surroundings["TMUX"] != nil, isInstalled("tmux") else { return .terminal }
    return .program(CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
  }
}
