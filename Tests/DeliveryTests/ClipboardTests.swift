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
}
