/// What the program asks of the terminal.
package struct TerminalOptions: Sendable {
  package var usesMouse = true
  /// Whether addresses go to the terminal with their text (OSC 8), where it can take them.
  package var sendsLinks = true
  /// How many colours there are; nil for what the terminal and the environment say.
  package var depth: ColorDepth?
  /// Whether a line lies between here and the terminal that may be slow.
  package var isRemote = false
  package var environment = Environment()
  /// Takes out of text what a terminal would obey, line by line: what libraries write to standard
  /// error while the screen is up goes to the terminal past it. Without one ASCII alone is left.
  package var cleaned: @Sendable (String) -> String = { text in
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\n" || (" "..."~") ~= $0 }))
  }

  package init() {}
}
