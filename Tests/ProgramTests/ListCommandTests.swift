import Foundation
import Testing

@testable import broadsheet

@Suite("broadsheet list, search and unread")
struct ListCommandTests {
  private let desk: LibraryDesk

  init() throws { desk = try LibraryDesk() }

  @Test("A brief whose lede was rewritten is changed, and marking it takes that as read")
  func lede() throws {
    let text = { (lede: String) in "# A\n\n\(lede)\n\n## One\n\nText.\n" }
    try desk.write("briefs/a.md", text("It rained."))
    try desk.run("add", "briefs")
    try desk.run("index")
    #expect(try desk.run("mark", "read", "title:a").output == "1 brief and 1 section marked read\n")
    #expect(try desk.run("list", "title:a").output.hasPrefix("- "))
    try desk.write("briefs/a.md", text("It snowed."))
    try desk.run("index")
    #expect(try desk.run("list", "is:changed").output.hasPrefix("~ "))
    let json = try desk.run("list", "--format", "json", "is:changed").output
    #expect(
      json.contains(#""unread":1,"starred":false,"archived":false,"changed":1,"sections":2,"#))
    #expect(try desk.run("mark", "read", "title:a").status == 0)
    #expect(try desk.run("list", "is:changed").output == "")
    #expect(
      try desk.run("mark", "unread", "title:a").output == "1 brief and 1 section marked unread\n")
    #expect(try desk.run("list", "is:changed").output == "")
  }

