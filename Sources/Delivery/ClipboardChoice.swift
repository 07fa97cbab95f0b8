/// How text gets to the clipboard of the terminal that the reader sits at.
package enum ClipboardChoice: Equatable, Sendable {
  /// A program that takes the text from its standard input: tmux, which hands it to its terminal.
  case program(CommandWords)
  /// OSC 52, straight to the terminal.
  case terminal
  /// OSC 52 in the device control strings with which screen hands bytes through.
  case screen

  /// Decides by the environment; tmux ignores OSC 52 by default and is asked through its own
  /// command instead.
  package static func choose(
    surroundings: Surroundings, isInstalled: (String) -> Bool
  ) -> ClipboardChoice {
    switch surroundings.multiplexer {
    case .tmux where isInstalled("tmux"):
      .program(CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
    case .screen: .screen
    case .tmux, .none: .terminal
    }
  }
}
