/// What came in from the terminal.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// 0-based cell that was clicked with the first button.
  case click(row: Int, column: Int)
  /// The wheel over a 0-based cell; negative is up.
  case wheel(row: Int, column: Int, lines: Int)
  /// Text pasted by the terminal (bracketed paste), unsanitised.
  case paste(String)
}
