import Foundation
import PtyHarness
import TerminalGrammar
import Testing

/// A folder with a home, a brief and programs of its own, and the reader opened on it.
final class Desk {
  let folder: String

  static let addresses = [
    "https://ledger.example/1912/04/16/news",
    "https://gazette.example/boats?class=3&deck=E",
    "https://observer.example/1912-05-02/the-court-sits",
  ]

  static let brief = """
    # The Harbour Inquiry

    A short brief to be read by a test.

    ## First day

    The [Ledger](\(addresses[0])) had it first, and the [Gazette](\(addresses[1])) had it right.

    ## Second day

    Nobody came but the [Observer](\(addresses[2])).

    ## Looking back

    The [Ledger](\(addresses[0])) printed it again.

    ## Information Sources

    * **Morning Ledger:** [\(addresses[0])](\(addresses[0]))
    * **Gazette:** [\(addresses[1])](\(addresses[1]))
    * **Observer:** [\(addresses[2])](\(addresses[2]))

    """

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("broadsheet-desk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder + "/bin", withIntermediateDirectories: true)
    try write(Self.brief, to: "brief.md")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  /// Puts a shell script on the reader's `PATH`, and returns its path.
  ///
  /// Another process writes it: a descriptor of this one may be copied into a child that another
  /// test starts just then, and a file that is open for writing cannot be run.
  @discardableResult
  func addProgram(_ name: String, _ script: String) throws -> String {
    let path = folder + "/bin/" + name
    let writer = Process()
    writer.executableURL = URL(filePath: "/bin/sh")
    writer.arguments = [
      "-c", #"printf '#!/bin/sh\n%s\n' "$2" >"$1" && chmod 755 "$1""#, "sh", path, script,
    ]
    try writer.run()
    writer.waitUntilExit()
    try #require(writer.terminationStatus == 0)
    return path
  }

  /// Starts the reader, waits for its first screen, and hands it over.
  func open(
    _ arguments: [String]? = nil, environment: [String: String] = [:], rows: Int = 24,
    columns: Int = 80, showing text: String = "The Harbour Inquiry", asJobOfShell: Bool = false
  ) throws -> Pty {
    let pty = try start(
      Pty.products + "/broadsheet", arguments ?? [folder + "/brief.md"], environment: environment,
      rows: rows, columns: columns, asJobOfShell: asJobOfShell)
    try pty.wait(for: text)
    return pty
  }

  /// Starts a program in the desk's surroundings.
  func start(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], rows: Int = 24,
    columns: Int = 80, asJobOfShell: Bool = false
  ) throws -> Pty {
    let own = [
      "HOME": folder, "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config",
      "PATH": folder + "/bin:/usr/bin:/bin",
    ]
    let all = own.merging(environment) { $1 }
    return asJobOfShell
      ? try Pty(jobOfShell: program, arguments, environment: all, rows: rows, columns: columns)
      : try Pty(program, arguments, environment: all, rows: rows, columns: columns)
  }
}

extension Pty {
  /// The line with the current citation, above the status line.
  var linkLine: String { screen.text(screen.rows - 2) }

  /// Waits for a text in the link line.
  func wait(forLink text: String) throws {
    try wait("\(text) in the link line") { $0.text($0.rows - 2).contains(text) }
  }

  /// Waits for a text in the first line below the reader's head.
  func wait(forTop text: String) throws {
    try wait("\(text) at the top") { ($0.text(1) + $0.text(2)).contains(text) }
  }

  /// Waits until all that was typed has been drawn: a prompt that is opened after it has come and gone.
  func settle() throws {
    type(":zzz")
    try wait(for: ":zzz")
    type("\u{1B}")
    try wait("no prompt") { !$0.contains(":zzz") }
    try readWaiting()
  }

  /// Leaves by a key and checks that the terminal is as it was, and that it got nothing but what is
  /// meant to be sent.
  func leave(
    by key: String = "q", isOfXterm: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    type(key)
    #expect(try waitForEnd() == .exit(0), sourceLocation: sourceLocation)
    #expect(isGivenBack, sourceLocation: sourceLocation)
    #expect(screen.unknown == [], sourceLocation: sourceLocation)
    guard isOfXterm else { return }
    #expect(OutputGrammar.faults(in: output) == [], sourceLocation: sourceLocation)
  }
}
