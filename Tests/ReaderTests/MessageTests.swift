import Testing

@testable import Reader

/// What the bottom of the screen has room for.
@Suite struct MessageTests {
  private static let title =
    "The harbour board publishes its plan for the ferries of the next ten years, late"

  private func reading(_ path: String = "b.md") throws -> Reading {
    try Reading(
      path,
      files: [path: "# \(Self.title)\n\n## \(Self.title)\n\nIt says [so](https://a.example/).\n"])
  }

  @Test(arguments: ["]m", "M"]) func aMarkSaysWhatWasDoneHoweverLongTheTitle(keys: String) throws {
    var reading = try reading()
    reading.press(keys)
    #expect(reading.statusLine.contains("The harbour board"))
    #expect(reading.statusLine.contains("marked read; u undoes"))
    reading.press("u")
    #expect(
      reading.statusLine.contains("Undone: The harbour")
        && reading.statusLine.contains("marked read"))
  }

  @Test func aMessageThatIsTooLongGoesOnInTheLinkLine() throws {
    var reading = try reading()
    let words = (1...20).map { "word\($0)" }.joined(separator: " ")
    reading.send(.notice(words))
    #expect((reading.linkLine + reading.statusLine).contains("word1 "))
    #expect(reading.linkLine.hasPrefix(" word1 ") && reading.statusLine.hasSuffix("word20"))
    reading.press("j")
    #expect(!reading.linkLine.contains("word"))
  }

  @Test func aMessageStaysUntilAFrameHasShownIt() throws {
    var reading = try reading()
    // Faster than frames are drawn.
    _ = reading.state.update(.notice("All is kept"))
    _ = reading.state.update(.input(.key(.down)))
    #expect(reading.state.message == "All is kept")
    reading.state.wasPresented()
    _ = reading.state.update(.input(.key(.down)))
    #expect(reading.state.message == nil)
  }

  @Test func aMessageThatComesWhileAPromptIsOpenIsShownAfterIt() throws {
    var reading = try reading()
    reading.press("/")
    reading.send(.notice("All is kept"))
    reading.press("wheat<Esc>")
    #expect(reading.state.message == "All is kept")
    reading.press("j")
    #expect(reading.state.message == nil)
  }

  @Test func aReasonInTheHelpIsWhole() throws {
    var reading = try reading()
    reading.press("?/copy the URL<Enter>")
    #expect(reading.screen.joined(separator: " ").contains("and 1o opens"))
    #expect(reading.shows("source 3") && !reading.shows("…"))
  }

  @Test func theSignsAreExplained() throws {
    var reading = try reading()
    reading.press("?G")
    #expect(reading.shows("Signs") && reading.shows("changed since you read it"))
    #expect(reading.shows("[7?]"))
  }

  @Test func whatIsWrongWithAQueryIsReadable() throws {
    var reading = try Reading(library: [("a.md", "# A\n\nText.\n")])
    reading.press("Ftitle:harbour outlet:ledger before:2026-02 is:")
    reading.press("x")
    #expect(reading.statusLine.contains("is:x"))
  }

  @Test func markingFromTheSourcesSaysWhyNot() throws {
    var reading = try reading()
    reading.press("1<Enter>O")
    #expect(reading.state.message?.contains("o opens it") == true)
    #expect(!reading.effects.contains { if case .open = $0 { true } else { false } })
  }

  @Test func aStarNamesTheBriefThatHasIt() throws {
    var reading = try Reading("pilots.md", "wheat.md")
    reading.press("f")
    #expect(reading.state.message == "Harbour pilots end their strike starred; u undoes")
    reading.press("ju")
    #expect(reading.state.message == "Undone: Harbour pilots end their strike starred")
    reading.press("Ukf")
    #expect(reading.state.message == "Harbour pilots end their strike no longer starred; u undoes")
  }

  @Test func whatIsWrongWithAFileDoesNotHideTheAnswer() throws {
    let text = "# Rail\n\n2026-03-12\n\nIt runs. [Reuters](https://reuters.com/rail)\n"
    let broken = "---\ntitle: Bad: \"old\n---\n" + text.replacing("# Rail", with: "# Old rail")
    var reading = try Reading(library: [("rail.md", text), ("old.md", broken)])
    reading.press("<Enter><Tab>*")
    guard case .citing(let request) = reading.effects.last else {
      Issue.record("nothing was asked")
      return
    }
    reading.send(.cited(request, .success(2)))
    #expect(reading.shows("2/2  old.md") && reading.state.message == "Also cited here")
    reading.press(":messages<Enter>")
    #expect(reading.shows("front matter"))
    var other = try Reading(library: [("rail.md", text), ("old.md", broken)])
    other.press("<Enter>J")
    #expect(other.state.message?.contains("front matter") == true)
  }
}
