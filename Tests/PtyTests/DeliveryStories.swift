import Foundation
import PtyHarness
import Testing

@Suite("Following links from a terminal")
struct DeliveryStories {
  @Test("BROWSER gets the address as exactly one argument")
  func browser() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    let script = try desk.addProgram("surf", #"printf '%s\n' "$#" "$1" >'\#(slot.path)'"#)
    let pty = try desk.open(environment: ["BROWSER": script])
    pty.type("\t\to")
    #expect(slot.lines(2) == ["1", Desk.addresses[1]])
    try pty.wait(for: "Opened in surf")
    try pty.leave()
  }

  @Test("Over SSH the address goes to the terminal's clipboard, and nothing is started")
  func clipboard() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    try desk.addProgram("xdg-open", "echo started >'\(slot.path)'")
    let pty = try desk.open(environment: ["SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"])
    pty.type("\to")
    try pty.wait("a copy") { !$0.copies.isEmpty }
    let encoded = Data(Desk.addresses[0].utf8).base64EncodedString()
    #expect(pty.screen.copies == ["52;c;" + encoded])
    let children = try String(
      contentsOfFile: "/proc/\(pty.process)/task/\(pty.process)/children", encoding: .utf8)
    #expect(children == "")
    try pty.wait(for: "Open this address")
    try pty.wait(for: Desk.addresses[0])
    pty.type("q")
    try pty.leave()
    #expect(slot.waiting() == "")
  }

  @Test("What is taken for a terminal of hardware is sent no copy", arguments: ["wy60x", "hp2392"])
  func noClipboard(terminal: String) throws {
    let desk = try Desk()
    let pty = try desk.open(environment: ["TERM": terminal], columns: 120)
    pty.type("\ty")
    try pty.wait(for: "Not copied: a terminal of the kind \(terminal) has no clipboard")
    #expect(!String(decoding: pty.output, as: UTF8.self).contains("]52;"))
    pty.type("qq")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test("Within tmux the copy goes through tmux")
  func tmux() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    try desk.addProgram("tmux", #"{ echo "$@"; cat; echo; } >'\#(slot.path)'"#)
    let pty = try desk.open(environment: ["TMUX": "/tmp/tmux-0/default,1,0"])
    pty.type("\ty")
    #expect(slot.lines(2) == ["load-buffer -w -", Desk.addresses[0]])
    try pty.leave()
    #expect(pty.screen.copies == [], "no sequence beside it")
  }

  @Test("A browser of the terminal gets the screen and gives it back")
  func terminalBrowser() throws {
    let desk = try Desk()
    try desk.addProgram("w3m", #"echo "w3m shows $1"; read line; echo "w3m read $line""#)
    let pty = try desk.open(environment: ["BROWSER": "w3m"])
    pty.type("\to")
    try pty.wait(for: "w3m shows \(Desk.addresses[0])")
    #expect(pty.hasOriginalModes, "keys are lines again while w3m runs")
    pty.type("a line\n")
    try pty.wait(for: "Back from w3m")
    try pty.wait(for: "The Harbour Inquiry")
    try pty.leave()
  }

  @Test("The editor opens the file, and what it saves is read again")
  func editor() throws {
    let desk = try Desk()
    try desk.addProgram(
      "vi", #"case "$1" in +*) sed -i 's/A short brief/An edited brief/' "$2";; esac"#)
    let pty = try desk.open(environment: ["EDITOR": "vi"])
    pty.type("e")
    try pty.wait(for: "An edited brief")
    try pty.leave()
  }

  @Test("Without an editor it says what to set")
  func noEditor() throws {
    let desk = try Desk()
    let pty = try desk.open(columns: 120)
    pty.type("e")
    try pty.wait(for: "set VISUAL or EDITOR")
    try pty.leave()
  }

  @Test("A browser that fails at once is told")
  func failing() throws {
    let desk = try Desk()
    try desk.addProgram("surf", "exit 3")
    let pty = try desk.open(environment: ["BROWSER": "surf"], columns: 120)
    pty.type("\to")
    try pty.wait(for: "“surf” failed with status 3")
    try pty.leave()
  }
}
