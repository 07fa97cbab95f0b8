import Testing

@testable import broadsheet

@Suite("The command line")
struct CommandLineTests {
  @Test(
    "A mistake is told with a usage that is in the manual",
    arguments: [
      (["--bogus"], "Usage: broadsheet [--linear] [--kiosk]", "See 'broadsheet --help' for"),
      (["export"], "Usage: broadsheet export --state [--config", "See 'broadsheet export --help'"),
      (
        ["import", "x"], "Usage: broadsheet import --state [--config",
        "See 'broadsheet import --help'"
      ),
      (
        ["doctor", "--check-library", "--restore-library"], "give one of them",
        "Usage: broadsheet doctor"
      ),
    ])
  func usage(arguments: [String], usage: String, place: String) throws {
    let answer = try LibraryDesk().run(arguments)
    #expect(answer.status == 64 && answer.output == "")
    #expect(answer.errors.contains(usage), "\(answer.errors)")
    #expect(answer.errors.contains(place), "\(answer.errors)")
    #expect(!answer.errors.contains("broadsheet read"))
  }

  @Test("The help tells that unread takes a query")
  func help() throws {
    #expect(try LibraryDesk().run("--help").output.contains("broadsheet unread [--count] [QUERY]"))
  }

  @Test("Facts are broken between words and stay in their column; a path stays in one piece")
  func facts() {
    let path = "/" + String(repeating: "a", count: 40)
    let list = FactList(facts: [("line", "one two three four five"), ("a", path + " (gone)")])
    #expect(
      list.text(columns: 22) == """
        line  one two three
              four five
        a     \(path)
              (gone)

        """)
    #expect(list.text(columns: nil) == "line  one two three four five\na     \(path) (gone)\n")
    #expect(list.text(columns: 12) == list.text(columns: nil))
  }
}
