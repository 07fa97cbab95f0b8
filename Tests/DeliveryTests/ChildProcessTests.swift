import Foundation
import Testing

@testable import Delivery

@Suite("Child processes")
struct ChildProcessTests {
  private let search = ProgramSearch(path: "/usr/bin:/bin")
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("broadsheet-children-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs a shell script as a child to its end and returns its exit status and what it wrote to
  /// the file that is its first argument.
  private func run(
    script: String, _ arguments: [String] = [], input: String? = nil
  ) throws -> (status: Int32, output: String) {
    let out = folder.appendingPathComponent("out").path
    let child = try ChildProcess.start(
      CommandWords(program: "sh", arguments: ["-c", script, "sh", out] + arguments),
      input: input.map { Array($0.utf8) }, search: search)
    var status: Int32 = 0
    #expect(waitpid(child.id, &status, 0) == child.id)
    let output = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(at: folder)
    return (ExitStatus.code(status), output)
  }

  @Test("A hostile address arrives as one argument, byte for byte")
  func oneArgument() throws {
    let address = "https://a.example/?a=1&b=$(touch%20x);`id`|'\"*"
    let result = try run(script: #"out=$1; shift; printf '%s\n' "$#" "$1" >"$out""#, [address])
    #expect(result.output == "1\n\(address)\n")
  }

  @Test("What is given as input can be read to its end")
  func input() throws {
    let text = String(repeating: "zehn Bytes", count: 20_000)
    let result = try run(script: #"cat >"$1""#, input: text)
    #expect(result.output == text)
  }

  @Test("Without input there is nothing to read, and output goes nowhere")
  func silence() throws {
    let script = #"for f in 0 1 2; do readlink /proc/$$/fd/$f; done >"$1""#
    let lines = try run(script: script).output.split(separator: "\n")
    #expect(lines.first == "/dev/null")
    #expect(lines.last == "/dev/null")
  }

  @Test("No other descriptor is inherited, even one without close-on-exec")
  func descriptors() throws {
    let leak = open("/etc/hostname", O_RDONLY)
    defer { close(leak) }
    #expect(fcntl(leak, F_GETFD) & FD_CLOEXEC == 0)
    let result = try run(script: #"for f in /proc/$$/fd/*; do readlink "$f"; done >"$1""#)
    #expect(!result.output.contains("/etc/hostname"))
  }

  @Test("A child starts with no signal blocked and in a session of its own")
  func surroundings() throws {
    var blocked = sigset_t()
    var old = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTERM)
    sigaddset(&blocked, SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &blocked, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    // A shell blocks signals of its own while it waits, so a program that replaces it looks.
    let script =
      #"exec awk '/^SigBlk/ { print } / S | R / { print $1, $6 }' "#
      + #"/proc/$$/status /proc/$$/stat >"$1""#
    let lines = try run(script: script).output.split(separator: "\n")
    #expect(lines.first == "SigBlk:\t0000000000000000")
    let numbers = (lines.last ?? "").split(separator: " ")
    #expect(numbers.count == 2)
    #expect(numbers.first == numbers.last, "process and session have one number: \(numbers)")
  }

  @Test("A child handles every signal as the system does, whatever is ignored here")
  func dispositions() throws {
    let old = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, old) }
    let script = #"exec awk '/^SigIgn/ { print $2 }' /proc/$$/status >"$1""#
    let ignored = try run(script: script).output.split(separator: "\n")
    // The C library keeps two signals for itself, 32 and 33.
    #expect(ignored.map { (UInt64($0, radix: 16) ?? .max) & ~0x1_8000_0000 } == [0])
  }

  @Test("A program that does not exist is told by its name")
  func missing() {
    #expect(throws: DeliveryError.noProgram("no-such-browser")) {
      try ChildProcess.start(CommandWords(program: "no-such-browser"), search: search)
    }
  }

  @Test("A file that is no program is refused with the system's reason")
  func notAProgram() throws {
    let path = folder.appendingPathComponent("broken").path
    try "\u{7F}ELF".write(toFile: path, atomically: false, encoding: .utf8)
    chmod(path, 0o755)
    #expect(throws: DeliveryError.notStarted(program: path, reason: "Exec format error")) {
      try ChildProcess.start(CommandWords(program: path), search: search)
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test("Children that end are collected, and one that failed at once is told")
  func collecting() throws {
    var children = Children()
    let failing = try ChildProcess.start(
      CommandWords(program: "sh", arguments: ["-c", "exit 3"]), search: search)
    let fine = try ChildProcess.start(CommandWords(program: "true"), search: search)
    children.add(failing, purpose: "opening a.example")
    children.add(fine, purpose: "copying")
    var info = siginfo_t()
    for child in [failing, fine] { waitid(P_PID, id_t(child.id), &info, WEXITED | WNOWAIT) }
    #expect(children.collect() == ["“sh” failed with status 3 (opening a.example)"])
    #expect(children.collect() == [])
    #expect(waitpid(failing.id, nil, WNOHANG) == -1, "no zombie is left")
    try FileManager.default.removeItem(at: folder)
  }
}
