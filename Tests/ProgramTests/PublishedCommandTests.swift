import Foundation
import Testing

@testable import broadsheet

/// The commands of readers who have an index that another process publishes.
@Suite("Commands on a published index")
struct PublishedCommandTests {
  private let desk: LibraryDesk
  private let settings: String

  init() throws {
    desk = try LibraryDesk()
    settings = desk.path + "/etc/config.toml"
    try desk.write("home/.config/broadsheet/config.toml", "archive = true\n")
    try desk.fill()
    try desk.write("etc/config.toml", "published = \"\(desk.path)/shared/index.sqlite\"\n")
    try FileManager.default.createDirectory(
      atPath: desk.path + "/shared", withIntermediateDirectories: true)
    try publish()
  }

  private func publish() throws {
    try #require(desk.run("index", "--publish", desk.path + "/shared/index.sqlite").status == 0)
  }

  /// Runs a command for a reader, and returns what it prints.
  @discardableResult
  private func run(_ reader: String, _ arguments: String...) throws -> LibraryDesk.Answer {
    try desk.run(arguments + ["--config", settings, "--reader", reader])
  }

  @Test("list, search, unread and mark go by it, with the marks of each reader")
  func each() throws {
    try #require(desk.run("remove", "briefs").status == 0, "a reader has no folders of their own")
    #expect(try run("ann", "mark", "read", "rail").output.contains("marked read"))
    #expect(try run("ann", "unread").output.contains("Ports"))
    #expect(try !run("ann", "unread").output.contains("Rail"))
    #expect(try run("ann", "unread", "--count").output == "1\n")
    #expect(try run("ann", "unread", "--count", "title:rail").output == "0\n")
    #expect(try run("bob", "unread", "--count").output == "2\n")
    #expect(try run("bob", "mark", "star", desk.path + "/briefs/rail.md").status == 0)
    #expect(try run("bob", "list", "is:starred").output.contains("Rail"))
    #expect(try run("ann", "list", "is:starred").output == "")
    #expect(try run("bob", "search", "ships").output.contains("Ports"))
    #expect(try run("bob", "list").errors == "")
  }

  @Test("show what was rewritten as the index has it, and marks follow")
  func rewritten() throws {
    try run("ann", "mark", "read", "rail")
    try desk.write("briefs/rail.md", LibraryDesk.brief("Rail", date: "2026-01-20", text: "New."))
    try #require(desk.run("index").status == 0)
    #expect(try run("ann", "list", "is:read").output.contains("Rail"), "not published yet")
    try publish()
    #expect(try run("ann", "list", "is:changed").output.contains("1/2  Rail"))
  }

  @Test("list briefs whose files are gone, and mark them")
  func archived() throws {
    try FileManager.default.removeItem(atPath: desk.path + "/briefs/rail.md")
    try publish()
    #expect(try run("ann", "list", "is:archived").output.contains("/briefs/rail.md"))
    #expect(try run("ann", "mark", "read", "is:archived").status == 0)
    #expect(try run("ann", "unread", "--count").output == "1\n")
  }

  @Test("export and import hand the marks of one reader to another")
  func handing() throws {
    try run("ann", "mark", "read", "rail")
    #expect(try run("ann", "export", "--state", "ann.json").output == "ann.json: 1 brief\n")
    #expect(try run("bob", "import", "--state", "ann.json").status == 0)
    #expect(try run("bob", "unread", "--count").output == "1\n")
    let typo = try run("anm", "export", "--state")
    #expect(typo.status == 66 && typo.errors.contains("readers/anm/library.sqlite: there is no"))
    #expect(!FileManager.default.fileExists(atPath: desk.state + "/readers/anm"))
    #expect(try run("ann", "backup", "copy.sqlite").status == 0)
  }

  @Test("tell what is missing: the index, the settings, a reader's name")
  func missing() throws {
    for name in ["../ann", "-x", ".ann", String(repeating: "a", count: 33)] {
      let answer = try desk.run("list", "--config", settings, "--reader=\(name)")
      #expect(answer.status == 64 && answer.errors.contains("is invalid for '--reader <NAME>'"))
      #expect(answer.errors.contains("letters, digits"), "\(answer.errors)")
    }
    let settings = try desk.run("unread", "--count", "--config", desk.path + "/gone.toml")
    #expect(settings.status == 66 && settings.errors.contains("gone.toml: cannot be read"))
    try FileManager.default.removeItem(atPath: desk.path + "/shared/index.sqlite")
    for command in [["list"], ["unread", "--count"], ["mark", "read", "rail"]] {
      let answer = try desk.run(command + ["--config", self.settings, "--reader", "ann"])
      #expect(answer.status != 0 && answer.errors.contains("shared/index.sqlite"), "\(answer)")
    }
    #expect(try run("ann", "import", "--state", "gone.json").status == 66)
  }
}
