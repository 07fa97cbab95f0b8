import Foundation
import Testing

@testable import broadsheet

@Suite("broadsheet backup and doctor")
struct LibraryCareTests {
  private let desk: LibraryDesk

  init() throws { desk = try LibraryDesk() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.state)
  }

  private func damage() throws {
    for suffix in ["-wal", "-shm"] { unlink(desk.library + suffix) }
    var bytes = try Data(contentsOf: URL(filePath: desk.library))
    bytes.replaceSubrange(100..<4096, with: Data(repeating: 0xA5, count: 3996))
    try bytes.write(to: URL(filePath: desk.library))
  }

  @Test("A backup is made once under a name")
  func backup() throws {
    #expect(try desk.run("backup", "copy.sqlite").status == 66)
    try desk.fill()
    let answer = try desk.run("backup", "copy.sqlite")
    #expect(answer.status == 0 && answer.output.hasPrefix("copy.sqlite: has all marks"))
    let again = try desk.run("backup", "copy.sqlite")
    #expect(again.status == 74 && again.errors.contains("something is there already"))
  }

  @Test("Commands that change the library back it up each day")
  func daily() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    #expect(try names().filter { $0.contains(".backup-") }.count == 1)
  }

  @Test("A damaged library is restored by the next command, which tells what and where")
  func recovery() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    try damage()
    let answer = try desk.run("folders")
    #expect(answer.status == 0 && answer.output == desk.path + "/briefs\n")
    #expect(answer.errors.contains("library.sqlite.damaged-"))
    #expect(answer.errors.contains("restored from \(desk.library).backup-"))
    #expect(try desk.run("folders").errors == "")
  }

  @Test("A check ends with 0 where all is well, and with 1 and what to do where it is not")
  func check() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    let well = try desk.run("doctor", "--check-library")
    #expect(well.status == 0 && well.errors == "")
    #expect(well.output.hasSuffix("Everything is in order.\n"))
    #expect(try desk.run("doctor", "--restore-library").output.contains("is not damaged"))
    try damage()
    let ill = try desk.run("doctor", "--check-library")
    #expect(ill.status == 1 && ill.errors.contains("doctor --restore-library"))
    let restored = try desk.run("doctor", "--restore-library")
    #expect(restored.status == 0 && restored.output.contains("restored from"))
    #expect(try desk.run("doctor", "--check-library").status == 0)
  }
}
