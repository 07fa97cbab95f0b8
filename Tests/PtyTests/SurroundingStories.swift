import Foundation
import PtyHarness
import Testing

/// Limits, signals and variables that others have set, and what must not come of them.
@Suite("What surrounds the reader")
struct SurroundingStories {
  private static let reader = Pty.products + "/broadsheet"

  /// Opens the desk's brief from a shell that has done something before.
  private func open(_ desk: Desk, after line: String) throws -> Pty {
    try desk.start(
      "/bin/bash", ["-c", "\(line); exec '\(Self.reader)' '\(desk.folder)/brief.md'"])
  }

  @Test("Waiting for the rest of a key has an end, whatever ESCDELAY says")
  func escapeDelay() throws {
    let desk = try Desk()
    let pty = try desk.open(environment: ["ESCDELAY": "3000000000"])
    pty.type("\u{1B}")
    pty.resize(rows: 30, columns: 90)
    try pty.wait("the new size") { $0.text(29).contains("? help") }
    try pty.leave(by: "\u{3}")
  }

  @Test("The screen has the size of its window, whatever LINES and COLUMNS say")
  func size() throws {
    let desk = try Desk()
    let pty = try desk.open(environment: ["LINES": "10", "COLUMNS": "40"], columns: 100)
    try pty.wait("the last line") { $0.text(23).contains("? help") }
    try pty.leave()
  }

  @Test("A file that may not grow is told of, and so are the marks that are lost by it")
  func fileSize() throws {
    let desk = try Desk()
    try desk.open().leave()
    let pty = try open(desk, after: "ulimit -f 8")
    try pty.wait(for: "The Harbour Inquiry")
    pty.type("]m]m]m")
    try pty.wait(for: "3 marks wait to be kept: files may not grow beyond")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(74))
    #expect(pty.isGivenBack)
  }

  @Test(
    "A signal that is not meant for it ends it with the terminal given back",
    arguments: [
      SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPWR, SIGIO, SIGSYS, SIGXCPU, 16,
      34, 64,
    ])
  func ended(signal: Int32) throws {
    let pty = try Desk().open()
    pty.signal(signal)
    #expect(try pty.waitForEnd() == .signal(signal))
    #expect(pty.isGivenBack)
  }

  @Test("A terminal that takes nothing more gets all back instead of the rest of a frame")
  func stalled() throws {
    let desk = try Desk()
    let text = (1...3000).map { "Zinc rose **\($0)** times, and fell again.\n\n" }.joined()
    try desk.write("# Long\n\n## Prices\n\n" + text, to: "long.md")
    let pty = try desk.open([desk.folder + "/long.md"], rows: 60, columns: 200, showing: "Prices")
    for _ in 0..<100 {
      pty.type(" ")
      usleep(10_000)
    }
    pty.type("Q")
    // Nothing of it is read until the program has given up: it waits a second for the terminal.
    usleep(4_000_000)
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isGivenBack)
  }

  @Test("An editor that ignores the hang-up holds up nobody who ends the reader")
  func endedUnderEditor() throws {
    let desk = try Desk()
    let editor = try desk.addProgram("write", "trap '' HUP; echo writing; sleep 12")
    let pty = try desk.open(environment: ["EDITOR": editor])
    pty.type("e")
    try pty.wait(for: "writing")
    pty.signal(SIGTERM)
    #expect(try pty.waitForEnd(within: 4) == .exit(143))
  }

  @Test("An editor goes with the reader that is ended")
  func editorGoes() throws {
    let desk = try Desk()
    let editor = try desk.addProgram(
      "write",
      "trap 'echo gone >\(desk.folder)/gone; exit' HUP; echo writing; while :; do sleep 0.1; done")
    let pty = try desk.open(environment: ["EDITOR": editor])
    pty.type("e")
    try pty.wait(for: "writing")
    pty.signal(SIGHUP)
    #expect(try pty.waitForEnd(within: 8) == .exit(129))
    #expect(try String(contentsOfFile: desk.folder + "/gone", encoding: .utf8) == "gone\n")
  }

  @Test("A signal that was ignored before stays so")
  func ignored() throws {
    let desk = try Desk()
    let pty = try open(desk, after: "trap '' USR1")
    try pty.wait(for: "The Harbour Inquiry")
    pty.signal(SIGUSR1)
    pty.type("\t")
    try pty.wait(forLink: Desk.addresses[0])
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test("Too few files that may be open are told at once, and a low limit is raised")
  func openFiles() throws {
    let desk = try Desk()
    let refused = try open(desk, after: "ulimit -n 14")
    #expect(try refused.waitForEnd() == .exit(69))
    #expect(refused.screen.contains("only 14 files may be open here, and 32 have to be"))
    for line in ["ulimit -n 32", "ulimit -Sn 14"] {
      let pty = try open(desk, after: line)
      try pty.wait(for: "The Harbour Inquiry")
      pty.type("\t")
      try pty.wait(forLink: Desk.addresses[0])
      pty.type("Q")
      #expect(try pty.waitForEnd() == .exit(0), "\(line)")
    }
  }

  @Test("An editor that dies in a mode of its own leaves the terminal as the shell had it")
  func deadEditor() throws {
    let desk = try Desk()
    let editor = try desk.addProgram("write", "stty raw -echo </dev/tty; kill -9 $$")
    let pty = try desk.open(environment: ["EDITOR": editor])
    pty.type("e")
    try pty.wait(for: "write")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.hasOriginalModes)
  }

  @Test("Keys come one by one where the terminal was set to give five at once")
  func fewBytes() throws {
    let desk = try Desk()
    let pty = try open(desk, after: "stty min 5 time 9")
    try pty.wait(for: "The Harbour Inquiry")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test("The answer about the background is waited for though the reader leaves at once")
  func lateAnswer() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.type("\u{1B}[?69;2$yQ")
    usleep(300_000)
    #expect(!pty.hasOriginalModes, "it waits for the answer")
    pty.type("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.screen.unknown == [])
  }

  @Test("An answer of the terminal to another program's question is no key")
  func answers() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    let editor = try desk.addProgram("write", "echo edited >'\(slot.path)'")
    let pty = try desk.open(environment: ["EDITOR": editor])
    for answer in ["P>|xterm(379)\u{1B}\\", "]lq\u{1B}\\", "]11;rgb:ffff/ffff/ffff\u{1B}\\"] {
      pty.type("\u{1B}" + answer)
    }
    try pty.settle()
    #expect(slot.waiting() == "")
    try pty.leave()
  }
}
