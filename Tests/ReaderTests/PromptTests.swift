import Testing

@testable import Reader

@Suite struct PromptTests {
  @Test func aLineTakesSoManyCharactersAndNoMore() throws {
    var reading = try Reading("pilots.md")
    reading.press(":")
    reading.send(.input(.paste(String(repeating: "ab", count: 5000))))
    #expect(reading.state.prompt?.characters.count == 2000)
    #expect(reading.state.message == "A line has at most 2000 characters")
    reading.press("c")
    #expect(reading.state.prompt?.characters.count == 2000)
  }

  @Test func editingActsAtTheCursor() {
    var prompt = Prompt(kind: .search)
    prompt.insert("grain prices")
    prompt.moveCursor(by: -7)
    prompt.insert("!")
    #expect(prompt.text == "grain! prices")
    prompt.deleteBackward()
    prompt.deleteForward()
    #expect(prompt.text == "grainprices")
    prompt.deleteToEnd()
    #expect(prompt.text == "grain")
    prompt.moveCursor(by: -.max)
    prompt.deleteBackward()
    #expect(prompt.text == "grain")
    prompt.moveCursor(by: .max)
    prompt.deleteToStart()
    #expect(prompt.text == "")
  }

  @Test func aWordIsDeletedWithTheSpacesAfterIt() {
    var prompt = Prompt(kind: .search)
    prompt.insert("one two  ")
    prompt.deleteWord()
    #expect(prompt.text == "one ")
  }

  @Test func tabGoesThroughTheCompletionsAndAround() {
    var prompt = Prompt(kind: .command)
    prompt.insert("next")
    for expected in ["next", "next-link", "next-unread", "next"] {
      prompt.complete(by: 1, from: ["next", "next-link", "next-unread"])
      #expect(prompt.text == expected)
    }
    prompt.complete(by: -1, from: [])
    #expect(prompt.text == "next-unread")
  }

  @Test func theHistoryGoesBackAndReturnsToTheDraft() {
    var prompt = Prompt(kind: .search)
    prompt.insert("dra")
    prompt.recall(by: 1, in: ["first", "second"])
    #expect(prompt.text == "second")
    prompt.recall(by: 1, in: ["first", "second"])
    prompt.recall(by: 1, in: ["first", "second"])
    #expect(prompt.text == "first")
    prompt.recall(by: -1, in: ["first", "second"])
    prompt.recall(by: -1, in: ["first", "second"])
    #expect(prompt.text == "dra")
  }

  @Test func aLineIsACommandWithACountOrASource() {
    #expect(CommandLine("") == .empty)
    #expect(CommandLine("zoom") == .command(.zoom, count: nil))
    #expect(CommandLine("open 3") == .command(.open, count: 3))
    #expect(CommandLine("12") == .command(.source, count: 12))
    #expect(CommandLine("q") == .command(.close, count: nil))
    #expect(CommandLine("messa") == .command(.messages, count: nil))
    #expect(CommandLine("search grain prices") == .search("grain prices"))
    #expect(CommandLine("open x") == .problem("open takes a number, not 'x'"))
    #expect(
      CommandLine("frobnicate") == .problem("There is no command 'frobnicate'; Tab shows them all"))
  }

  @Test(arguments: [
    ("relatd", "related"), ("themes", "theme"), ("linera", "linear"), ("serch", "search"),
  ])
  func aMistypedCommandIsToldWithTheOneThatIsMeant(typed: String, meant: String) {
    #expect(
      CommandLine(typed) == .problem("There is no command '\(typed)'; did you mean '\(meant)'?"))
  }

  @Test func whatAReaderMayNotDoIsNotMeant() {
    #expect(
      CommandLine("eidt") == .problem("There is no command 'eidt'; did you mean 'edit'?"))
    #expect(
      CommandLine("eidt", isKiosk: true)
        == .problem("There is no command 'eidt'; Tab shows them all"))
  }

  @Test(arguments: ["\u{202E}", "\u{9B}", "\u{200B}", "\u{2066}"])
  func aCharacterThatCannotBeShownIsNotTyped(character: Character) throws {
    var reading = try Reading("a.md", files: ["a.md": "# A\n\nText.\n"])
    reading.send(.input(.key(.character(character))))
    #expect(reading.state.note == nil)
    reading.press("/")
    reading.send(.input(.key(.character(character))))
    reading.press("x")
    #expect(reading.state.prompt?.text == "x")
  }
}
