import Testing

@testable import Delivery

@Suite("Command words")
struct CommandWordsTests {
  @Test(
    "Words are split as a shell's quoting splits them",
    arguments: [
      ("firefox", ["firefox"]),
      ("  firefox \t --new-tab ", ["firefox", "--new-tab"]),
      (#"'/opt/my browser/run' -p 'a "b" c'"#, ["/opt/my browser/run", "-p", #"a "b" c"#]),
      (#"run "one \"two\" \\ three""#, ["run", #"one "two" \ three"#]),
      (#"run "a\b""#, ["run", #"a\b"#]),
      (#"run two\ words"#, ["run", "two words"]),
      (#"run a'b'"c"d"#, ["run", "abcd"]),
      ("run '' x", ["run", "", "x"]),
      ("run 'a;b' \"c|d\" e\\&f a#b", ["run", "a;b", "c|d", "e&f", "a#b"]),
      ("läufer 日本", ["läufer", "日本"]),
    ])
  func words(command: String, expected: [String]) throws {
    let words = try CommandWords(parsing: command)
    #expect([words.program] + words.arguments == expected)
  }

  @Test(
    "What only a shell would understand is an error that names it",
    arguments: ["|", "&", ";", "<", ">", "(", ")", "$", "`"] as [Character])
  func shellSyntax(character: Character) {
    let command = "firefox \(character) x"
    #expect(throws: DeliveryError.shellSyntax(character, command: command)) {
      try CommandWords(parsing: command)
    }
  }

  @Test("An expansion between double quotes is an error, too")
  func quotedExpansion() {
    let command = #"run "$HOME""#
    #expect(throws: DeliveryError.shellSyntax("$", command: command)) {
      try CommandWords(parsing: command)
    }
  }

  @Test("A quote that is never closed is an error", arguments: ["run 'a", "run \"a", "run a\\"])
  func openQuote(command: String) {
    #expect(throws: DeliveryError.openQuote(command: command)) {
      try CommandWords(parsing: command)
    }
  }

  @Test("A command without a program is an error", arguments: ["", "  ", "''"])
  func empty(command: String) {
    #expect(throws: DeliveryError.emptyCommand) { try CommandWords(parsing: command) }
  }
}
