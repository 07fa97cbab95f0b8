import Testing

@testable import Delivery

@Suite("The clipboard")
struct ClipboardTests {
  @Test("tmux is asked through its own command where there is one, else the terminal")
  func choice() {
    let choose = { (environment: [String: String], installed: Set<String>) in
      ClipboardChoice.choose(
        surroundings: Surroundings(environment), isInstalled: installed.contains)
    }
    let tmux = ClipboardChoice.program(
      CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
    #expect(choose(["TMUX": "/tmp/tmux-0/default,1,0"], ["tmux"]) == tmux)
    #expect(choose(["TMUX": "/tmp/tmux-0/default,1,0"], []) == .terminal)
    #expect(choose([:], ["tmux"]) == .terminal)
    #expect(choose(["TMUX": ""], ["tmux"]) == .terminal)
  }

  @Test(
    "A terminal that has no clipboard is sent nothing",
    arguments: ["linux", "linux-16color", "vt100", "vt220", "cons25", "ansi"])
  func withoutClipboard(terminal: String) {
    let choose = { (environment: [String: String]) in
      ClipboardChoice.choose(surroundings: Surroundings(environment), isInstalled: { _ in true })
    }
    #expect(choose(["TERM": terminal]) == .missing(terminal: terminal))
    if case .missing(let shown) = choose(["TERM": terminal + "-\u{1B}[5m"]) {
      #expect(!shown.contains("\u{1B}"))
    } else {
      Issue.record("a sign behind the name makes it another")
    }
    #expect(choose(["TERM": terminal, "TMUX": "/tmp/t,1,0"]) != .missing(terminal: terminal))
  }

  @Test(
    "Any other is", arguments: ["xterm", "xterm-256color", "screen", "tmux-256color", "vte", "st"])
  func withClipboard(terminal: String) {
    let choice = ClipboardChoice.choose(
      surroundings: Surroundings(["TERM": terminal]), isInstalled: { _ in false })
    #expect(choice == .terminal)
  }
}
