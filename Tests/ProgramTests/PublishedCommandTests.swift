import BriefLibrary
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

  /// Makes the library of a reader, as their first session would.
  private func come(_ reader: String) throws {
    try desk.write("none.json", "{\"schema\":\"broadsheet.state/1\",\"briefs\":[]}")
    let answer = try run(reader, "import", "--state", "none.json")
    try #require(answer.status == 0, "\(answer.errors)")
  }

  /// Runs a command for a reader, and returns what it prints.
  @discardableResult
  private func run(_ reader: String, _ arguments: String...) throws -> LibraryDesk.Answer {
    try desk.run(arguments + ["--config", settings, "--reader", reader])
  }

  @Test("list, search, unread and mark go by it, with the marks of each reader")
  func each() throws {
    try #require(desk.run("remove", "briefs").status == 0, "a reader has no folders of their own")
    try come("ann")
    #expect(try run("ann", "mark", "read", "rail").output.contains("marked read"))
    #expect(try run("ann", "unread").output.contains("Ports"))
    #expect(try !run("ann", "unread").output.contains("Rail"))
    #expect(try run("ann", "unread", "--count").output == "1\n")
    #expect(try run("ann", "unread", "--count", "title:rail").output == "0\n")
    try come("bob")
    #expect(try run("bob", "unread", "--count").output == "2\n")
    #expect(try run("bob", "mark", "star", desk.path + "/briefs/rail.md").status == 0)
    #expect(try run("bob", "list", "is:starred").output.contains("Rail"))
    #expect(try run("ann", "list", "is:starred").output == "")
    #expect(try run("bob", "search", "ships").output.contains("Ports"))
    #expect(try run("bob", "list").errors == "")
  }

  @Test("show what was rewritten as the index has it, and marks follow")
  func rewritten() throws {
    try come("ann")
    try run("ann", "mark", "read", "rail")
    try desk.write("briefs/rail.md", LibraryDesk.brief("Rail", date: "2026-01-20", text: "New."))
    try #require(desk.run("index").status == 0)
    #expect(try run("ann", "list", "is:read").output.contains("Rail"), "not published yet")
    try publish()
    #expect(try run("ann", "list", "is:changed").output.contains("1/2  Rail"))
  }

  @Test("list briefs whose files are gone, and mark them")
  func archived() throws {
    try come("ann")
    try FileManager.default.removeItem(atPath: desk.path + "/briefs/rail.md")
    try publish()
    #expect(try run("ann", "list", "is:archived").output.contains("/briefs/rail.md"))
    #expect(try run("ann", "mark", "read", "is:archived").status == 0)
    #expect(try run("ann", "unread", "--count").output == "1\n")
  }

  @Test("export and import hand the marks of one reader to another")
  func handing() throws {
    try come("ann")
    try run("ann", "mark", "read", "rail")
    #expect(try run("ann", "export", "--state", "ann.json").output == "ann.json: 1 brief\n")
    #expect(try run("bob", "import", "--state", "ann.json").status == 0)
    #expect(try run("bob", "unread", "--count").output == "1\n")
    #expect(try run("ann", "backup", "copy.sqlite").status == 0)
  }

  @Test(
    "make no reader of a name that was mistyped",
    arguments: [
      ["list"], ["search", "ships"], ["unread"], ["unread", "--count"],
      ["mark", "read", "rail"],
      ["mark", "read", "briefs/rail.md"], ["export", "--state"], ["backup", "copy.sqlite"],
      ["doctor", "--check-library"], ["doctor", "--restore-library"],
    ])
  func mistyped(_ command: [String]) throws {
    try come("ann")
    let answer = try desk.run(command + ["--config", settings, "--reader", "anm"])
    #expect(answer.status == 66 && answer.output == "", "\(answer)")
    #expect(
      answer.errors.contains("readers/anm/library.sqlite: there is no reader anm yet"),
      "\(answer.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.state + "/readers/anm"))
  }

  @Test("check and restore the library of a reader")
  func care() throws {
    try come("ann")
    try run("ann", "mark", "read", "rail")
    let well = try run("ann", "doctor", "--check-library")
    #expect(well.status == 0 && well.output.contains("readers/ann/library.sqlite"))
    #expect(well.output.hasSuffix("Everything is in order.\n"))
    try desk.damage(desk.state + "/readers/ann/library.sqlite")
    #expect(try run("ann", "doctor", "--check-library").status == 1)
    let restored = try run("ann", "doctor", "--restore-library")
    #expect(restored.status == 0 && restored.output.contains("restored from"), "\(restored)")
    #expect(try run("ann", "unread", "--count").output == "1\n")
  }

  @Test("are told of by doctor, with the settings that hold, and how old the index is")
  func doctor() throws {
    try come("ann")
    let told = try run("ann", "doctor").output
    #expect(told.contains("settings    \(settings)\n"), "\(told)")
    #expect(told.contains("library     \(desk.state)/readers/ann/library.sqlite\n"))
    let published = try #require(told.split(separator: "\n").first { $0.hasPrefix("published") })
    #expect(published.contains("\(desk.path)/shared/index.sqlite, written "))
    #expect(published.hasSuffix(" ago, 2 briefs, of this version (\(BriefIndex.fileName))"))
    try desk.write("shared/index.sqlite", "no index")
    let foreign = try run("ann", "doctor").output
    #expect(foreign.contains("published   \(desk.path)/shared/index.sqlite: is"), "\(foreign)")
    try FileManager.default.removeItem(atPath: desk.path + "/shared/index.sqlite")
    #expect(try run("ann", "doctor").output.contains("shared/index.sqlite (not there yet)"))
  }

  @Test("tell what is missing: the index, the settings, a reader's name")
  func missing() throws {
    try come("ann")
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
