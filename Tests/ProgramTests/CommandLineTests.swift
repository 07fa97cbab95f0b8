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

  @Test("A command that was mistyped is told with the one that may be meant")
  func mistyped() throws {
    let desk = try LibraryDesk()
    for (typed, meant) in [
      ("serch", "search"), ("lst", "list"), ("Add", "add"), ("chekc", "check"), ("shwo", "show"),
    ] {
      let answer = try desk.run([typed, "zinc"])
      #expect(answer.status == 66 && answer.output == "")
      #expect(
        answer.errors == "broadsheet: \(typed): no command, and no file or folder; "
          + "did you mean '\(meant)'?\n")
    }
    #expect(MistypedCommand.command(like: "serch.md") == nil)
    #expect(MistypedCommand.command(like: "./serch") == nil)
    #expect(MistypedCommand.command(like: "zinc") == nil)
    #expect(MistypedCommand.command(like: "") == nil)
  }

  @Test("A word that is no file before a file is told as a command, and the file is not printed")
  func unknownCommand() throws {
    let desk = try LibraryDesk()
    let file = "zinc.md"
    try desk.write(file, "# Zinc\n\nText.\n")
    for (typed, advice) in [
      ("chekc", "did you mean 'check'?"), ("polish", "broadsheet help has all commands"),
    ] {
      let answer = try desk.run([typed, file])
      #expect(answer.status == 66 && answer.output == "")
      #expect(
        answer.errors == "broadsheet: \(typed): no command, and no file or folder; \(advice)\n")
    }
    for typed in ["./polish", "polish.md", "-"] {
      let answer = try desk.run([typed, file])
      #expect(answer.output.contains("Zinc") && !answer.errors.contains("command"), "\(answer)")
    }
  }

  @Test("The help of what is no command is none")
  func helpOfNothing() throws {
    let desk = try LibraryDesk()
    let answer = try desk.run("help", "lst")
    #expect(answer.status == 64 && answer.output == "")
    #expect(
      answer.errors == "broadsheet: there is no command 'lst'; did you mean 'list'?; "
        + "broadsheet help has all of them\n")
    for word in ["read", "check", "help"] {
      #expect(try desk.run("help", word).status == 0)
    }
  }

  @Test("A file whose name is like that of a command is read")
  func likeCommand() throws {
    let desk = try LibraryDesk()
    try desk.write("serch", "# Zinc\n\nZinc rose.\n")
    #expect(try desk.run(["serch"]).output.contains("Zinc rose."))
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