  @Test("print lines in columns, with the same fields for every brief")
  func text() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    try desk.run("mark", "star", "rail")
    let answer = try desk.run("list")
    #expect(
      answer.output == """
        *   2026-01-22  2/2  Ports  \(desk.path)/briefs/deep/ports.md
        -+  2026-01-20  0/2  Rail   \(desk.path)/briefs/rail.md

        """)
    #expect(answer.errors == "")
    #expect(try desk.run("unread").output.split(separator: "\n").count == 1)
    #expect(try desk.run("list", "--limit", "1", "--sort", "title").output.contains("Ports"))
  }

  @Test("print JSON with exactly the fields of its schema")
  func json() throws {
    try desk.fill()
    try desk.run("mark", "read", "rail")
    try desk.write("briefs/rail.md", LibraryDesk.brief("Rail", date: "2026-01-20", text: "New."))
    try desk.run("index")
    #expect(
      try desk.run("search", "--format", "json", "rail").output == """
        {"schema":"broadsheet.list/1","briefs":[
        {"path":"\(desk.path)/briefs/rail.md","title":"Rail","date":"2026-01-20","dateOrigin":"text",\
        "unread":1,"starred":false,"archived":false,"changed":1,"sections":2,"sources":2}
        ]}

        """)
    let none = try desk.run("list", "--format", "json", "nothing")
    let object = try JSONSerialization.jsonObject(with: Data(none.output.utf8)) as? [String: Any]
    #expect(object?["schema"] as? String == "broadsheet.list/1")
    #expect((object?["briefs"] as? [Any])?.isEmpty == true)
  }

  @Test("tell all places of a brief that lies in several, and the date of a file as such")
  func places() throws {
    try desk.fill()
    let text = "# Undated\n\n## S\n\nText.\n"
    for name in ["briefs/b.md", "briefs/a.md"] { try desk.write(name, text) }
    try desk.run("index")
    let json = try desk.run("list", "--format", "json", "title:undated").output
    #expect(
      json.contains(
        "\"path\":\"\(desk.path)/briefs/a.md\",\"paths\":[\"\(desk.path)/briefs/a.md\","
          + "\"\(desk.path)/briefs/b.md\"],"), "\(json)")
    #expect(json.contains("\"dateOrigin\":\"file\""))
    let lines = try desk.run("list").output.split(separator: "\n")
    #expect(lines.count == 3 && lines.first?.hasPrefix("*   ~2") == true, "\(lines)")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("*    2") }, "\(lines)")
    #expect(try desk.run("list", "after:7d").output == "")
    #expect(try desk.run("list", "after:~7d").output.contains("Undated"))
  }

  @Test("tell a wrong query with its place, columns of wide characters counted")
  func wrongQuery() throws {
    try desk.fill()
    let answer = try desk.run("search", "日本", "on:soon")
    #expect(answer.status == 64 && answer.output == "")
    #expect(answer.errors.hasSuffix("  日本 on:soon\n          ^^^^\n"))
    let hostile = try desk.run("list", "\u{1B}[2J", "cites:many")
    #expect(!hostile.errors.contains("\u{1B}"))
    let long = try desk.run("list", String(repeating: "rail ", count: 300) + "is:x")
    #expect(long.errors.split(separator: "\n").allSatisfy { $0.count < 130 })
  }

  @Test(
    "tell where a query names a folder that is not there",
    arguments: [
      ("list", "rail in:nosuch\n          ^^^^^^\n"),
      ("search", "rail in:nosuch\n          ^^^^^^\n"),
      ("unread", "( rail in:nosuch )\n                      ^^^^^^\n"),
    ])
  func missingFolder(command: String, end: String) throws {
    try desk.fill()
    let answer = try desk.run(command, "rail", "in:nosuch")
    #expect(answer.status == 64 && answer.output == "", "\(answer)")
    #expect(
      answer.errors.contains("no brief lies in a folder 'nosuch', and no saved query has this name")
    )
    #expect(answer.errors.hasSuffix(end), "\(answer.errors)")
    let count = try desk.run("unread", "--count", "in:nosuch")
    #expect(count.status == 64 && count.errors.contains("no brief lies in a folder 'nosuch'"))
    #expect(try desk.run("mark", "read", "in:nosuch").status == 64)
    #expect(try desk.run("list", "in:briefs").status == 0)
    #expect(try desk.run("unread", "--count", "in:briefs").output == "2\n")
  }

  @Test(
    "take words that begin with a - as denials, wherever they stand",
    arguments: [
      ["search", "--", "-rail"], ["search", "-rail"], ["list", "example", "-rail"],
      ["list", "-rail", "--sort", "title"], ["list", "--limit", "5", "--", "-rail", "example"],
      ["search", "--limit=1", "example -rail"],
    ])
  func denials(arguments: [String]) throws {
    try desk.fill()
    let answer = try desk.run(arguments)
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(answer.output.contains("Ports") && !answer.output.contains("Rail"))
  }

  @Test("take saved queries as folders, and tell a wrong one with its line")
  func savedQueries() throws {
    try desk.fill()
    try desk.write(
      "home/.config/broadsheet/config.toml", "[queries]\nsea = \"ships\"\nbad = \"is:old\"\n")
    let list = try desk.run("list", "in:sea")
    #expect(list.output.contains("Ports") && !list.output.contains("Rail"))
    #expect(
      list.errors.contains("config.toml:3: the query 'bad' is wrong from its character 4 on: is:"))
    #expect(try desk.run("unread", "--count", "in:sea").output == "1\n")
    #expect(try desk.run("unread", "--count", "-in:sea").output == "1\n")
    try desk.run("mark", "read", "in:sea")
    #expect(try desk.run("unread", "--count", "in:sea").output == "0\n")
    #expect(try desk.run("unread", "-in:sea").output.contains("Rail"))
    let wrong = try desk.run("search", "x", "in:bad")
    #expect(wrong.status == 64 && wrong.errors.contains("in the saved query 'bad'"))
    #expect(wrong.errors.hasSuffix("  x in:bad\n       ^^^\n"))
  }

  @Test("keep briefs whose files are gone where the settings say so")
  func archived() throws {
    try desk.write("home/.config/broadsheet/config.toml", "archive = true\n")
    try desk.fill()
    try FileManager.default.removeItem(atPath: desk.path + "/briefs/rail.md")
    try desk.run("index")
    #expect(try desk.run("list", "is:archived").output.contains("/briefs/rail.md"))
    #expect(try desk.run("mark", "read", "is:archived").status == 0)
    #expect(try desk.run("unread", "--count").output == "1\n")
  }

  @Test("refuse options that there are not, and a limit below 0")
  func options() throws {
    try desk.fill()
    #expect(try desk.run("list", "--fromat", "json").status == 64)
    #expect(try desk.run("list", "--limit", "-3").status == 64)
    #expect(try desk.run("search").status == 64)
    #expect(try desk.run("list", "--limit", "0").output == "")
  }

  @Test("say what to do without folders, and before the first index")
  func empty() throws {
    let answer = try desk.run("list")
    #expect(answer.status == 66 && answer.output == "")
    #expect(answer.errors.contains("broadsheet add FOLDER"))
    try desk.write("briefs/rail.md", LibraryDesk.brief("Rail", date: "2026-01-20"))
    try desk.run("add", "briefs")
    #expect(try desk.run("list").errors.contains("broadsheet index"))
  }
}

@Suite("broadsheet unread --count")
struct UnreadCountTests {
  private let desk: LibraryDesk

  init() throws { desk = try LibraryDesk() }

  @Test("prints a number and a line's end, and makes nothing where nothing is")
  func nothing() throws {
    let answer = try desk.run("unread", "--count")
    #expect(answer.status == 0 && answer.output == "0\n" && answer.errors == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.path) == [])
  }

  @Test("leaves every file as it was")
  func noTrace() throws {
    try desk.fill()
    let before = try contents()
    #expect(try desk.run("unread", "--count").output == "2\n")
    #expect(try contents() == before)
  }

  private func contents() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.state)
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(filePath: desk.state + "/" + $0)))
      })
  }
}
