import Foundation
import PtyHarness
import Testing

/// What programs get that the reader starts, while it has files, locks and signals of its own.
@Suite("Programs that are started")
struct ChildStories {
  /// Says of itself what a program could have been left: descriptors, signals, variables. The
  /// fourth descriptor is the folder that `ls` reads.
  private static let witness = #"""
    echo $(ls /proc/self/fd)
    grep -E '^Sig(Blk|Ign)' /proc/self/status | cut -f 2
    env | grep -E '^(LINES|COLUMNS|KEPT)='
    echo end
    """#

  private func expect(_ lines: [String]) throws {
    try #require(lines.count == 5, "\(lines)")
    #expect(lines[0] == "0 1 2 3")
    let signals = lines[1...2].map { UInt64($0, radix: 16) ?? .max }
    // The C library keeps two signals for itself, 32 and 33.
    #expect(signals.map { $0 & ~0x1_8000_0000 } == [0, 0], "\(lines)")
    #expect(lines[3...] == ["KEPT=this", "end"])
  }

  private static let environment = [
    "LINES": "24", "COLUMNS": "80", "KEPT": "this", "BROWSER": "surf", "EDITOR": "write",
  ]

  @Test("A browser gets no descriptor, no blocked or ignored signal, and no size of the past")
  func detached() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    try desk.addProgram("surf", "{ \(Self.witness); } >'\(slot.path)'")
    let pty = try desk.open(environment: Self.environment)
    pty.type("m\to")
    try expect(slot.lines(5))
    try pty.leave()
  }

  @Test("So does an editor, which has the screen")
  func foreground() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    try desk.addProgram("write", "{ \(Self.witness); } >'\(slot.path)'")
    let pty = try desk.open(environment: Self.environment)
    pty.type("me")
    try expect(slot.lines(5))
    try pty.leave()
  }

  @Test("tmux gets what it needs and no more")
  func tmux() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    try desk.addProgram("tmux", "env | sort | cut -d= -f1 | grep -v '^_$\\|PWD' >'\(slot.path)'")
    var environment = Self.environment
    environment["TMUX"] = "/tmp/tmux-0/default,1,0"
    let pty = try desk.open(environment: environment)
    pty.type("\ty")
    #expect(slot.lines(5) == ["HOME", "LC_ALL", "PATH", "TERM", "TMUX"])
    try pty.leave()
  }

  private static let strace = "/usr/bin/strace"

  @Test(
    "From its start to its end the reader runs its browser, its editor, and nothing else",
    .enabled(if: FileManager.default.isExecutableFile(atPath: strace), "apt install strace"))
  func traced() throws {
    let desk = try Desk()
    let slot = Mailslot(in: desk.folder)
    // Programs and not scripts, which a shell would run.
    for name in ["surf", "write"] {
      try FileManager.default.createSymbolicLink(
        atPath: desk.folder + "/bin/" + name, withDestinationPath: "/bin/true")
    }
    try desk.write(Hostile.brief + Desk.brief, to: "brief.md")
    let trace = desk.folder + "/trace"
    let pty = try desk.start(
      Self.strace,
      [
        "-f", "-qq", "-e", "trace=execve,execveat", "-e", "signal=none", "-s", "300", "-o", trace,
        Pty.products + "/broadsheet", desk.folder + "/brief.md",
      ], environment: Self.environment.merging(["SHELL": slot.path]) { $1 })
    try pty.wait(for: "Lede")
    pty.type("\to")
    try pty.wait(for: "Opened in surf")
    pty.type("e")
    try pty.wait("the reader again") { $0.timesSet[1049, default: 0] == 2 }
    pty.type("/$(touch x)\r:!touch x\r:messages\r\u{1B}\u{C}\ty")
    try pty.wait("a copy") { !$0.copies.isEmpty }
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
    let started = lines.compactMap { line -> Substring? in
      guard line.hasSuffix(" = 0"), let start = line.firstIndex(of: "\"") else { return nil }
      return line[line.index(after: start)...].prefix { $0 != "\"" }
    }
    #expect(
      started
        == [
          Pty.products + "/broadsheet", desk.folder + "/bin/surf", desk.folder + "/bin/write",
        ].map { $0[...] }, "\(lines)")
  }

  @Test("No line of the code hands anything to a shell")
  func sources() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }
    #expect(files.count > 300)
    let shells = try Regex(
      #"(^|[ (=])(system|popen|wordexp|exec[lv]p?e?|posix_spawnp|Process)\((?!\d\))|/bin/[a-z]*sh\b|\["-c""#
    )
    #expect(
      ["system(x)", "a = popen(x)", #"["-c", x]"#, "/bin/sh"].allSatisfy { $0.contains(shells) })
    var starters: [String] = []
    for file in files {
      let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.contains("///") {
        let names =
          line.contains(shells) && !line.contains("case system(") && !line.contains("#!")
        #expect(!names, "\(file): \(line)")
        if line.contains("posix_spawn(") { starters.append(file) }
      }
    }
    #expect(starters == ["Delivery/SpawnPlan.swift"], "one place starts programs")
  }
}
