import Glibc
import PtyHarness
import Testing

/// The probe in a terminal of its own, from its first frame to its last byte.
@Suite struct TerminalStoryTests {
  private static func probe(
    _ environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws -> Pty {
    let pty = try Pty(
      Pty.products + "/TerminalProbe", environment: environment, rows: rows, columns: columns)
    try pty.wait(for: "ready")
    return pty
  }

  private static func leave(_ pty: Pty) throws {
    pty.type("q")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isGivenBack)
  }

  @Test(arguments: ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt220"])
  func aSessionGivesTheTerminalBackWhole(name: String) throws {
    let pty = try Self.probe(["TERM": name])
    #expect(pty.screen.contains(name))
    #expect(!pty.hasOriginalModes)
    pty.type("jj")
    try pty.wait(for: "24 plain text")
    try Self.leave(pty)
    #expect(pty.screen.unknown == [])
  }

  @Test func everyFrameIsOneWrite() throws {
    let pty = try Self.probe()
    for top in 1...20 {
      pty.type("j")
      try pty.wait(for: "\(22 + top) plain text")
    }
    try Self.leave(pty)
    let counts = pty.screen.text.split(separator: "\n").compactMap { line -> [Int]? in
      guard line.contains("probe ended") else { return nil }
      return line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    }.first
    #expect(counts?.count == 2)
    #expect(counts?.first == counts?.last)
  }

  @Test func whatChangesNothingSendsNothing() throws {
    let pty = try Self.probe()
    pty.type("i")
    try pty.wait(for: "character(\"i\")")
    let before = pty.output.count
    pty.type("iiii")
    pty.type("j")
    try pty.wait(for: "23 plain text")
    let scrolled = pty.output.count - before
    #expect(scrolled < 200, "\(scrolled) B for one line and a letter")
  }

  @Test func keysAreDecodedAsTheyAreTyped() throws {
    let pty = try Self.probe()
    for (bytes, name) in [
      ("\u{1B}[A", "Key.up"), ("\u{1B}OB", "Key.down"), ("\u{1B}[Z", "Key.backTab"),
      ("\u{3}", "control(\"c\")"), ("\u{1A}", "control(\"z\")"), ("ü", "character(\"ü\")"),
      ("\u{1B}x", "alt(\"x\")"), ("\u{1B}", "Key.escape"), ("\r", "Key.enter"),
      ("\u{1B}[<0;3;4M", "click(row: 3, column: 2)"),
      ("\u{1B}[200~one\u{1B}[201~", "paste(\"one\")"),
    ] {
      pty.type(bytes)
      try pty.wait(for: name)
    }
    try Self.leave(pty)
  }

  @Test func aNewSizeIsDrawnWhole() throws {
    let pty = try Self.probe()
    pty.resize(rows: 40, columns: 120)
    try pty.wait("a tall screen") { $0.text(38).contains("38 plain text") }
    pty.resize(rows: 10, columns: 40)
    try pty.wait("a small screen") { $0.text(9).contains("signal") }
    #expect(pty.screen.text(3).contains("3 plain text"))
    try Self.leave(pty)
  }

  @Test(arguments: [("x", SIGILL), ("f", SIGILL), ("o", SIGSEGV), ("a", SIGABRT)])
  func aCrashGivesTheTerminalBack(key: String, signal: Int32) throws {
    let pty = try Self.probe(["SWIFT_BACKTRACE": "enable=no"])
    pty.type(key)
    let ending = try pty.waitForEnd()
    #expect(ending == .signal(signal) || ending == .signal(SIGTRAP))
    #expect(pty.isGivenBack)
    let written = String(decoding: pty.output, as: UTF8.self)
    let afterwards = written.components(of: "\u{1B}[?1049l").last ?? ""
    #expect(afterwards.contains("a deliberate failure ?]0;???") == (key == "f"))
  }

  @Test func whatKillsPolitelyGetsTheTerminalBack() throws {
    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
      let pty = try Self.probe()
      pty.signal(signal)
      #expect(try pty.waitForEnd() == .exit(0))
      #expect(pty.isGivenBack, "after signal \(signal)")
    }
  }

  @Test func aLineThatHangsUpEndsTheProgram() throws {
    let pty = try Self.probe()
    pty.hangUp()
    let ending = try pty.waitForEnd()
    #expect(ending == .exit(0))
  }

