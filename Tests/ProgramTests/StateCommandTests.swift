import Foundation
import Testing

@testable import broadsheet

@Suite("broadsheet export and import")
struct StateCommandTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
  }

  @Test("Marks move to a machine where the same briefs lie elsewhere")
  func moving() throws {
    try desk.run("mark", "read", "rail")
    try desk.run("mark", "star", "ports")
    let export = try desk.run("export", "--state", "state.json")
    #expect(export.status == 0 && export.output == "state.json: 2 briefs\n")
    #expect(try desk.run("export", "--state").output == desk.read("state.json"))
    let other = try LibraryDesk()
    try other.write("x/y.md", LibraryDesk.brief("Rail", date: "2026-01-20"))
    try other.run("add", "x")
    try other.run("index")
    #expect(try other.run("unread", "--count").output == "1\n")
    let answer = try other.run("import", "--state", desk.path + "/state.json")
    #expect(answer.status == 0 && answer.errors == "")
    // Two sections, and the lede before them.
    #expect(answer.output == "2 briefs; new are 3 marks, and the star or place of 1\n")
    #expect(try other.run("unread", "--count").output == "0\n")
    let again = try other.run("import", "--state", desk.path + "/state.json")
    #expect(again.output == "2 briefs; new are 0 marks, and the star or place of 0\n")
  }

  @Test("An export replaces an export and nothing else")
  func replacing() throws {
    try desk.run("export", "--state", "state.json")
    #expect(try desk.run("export", "--state", "state.json").status == 0)
    try desk.write("notes.json", "{}")
    #expect(try desk.run("export", "--state", "notes.json").status == 74)
    #expect(try desk.read("notes.json") == "{}")
    #expect(try desk.run("export").status == 64)
  }

  @Test("A file with a mistake is refused whole, with the place")
  func mistake() throws {
    try desk.run("mark", "read", "rail")
    var json = try desk.run("export", "--state").output
    try desk.run("mark", "unread", "rail")
    json = json.replacingOccurrences(of: "]}\n]}", with: "]},\n{}]}")
    try desk.write("state.json", json)
    let answer = try desk.run("import", "--state", "state.json")
    #expect(answer.status == 65)
    #expect(answer.errors.contains("state.json:3:1: \"fingerprint\" is missing; nothing was taken"))
    #expect(try desk.run("unread", "--count").output == "2\n")
    #expect(try desk.run("import", "--state", "gone.json").status == 66)
  }
}
