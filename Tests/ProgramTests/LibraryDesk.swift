import BriefModel
import Foundation
import PtyHarness
import Testing

/// A folder of briefs with a home of its own, on which the program is run.
final class LibraryDesk {
  struct Answer {
    var status: Int32
    var output: String
    var errors: String
  }

  let path: String

  init() throws {
    let made = FileManager.default.temporaryDirectory
      .appendingPathComponent("broadsheet-library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    path = made.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var state: String { path + "/home/.local/state/broadsheet" }
  var library: String { state + "/library.sqlite" }

  /// Runs the program in the folder.
  @discardableResult
  func run(_ arguments: String...) throws -> Answer {
    try run(arguments)
  }

  func run(_ arguments: [String]) throws -> Answer {
    let process = try start(arguments)
    return try end(process)
  }

  /// A program that runs, and where its output goes.
  struct Running {
    let process: Process
    let output: Pipe
    let errors: Pipe
  }

  func start(_ arguments: [String]) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: Pty.products + "/broadsheet")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": path + "/home", "LC_ALL": "C.UTF-8",
    ]
    let running = Running(process: process, output: Pipe(), errors: Pipe())
    process.standardOutput = running.output
    process.standardError = running.errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return running
  }

  func end(_ running: Running) throws -> Answer {
    let output = running.output.fileHandleForReading.readDataToEndOfFile()
    let errors = running.errors.fileHandleForReading.readDataToEndOfFile()
    running.process.waitUntilExit()
    return Answer(
      status: running.process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// Writes a file, with the folders that it needs.
  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// Overwrites most of the first page of a library.
  func damage(_ library: String) throws {
    for suffix in ["-wal", "-shm"] { unlink(library + suffix) }
    var bytes = try Data(contentsOf: URL(filePath: library))
    bytes.replaceSubrange(100..<4096, with: Data(repeating: 0xA5, count: 3996))
    try bytes.write(to: URL(filePath: library))
  }

  /// Overwrites all pages but the first of a library that may be open.
  func overwritePages(of library: String) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: library))
    let size = try file.seekToEnd()
    try file.seek(toOffset: 4096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: Int(size) - 4096))
    try file.close()
  }

  /// Breaks the pages of marks and of what finds rows: the library opens, and fails where it is read.
  func damageLeaves(_ library: String) throws {
    for suffix in ["-wal", "-shm"] { unlink(library + suffix) }
    var bytes = try Data(contentsOf: URL(filePath: library))
    for page in stride(from: 4096, to: bytes.count, by: 4096) where bytes[page] == 0x0A {
      bytes[page] = 0xFF
    }
    try bytes.write(to: URL(filePath: library))
  }

  /// A brief of two sections, each with a source.
  static func brief(_ title: String, date: String, text: String = "A line closed.") -> String {
    """
    # \(title)

    \(date)

    ## First

    \(text) [Example](https://example.org/\(title.count)/first)

    ## Second

    Nobody came. [Example](https://example.org/\(title.count)/second)

    """
  }

  /// Two briefs, in a folder of the library, indexed.
  func fill() throws {
    try write("briefs/rail.md", Self.brief("Rail", date: "2026-01-20"))
    try write("briefs/deep/ports.md", Self.brief("Ports", date: "2026-01-22", text: "Ships."))
    try #require(run("add", "briefs").status == 0)
    try #require(run("index").status == 0)
  }
}
