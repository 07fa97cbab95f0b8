import Foundation
import Testing

@testable import broadsheet

@Suite("Settings that are named")
struct ConfigOptionTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.write("a.md", "# A\n\nTin [rose](http://a.org/1).\n")
    try desk.write("ci.toml", "theme = \"nord\"\nmeasure = 50\n[check]\ninsecure-url = \"error\"\n")
  }

  @Test(
    "hold for check, in front of its name as behind it",
    arguments: [
      ["check", "--config", "ci.toml", "a.md"], ["--config", "ci.toml", "check", "a.md"],
      ["--config=ci.toml", "check", "a.md"],
    ])
  func check(_ arguments: [String]) throws {
    let answer = try desk.run(arguments)
    #expect(answer.status == 1, "\(answer.errors)")
    #expect(answer.output.contains("a.md:3:5: error: http://a.org/1"), "\(answer.output)")
    #expect(try desk.run("check", "a.md").status == 0)
  }

  @Test("that are not there, or have mistakes, keep check from its work")
  func trouble() throws {
    let missing = try desk.run("check", "--config", "gone.toml", "a.md")
    #expect(missing.status == 2 && missing.output.isEmpty)
    #expect(missing.errors.contains("gone.toml: cannot be read"), "\(missing.errors)")
    try desk.write("ci.toml", "[check]\ninsecure-url = \"loud\"\n")
    let wrong = try desk.run("check", "--config", "ci.toml", "a.md")
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(wrong.errors.contains("ci.toml:2"), "\(wrong.errors)")
  }

  @Test("hold for show, config, themes, keys and doctor as well")
  func others() throws {
    #expect(try desk.run("config", "--config", "ci.toml").output.contains("measure = 50"))
    #expect(try desk.run("themes", "--config", "ci.toml").output.contains("* nord"))
    for command in ["keys", "doctor"] {
      #expect(try desk.run(command, "--config", "ci.toml").status == 0)
      #expect(try desk.run(command, "--config", "gone.toml").status == 66)
    }
    let words = String(repeating: "tin ", count: 30)
    try desk.write("b.md", "# B\n\n\(words)\n")
    let lines = try desk.run("show", "--config", "ci.toml", "b.md").output.split(separator: "\n")
    #expect(lines.contains { $0.count > 40 } && lines.allSatisfy { $0.count <= 50 })
  }

  @Test("name themes that there are, or are told with their line")
  func themes() throws {
    let text = "dark-theme = \"nope\"\n\ntheme = \"nrd\"\nlight-theme = \"nord\"\n"
    try desk.write("c.toml", text)
    let answer = try desk.run("show", "--config", "c.toml", "a.md")
    #expect(
      answer.errors == """
        broadsheet: c.toml:1: there is no theme 'nope'; 'broadsheet-dark' holds
        broadsheet: c.toml:3: there is no theme 'nrd'; did you mean 'nord'?; 'broadsheet-dark' holds

        """)
  }

  @Test("hold for index, folders, add and remove, be it that one's own say otherwise")
  func folders() throws {
    let (briefs, library) = (desk.path + "/briefs", desk.path + "/var/l.sqlite")
    try desk.write("etc/config.toml", "folders = [\"\(briefs)\"]\nlibrary = \"\(library)\"\n")
    try desk.write("briefs/rail.md", LibraryDesk.brief("Rail", date: "2026-01-20"))
    try desk.write("more/ports.md", LibraryDesk.brief("Ports", date: "2026-01-22"))
    let given = ["--config", "etc/config.toml"]
    #expect(try desk.run(["add", "more"] + given).status == 0)
    #expect(try desk.run(["folders"] + given).output == "\(desk.path)/more\n\(briefs)\n")
    #expect(try desk.run(["index"] + given).output == "2 briefs, 2 files read, 0 gone\n")
    #expect(try desk.run(["remove", "more"] + given).status == 0)
    #expect(try desk.run(["index"] + given).output == "1 brief, 0 files read, 0 gone\n")
    #expect(FileManager.default.fileExists(atPath: library))
    #expect(!FileManager.default.fileExists(atPath: desk.library))
    for command in [["add", "more"], ["remove", "more"], ["folders"], ["index"]] {
      #expect(try desk.run(command + ["--config", "gone.toml"]).status == 66)
    }
  }

  @Test(
    "A file that is called like a command is one behind other options",
    arguments: [
      (["--linear", "check"], ["--linear", "check"]), (["--config", "a"], ["--config", "a"]),
      (["--reader", "ann", "list", "x"], ["list", "--reader", "ann", "x"]),
      (["--config", "check", "x"], ["--config", "check", "x"]),
      (["--kiosk", "--config", "a", "check"], ["--kiosk", "--config", "a", "check"]),
    ])
  func leading(_ given: [String], _ moved: [String]) {
    #expect(LeadingOptions.moved(given) == moved)
  }
}
