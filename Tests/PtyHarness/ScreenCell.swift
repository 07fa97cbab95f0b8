/// One cell of the terminal that programs are tested in.
package struct ScreenCell: Equatable, Sendable, CustomStringConvertible {
  /// What stands there; empty in the right half of a wide character.
  package var text = " "
  package var look = ScreenLook()

  package var description: String { text }
}

/// How a terminal shows what is written next.
package struct ScreenLook: Equatable, Sendable {
  /// SGR parameters: "31", "38;5;130", "38;2;1;2;3"; nil for the terminal's own.
  package var foreground: String?
  package var background: String?
  /// SGR numbers: 1 bold, 2 dim, 3 italic, 4 underline, 7 reverse.
  package var attributes: Set<Int> = []
  /// The address of OSC 8, and its `id`.
  package var link: String?
  package var linkID: String?

  package init() {}
}
