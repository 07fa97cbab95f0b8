/// The private modes of xterm and its family that are not the terminal library's matter.
enum Modes {
  /// Bracketed paste, and clicks with SGR coordinates.
  static func on(mouse: Bool) -> [UInt8] {
    Array((mouse ? "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?2004h").utf8)
  }

  static let off = Array("\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l".utf8)

  /// Everything back from any state, for the crash guard, which cannot ask the library, and for a
  /// terminal that did not take the last frame.
  static let crash = Array(
    ("\u{18}\u{1B}[?2026l\u{1B}]8;;\u{1B}\\\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1000l"
      + "\u{1B}[?69l\u{1B}[r\u{1B}[m\u{1B}[?1l\u{1B}>\u{1B}[?25h\u{1B}[?1049l\r\n").utf8)

  /// The same where only the VT100's sequences are sure.
  static let crashPlain = Array("\u{1B}[r\u{1B}[m\u{1B}>\u{1B}[?25h\u{1B}[H\u{1B}[J\r\n".utf8)
}
