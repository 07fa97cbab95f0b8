import TerminalGrammar
import Testing

/// The judge is judged: what it lets pass, and that it lets pass nothing else.
@Suite struct OutputGrammarTests {
  private static let intended = [
    "plain 漢 e\u{301}\r\n\u{8}", "\u{1B}[2;5H\u{1B}[K\u{1B}[3M\u{1B}[1;23r\u{1B}M\u{1B}7\u{1B}8",
    "\u{1B}[m\u{1B}[0;1;38;5;200;48;2;1;2;3m",
    "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[?1h\u{1B}=\u{1B}(B",
    "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h\u{1B}[?2026l\u{1B}[?12l\u{1B}[?25h",
    "\u{1B}]8;id=7;https://a.example/x\u{1B}\\link\u{1B}]8;;\u{1B}\\",
    "\u{1B}]52;c;Zm9vYg==\u{7}", "\u{1B}]11;?\u{7}",
    "\u{1B}P\u{1B}]52;c;Zm9v\u{1B}\\\u{1B}PYg==\u{7}\u{1B}\\",
    "\u{1B}[?69$p\u{1B}[?69h\u{1B}[3;20s\u{1B}[2M\u{1B}[r\u{1B}[?69l",
  ]

  @Test(arguments: intended) func whatIsMeantPasses(sent: String) {
    #expect(OutputGrammar.faults(in: Array(sent.utf8)) == [])
  }

  @Test(arguments: [
    // controls, C1, what is not seen, five marks
    "\u{7}", "\u{9}", "\u{B}", "\u{E}", "\u{18}", "\u{7F}", "\u{85}", "\u{9B}31m", "\u{202E}",
    "\u{200B}",
    "\u{FE0F}", "\u{34F}", "\u{E0041}", "\u{FFFE}", "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{2028}",
    // escapes, CSI
    "\u{1B}", "\u{1B}c", "\u{1B}#8", "\u{1B}(0", "\u{1B}N", "\u{1B}Z", "\u{1B}[", "\u{1B}[6n",
    "\u{1B}[c", "\u{1B}[21t", "\u{1B}[8;1;1t", "\u{1B}[?3h", "\u{1B}[?47h", "\u{1B}[?2004;3h",
    "\u{1B}[4h", "\u{1B}[?70$p", "\u{1B}[69$p", "\u{1B}[?69$h", "\u{1B}[1;2;3s", "\u{1B}[5i",
    "\u{1B}[>4;2m", "\u{1B}[!p", "\u{1B}[1 q", "\u{1B}[1;2;3H",
    "\u{1B}[99999C", "\u{1B}[5m", "\u{1B}[8m", "\u{1B}[38;5m", "\u{1B}[38;5;256m", "\u{1B}[38:5:1m",
    // strings
    "\u{1B}]0;title\u{7}", "\u{1B}]2;title\u{1B}\\", "\u{1B}]52;c;?\u{7}", "\u{1B}]52;c;Zm9",
    "\u{1B}]52;c;Zm9\u{7}", "\u{1B}]52;p;Zm9v\u{7}", "\u{1B}]8;;https://a.example\u{1B}\\",
    "\u{1B}]8;id=7;javascript:x\u{1B}\\", "\u{1B}]8;id=7;https://a b\u{1B}\\", "\u{1B}]8;;\u{7}",
    "\u{1B}]8;id=7;https://a\u{1B}[0m", "\u{1B}]104\u{7}", "\u{1B}]4;1;?\u{7}",
    "\u{1B}]11;#fff\u{7}",
    "\u{1B}P+q544e\u{1B}\\", "\u{1B}P\u{1B}]0;x\u{7}\u{1B}\\", "\u{1B}^x\u{1B}\\",
    "\u{1B}_x\u{1B}\\",
    "\u{1B}P\(String(repeating: "x", count: 300))\u{1B}\\",
  ]) func nothingElsePasses(sent: String) {
    #expect(OutputGrammar.faults(in: Array(sent.utf8)) != [], "\(sent.debugDescription)")
  }

  @Test(
    arguments: [[0xC0, 0xAF], [0xFF], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0x9B]] as [[UInt8]])
  func bytesThatAreNoTextDoNotPass(sent: [UInt8]) {
    #expect(OutputGrammar.faults(in: sent) != [])
  }

  @Test func whatIsPrintedHasColoursAndLinesAlone() {
    let printed = "a\tb\r\n\u{1B}[1;31mc\u{1B}[m\n"
    #expect(OutputGrammar.faults(in: Array(printed.utf8), of: .print) == [])
    for sent in ["\u{1B}[H", "\u{1B}[?25l", "\u{1B}]8;;\u{1B}\\", "\u{1B}7", "\u{8}", "\u{1B}(B"] {
      #expect(OutputGrammar.faults(in: Array(sent.utf8), of: .print) != [])
    }
  }
}