  @Test func aSuspendedProgramLeavesTheScreenAndComesBack() throws {
    let pty = try Pty(jobOfShell: Pty.products + "/TerminalProbe")
    try pty.wait(for: "ready")
    pty.type("jz")
    try pty.waitForStop()
    #expect(pty.isGivenBack)
    pty.resize(rows: 30, columns: 90)
    pty.signal(SIGCONT)
    try pty.wait("a screen that is drawn again") {
      $0.text(28).contains("29 plain text") && $0.modes.contains(1049)
    }
    pty.type("j")
    try pty.wait(for: "30 plain text")
    try Self.leave(pty)
  }

  @Test func whereNoShellCouldContinueItTheProgramGoesOn() throws {
    let pty = try Self.probe()
    pty.type("z")
    try pty.wait("the alternate screen again") { $0.timesSet[1049] == 2 }
    pty.type("j")
    try pty.wait(for: "23 plain text")
    try Self.leave(pty)
  }

  @Test func aProgramThatOthersStopTakesTheTerminalAnew() throws {
    let pty = try Self.probe()
    pty.signal(SIGSTOP)
    try pty.waitForStop()
    pty.signal(SIGCONT)
    try pty.wait("the alternate screen again") {
      $0.timesSet[1049] == 2 && $0.contains("continued")
    }
    #expect(!pty.hasOriginalModes)
    try Self.leave(pty)
  }

  @Test func theScreenIsGivenAwayAndTakenBack() throws {
    let pty = try Self.probe()
    pty.type("g")
    try pty.wait("the main screen or the next frame") {
      $0.modes.contains(1049) && $0.contains("character(\"g\")")
    }
    #expect(String(decoding: pty.output, as: UTF8.self).contains("elsewhere"))
    pty.type("\u{1B}[A")
    try pty.wait(for: "Key.up")
    try Self.leave(pty)
  }

  @Test func aStalledLineGetsTheLastFrameAndNoQueue() throws {
    let pty = try Self.probe()
    try pty.readWaiting()
    let before = pty.output.count
    for _ in 0..<300 { pty.type("lj") }
    pty.type("\u{1B}[A")
    try pty.wait(for: "Key.up")
    #expect(pty.screen.contains("322 plain text"))
    let sent = pty.output.count - before
    #expect(sent < 100_000, "\(sent) B for 300 repaints")
    try Self.leave(pty)
  }

  @Test func linksAndTrueColoursReachTheTerminal() throws {
    let pty = try Self.probe(["COLORTERM": "truecolor"])
    #expect(
      pty.screen.cells[5].contains {
        $0.look.link == "https://example.org/page/0/item/5?from=nowhere"
      })
    pty.type("t")
    try pty.wait("other addresses") { screen in
      screen.cells[5].contains { $0.look.link?.contains("/page/1/item/5") == true }
    }
    pty.type("c")
    try pty.wait("true colours") { $0.cells[3][5].look.foreground == "38;2;200;21;90" }
    try Self.leave(pty)
  }

  @Test func copiedTextGoesOutAsOSC52() throws {
    let pty = try Self.probe()
    pty.type("y")
    try pty.wait("a clipboard") { !$0.commands.isEmpty }
    #expect(pty.screen.commands == ["52;c;Y29waWVkOiDDpA=="])
    try Self.leave(pty)
  }

  @Test func backgroundWorkAnswersThroughTheMailbox() throws {
    let pty = try Self.probe()
    pty.type("m")
    try pty.wait(for: "mail")
    try Self.leave(pty)
  }

  @Test func keysComeFromTheTerminalWhenStandardInputIsAPipe() throws {
    let pty = try Pty(
      "/bin/sh", ["-c", "echo piped | \"$0\"", Pty.products + "/TerminalProbe"])
    try pty.wait(for: "ready")
    pty.type("j")
    try pty.wait(for: "23 plain text")
    pty.type("q")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isGivenBack)
  }

  @Test func aTerminalWithoutCursorMovesIsRefusedUntouched() throws {
    let pty = try Pty(Pty.products + "/TerminalProbe", environment: ["TERM": "dumb"])
    #expect(try pty.waitForEnd() == .exit(65))
    #expect(pty.screen.contains("TERM=dumb cannot move the cursor"))
    #expect(pty.isGivenBack)
    #expect(!pty.output.contains(0x1B))
  }
}
