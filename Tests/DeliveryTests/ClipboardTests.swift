import Testing

@testable import Delivery

@Suite("The clipboard")
struct ClipboardTests {
  @Test("tmux is asked through its own command where there is one, else the terminal")
  func choice() {
    let choose = { (environment: [String: String], installed: Set<String>) in
      ClipboardChoice.choose(
        surroundings: Surroundings(environment), hasClipboard: { _ in true },
        isInstalled: installed.contains)
    }
    let tmux = ClipboardChoice.program(
      CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
    #expect(choose(["TMUX": "/tmp/tmux-0/default,1,0"], ["tmux"]) == tmux)
    #expect(choose(["TMUX": "/tmp/tmux-0/default,1,0"], []) == .terminal)
    #expect(choose([:], ["tmux"]) == .terminal)
    #expect(choose(["TMUX": ""], ["tmux"]) == .terminal)
  }

  @Test("A tmux or screen at the other end of the line is told by the terminal's name")
  func multiplexer() {
    let choose = { (environment: [String: String]) in
      ClipboardChoice.choose(
        surroundings: Surroundings(environment), hasClipboard: { _ in true },
        isInstalled: { _ in true })
    }
    for name in ["tmux-256color", "screen", "screen.xterm-256color"] {
      #expect(choose(["TERM": name]) == .multiplexer)
      #expect(choose(["TERM": name, "STY": "1.pts-0"]) == .terminal)
      #expect(choose(["TERM": name, "TMUX": "/tmp/t,1,0"]) != .multiplexer)
    }
    #expect(choose(["TERM": "xterm-256color"]) == .terminal)
  }

  @Test("A terminal that has no clipboard is sent nothing, and its name is harmless to show")
  func withoutClipboard() {
    let choose = { (environment: [String: String], clipboard: Bool) in
      ClipboardChoice.choose(
        surroundings: Surroundings(environment), hasClipboard: { _ in clipboard },
        isInstalled: { _ in true })
    }
    #expect(choose(["TERM": "wy60"], false) == .missing(terminal: "wy60"))
    #expect(choose(["TERM": "wy60"], true) == .terminal)
    #expect(choose([:], false) == .terminal, "taken for xterm")
    if case .missing(let shown) = choose(["TERM": "wy60-\u{1B}[5m"], false) {
      #expect(!shown.contains("\u{1B}"))
    } else {
      Issue.record("a sign in the name makes it another")
    }
    #expect(choose(["TERM": "wy60", "TMUX": "/tmp/t,1,0"], false) != .missing(terminal: "wy60"))
  }
}
