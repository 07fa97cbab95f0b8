import Foundation
import Testing

@testable import broadsheet

@Suite("Commands that only read")
struct ReadingCommandTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
  }

  @Test("read a library that cannot be written, and say why; one that changes it refuses")
  func unwritable() throws {
    try desk.run("mark", "read", "rail")
    let list = try desk.run("list").output
    // Where all may write nothing is kept, whoever runs the test.
    #expect(chmod(desk.state, 0o777) == 0)
    for (arguments, output) in [
      (["list"], list), (["search", "ships"], nil), (["unread"], nil),
      (["unread", "--count"], "1\n"),
      (["folders"], desk.path + "/briefs\n"), (["export", "--state"], nil),
      (["backup", "b.sqlite"], nil),
    ] {
      let answer = try desk.run(arguments)
      #expect(answer.status == 0 && !answer.output.isEmpty, "\(arguments): \(answer)")
      if let output { #expect(answer.output == output, "\(arguments)") }
      if arguments != ["unread", "--count"] {
        #expect(answer.errors.contains("others may write there"), "\(arguments)")
      }
    }
    let mark = try desk.run("mark", "read", "ports")
    #expect(mark.status == 74 && mark.output == "")
  }

  @Test("tell each file that cannot be read, also when nothing has changed")
  func unreadable() throws {
    try desk.write("briefs/empty.md", "")
    try desk.write("briefs/image.md", "\u{89}PNG\r\n\u{1A}\n\0\0\0\0")
    for _ in 1...2 {
      let errors = try desk.run("index").errors
      #expect(errors.contains("briefs/empty.md: is empty"))
      #expect(errors.contains("briefs/image.md: is not text"))
    }
    let check = try desk.run("doctor", "--check-library")
    #expect(check.status == 0 && check.output.contains("briefs/empty.md: is empty"))
    #expect(check.output.contains("briefs/image.md: is not text"))
    for number in 0..<30 { try desk.write("briefs/e\(number).md", "") }
    #expect(try desk.run("index").errors.contains("… and 12 more files cannot be read"))
  }

  @Test("tell briefs whose files are gone from what lies there now")
  func archived() throws {
    try desk.write("home/.config/broadsheet/config.toml", "archive = true\n")
    try desk.run("index")
    try FileManager.default.removeItem(atPath: desk.path + "/briefs/rail.md")
    try desk.run("index")
    try desk.write("briefs/rail.md", LibraryDesk.brief("Roads", date: "2026-01-21"))
    try desk.run("index")
    let json = try desk.run("list", "--format", "json", "rail").output
    #expect(json.contains(#""title":"Rail","date":"2026-01-20","dateOrigin":"text","unread":2,"#))
    #expect(json.contains(#""starred":false,"archived":true,"#))
    #expect(
      try desk.run("list", "--format", "json", "roads").output.contains(#""archived":false,"#))
    let lines = try desk.run("list").output.split(separator: "\n")
    #expect(lines.map { String($0.prefix(3)) } == ["*  ", "*  ", "* x"], "\(lines)")
    #expect(try desk.run("list", "roads").output.hasPrefix("*   2026-01-21  "))
  }
}
