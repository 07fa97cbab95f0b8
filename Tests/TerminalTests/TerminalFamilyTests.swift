import Testing

@testable import Terminal

@Suite struct TerminalFamilyTests {
  @Test(arguments: [
    "linux", "linux-16color", "vt52", "vt100", "vt220-8bit", "cons25", "cons25r", "wsvt25m", "ansi",
    "pcansi", "dumb", "sun", "hurd", "wy60", "wy60x", "hp2392", "foobar", "foobar-256color", "st52",
  ])
  func consolesAndTerminalsOfHardwareHaveNoClipboard(name: String) {
    #expect(!TerminalFamily(of: name).hasClipboard)
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "xterm-direct", "xterm-kitty", "screen", "screen.xterm-256color",
    "tmux-256color", "vte", "st", "st-256color", "foot-extra", "Eterm", "iTerm2.app", "ms-terminal",
    "rxvt-unicode-256color", "teraterm", "terminology",
  ])
  func thoseLikeXtermHaveOne(name: String) {
    #expect(TerminalFamily(of: name).hasClipboard)
  }

  @Test(arguments: ["wy60x", "hp2392", "xterm-foo", "tmux-foo", "linux-foo"])
  func whatIsUnknownHasTheClipboardOfWhatItIsTakenFor(name: String) throws {
    let family = TerminalFamily(of: name)
    let taken = try #require(family.descriptions.first)
    #expect(TerminalFamily(of: taken).hasClipboard == family.hasClipboard)
  }
}
