import Testing

@testable import Delivery

@Suite("The editor")
struct EditorCommandTests {
  private func words(_ editor: String, path: String = "a b.md") throws -> [String] {
    let command = try EditorCommand(configured: nil, surroundings: Surroundings(["EDITOR": editor]))
    let words = command.words(opening: path, line: 12)
    return [words.program] + words.arguments
  }

  @Test(
    "A name that begins like an option is none",
    arguments: ["-c!x.md", "+q", "-\u{301}c", "+\u{301}!x"])
  func options(name: String) throws {
    let command = try EditorCommand(configured: "vi", surroundings: Surroundings([:]))
    #expect(command.words(opening: name, line: 1).arguments == ["+1", "./" + name])
  }

  @Test(
    "Each editor is told the line in its own way, an unknown one not at all",
    arguments: [
      ("vi", ["vi", "+12", "a b.md"]),
      ("/usr/bin/nvim -n", ["/usr/bin/nvim", "-n", "+12", "a b.md"]),
      ("nano", ["nano", "+12", "a b.md"]),
      ("emacsclient -t", ["emacsclient", "-t", "+12", "a b.md"]),
      ("hx", ["hx", "a b.md:12"]),
      ("code", ["code", "--wait", "--goto", "a b.md:12"]),
      ("code -w", ["code", "-w", "--goto", "a b.md:12"]),
      ("subl", ["subl", "--wait", "a b.md:12"]),
      ("my-editor", ["my-editor", "a b.md"]),
    ])
  func line(editor: String, expected: [String]) throws {
    #expect(try words(editor) == expected)
  }

  @Test("A file's name is never taken for an option", arguments: ["-c.md", "+q.md"])
  func optionLike(path: String) throws {
    #expect(try words("vi", path: path) == ["vi", "+12", "./" + path])
  }

  @Test("The configured editor comes before both variables")
  func configured() throws {
    let variables = Surroundings(["VISUAL": "vim", "EDITOR": "ed"])
    #expect(try EditorCommand(configured: "nano -w", surroundings: variables).program == "nano")
  }

  @Test("VISUAL comes before EDITOR, an empty one counts as unset, and none is an error")
  func variables() throws {
    let chosen = { (environment: [String: String]) in
      try EditorCommand(configured: nil, surroundings: Surroundings(environment)).program
    }
    #expect(try chosen(["VISUAL": "vim", "EDITOR": "ed"]) == "vim")
    #expect(try chosen(["VISUAL": "", "EDITOR": "ed"]) == "ed")
    #expect(throws: DeliveryError.noEditor) { try chosen(["VISUAL": "", "EDITOR": ""]) }
  }
}
