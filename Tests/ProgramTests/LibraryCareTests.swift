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
    try desk.damage(desk.library)
    let answer = try desk.run("folders")
    #expect(answer.status == 0 && answer.output == desk.path + "/briefs\n")
    #expect(answer.errors.contains("library.sqlite.damaged-"))
    #expect(answer.errors.contains("restored from \(desk.library).backup-"))
    #expect(try desk.run("folders").errors == "")
  }

  @Test("Damage that shows only where a command reads is restored by that command")
  func lateDamage() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    try desk.damageLeaves(desk.library)
    let answer = try desk.run("list", "is:read")
    #expect(answer.status == 0 && answer.output.contains("rail"), "\(answer)")
    #expect(answer.errors.contains("restored from \(desk.library).backup-"), "\(answer)")
    #expect(try desk.run("list", "is:read").errors == "")
  }

  @Test("Damage that index meets is restored by it, and the index brought up to date")
  func damageForIndex() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    try desk.write("briefs/rail.md", LibraryDesk.brief("Trams", date: "2026-01-20"))
    try desk.damageLeaves(desk.library)
    let answer = try desk.run("index")
    #expect(answer.status == 0 && answer.output == "2 briefs, 1 file read, 0 gone\n", "\(answer)")
    #expect(answer.errors.contains("restored from \(desk.library).backup-"), "\(answer)")
    #expect(try desk.run("index").errors == "")
  }

  @Test("A check says that there is no library where there is none, and makes none")
  func none() throws {
    let answer = try desk.run("doctor", "--check-library")
    #expect(answer.status == 66 && answer.errors.contains("there is no library yet"))
    #expect(!answer.output.contains("in order"), "\(answer.output)")
    #expect(!FileManager.default.fileExists(atPath: desk.library))
  }

  @Test("A check ends with 0 where all is well, and with 1 and what to do where it is not")
  func check() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    let well = try desk.run("doctor", "--check-library")
    #expect(well.status == 0 && well.errors == "")
    #expect(well.output.hasSuffix("Everything is in order.\n"))
    #expect(try desk.run("doctor", "--restore-library").output.contains("is not damaged"))
    try desk.damage(desk.library)
    let ill = try desk.run("doctor", "--check-library")
    #expect(ill.status == 1 && ill.errors.contains("doctor --restore-library"))
    let restored = try desk.run("doctor", "--restore-library")
    #expect(restored.status == 0 && restored.output.contains("restored from"))
    #expect(try desk.run("doctor", "--check-library").status == 0)
  }
}
