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

  package init() {}
}
