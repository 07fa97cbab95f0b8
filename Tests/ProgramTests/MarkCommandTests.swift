import Foundation
import Testing

@testable import broadsheet

@Suite("broadsheet mark")
struct MarkCommandTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
  }

  private func unread() throws -> String { try desk.run("unread", "--count").output }

  @Test("marks what a query finds, and says how much that was")
  func query() throws {
    let first = try desk.run("mark", "read", "title:rail", "is:unread")
    #expect(first.status == 0 && first.errors == "")
    #expect(first.output == "1 brief and 2 sections marked read\n")
    #expect(try unread() == "1\n")
    let all = try desk.run("mark", "read", "example OR nobody")
    #expect(all.output == "1 brief and 2 sections marked read; 1 brief had nothing to change\n")
    #expect(try unread() == "0\n")
    #expect(
      try desk.run("mark", "unread", "ships").output == "1 brief and 2 sections marked unread\n")
    #expect(try unread() == "1\n")
  }

  @Test("says of a name that is not UTF-8 what is wrong with it, and so does add") func names()
    throws
  {
    // What an argument of other bytes is to the program.
    let name = "caf\u{FFFD}.md"
    for command in [["mark", "star", name], ["add", name]] {
      let answer = try desk.run(command)
      #expect(answer.status == 66, "\(command)")
      #expect(
        answer.errors.hasPrefix(
          "broadsheet: \(name): cannot be opened, as its name is not UTF-8; rename it"), "\(answer)"
      )
    }
  }

  @Test(
    "keeps marks beside an index that can only be read, and says that it is not brought up to date")
  func readOnlyIndex() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.state)
    let index = try #require(names.first { $0.hasPrefix("index.") && $0.hasSuffix(".sqlite") })
    chmod(desk.state + "/" + index, 0o444)
    let told =
      "broadsheet: \(desk.state)/\(index): the index cannot be brought up to date "
      + "(it is read-only); check its permissions\n"
    for arguments in [["mark", "star", "briefs/rail.md"], ["mark", "unstar", "title:rail"]] {
      let answer = try desk.run(arguments)
      #expect(answer.status == 0 && answer.errors == told, "\(answer)")
      #expect(answer.output.hasPrefix("1 brief \(arguments[1])red"))
    }
    var status = stat()
    #expect(stat(desk.state + "/" + index, &status) == 0 && status.st_mode & 0o777 == 0o400)
  }

  @Test("marks files where the index cannot be opened, which is told")
  func noIndex() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.state)
    let name = try #require(names.first { $0.hasPrefix("index.") && $0.hasSuffix(".sqlite") })
    let index = desk.state + "/" + name
    try FileManager.default.moveItem(atPath: index, toPath: index + ".away")
    try FileManager.default.createDirectory(
      atPath: index, withIntermediateDirectories: false)
    let answer = try desk.run("mark", "star", "briefs/rail.md")
    #expect(answer.status == 0 && answer.output == "1 brief starred\n")
    #expect(answer.errors == "broadsheet: \(index): is a folder and not a file; move it away\n")
    #expect(try desk.run("mark", "star", "title:rail").status == 74)
    try FileManager.default.removeItem(atPath: index)
    try FileManager.default.moveItem(atPath: index + ".away", toPath: index)
    #expect(try desk.run("list", "is:starred").output.contains("  Rail  "))
  }

  @Test("stars and takes stars back")
  func stars() throws {
    #expect(try desk.run("mark", "star", "rail").output == "1 brief starred\n")
    #expect(try desk.run("list", "is:starred").output.contains("  Rail  "))
    #expect(try desk.run("mark", "unstar", "rail").output == "1 brief unstarred\n")
    #expect(try desk.run("list", "is:starred").output == "")
  }

  @Test("marks files and folders, in the library's folders or not")
  func paths() throws {
    #expect(
      try desk.run("mark", "read", "briefs", "briefs/rail.md").output
        == "2 briefs and 4 sections marked read\n")
    #expect(try unread() == "0\n")
    try desk.write("elsewhere/new.md", LibraryDesk.brief("Later", date: "2026-01-23"))
    #expect(
      try desk.run("mark", "read", "elsewhere/new.md").output
        == "1 brief and 2 sections marked read\n")
    try desk.run("add", "elsewhere")
    try desk.run("index")
    #expect(try unread() == "0\n")
  }

  @Test("takes words for a query as soon as one of them is no path")
  func mixed() throws {
    let answer = try desk.run("mark", "read", "briefs", "nowhere")
    #expect(answer.status == 1 && answer.output == "")
    #expect(answer.errors == "broadsheet: nothing was found for briefs nowhere\n")
    #expect(try unread() == "2\n")
  }

  @Test("tells a path that was mistyped, and marks nothing")
  func mistyped() throws {
    let answer = try desk.run("mark", "read", "briefs/rail.md", "briefs/port.md")
    #expect(answer.status == 66)
    #expect(answer.errors.contains("briefs/port.md: no such file or folder; nothing was marked"))
    #expect(try unread() == "2\n")
  }

  @Test("marks the others where a file cannot be read, and ends with its status")
  func unreadable() throws {
    try desk.write("briefs/empty.md", "")
    let answer = try desk.run("mark", "read", "briefs")
    #expect(answer.status == 65)
    #expect(answer.output == "2 briefs and 4 sections marked read\n")
    #expect(answer.errors.contains("empty.md: is empty"))
  }

  @Test("refuses a query that would mark everything unseen, and one that is wrong")
  func refused() throws {
    #expect(try desk.run("mark", "read", " ").status == 64)
    let wrong = try desk.run("mark", "star", "is:blue")
    #expect(wrong.status == 64 && wrong.errors.hasSuffix("  is:blue\n     ^^^^\n"))
    #expect(try desk.run("mark", "blue", "rail").status == 64)
  }

  @Test("takes words after -- and words with a - for denials")
  func denials() throws {
    #expect(try desk.run("mark", "star", "--", "-rail").output == "1 brief starred\n")
    #expect(try desk.run("list", "is:starred").output.contains("  Ports  "))
  }
}
