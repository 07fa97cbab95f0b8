import BriefModel
import Testing

@testable import Reader

@Suite("What is told of opening and copying") struct AnswerTests {
  @Test func openingAndMarkingTellBoth() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab><Tab>O")
    reading.send(.notice("Opened in firefox: https://a.example/"))
    #expect(
      reading.state.message
        == "The vote marked read; u undoes. Opened in firefox: https://a.example/")
    #expect(
      reading.state.messages.suffix(2).map(\.text) == [
        "The vote marked read; u undoes", "Opened in firefox: https://a.example/",
      ])
    reading.press("j")
    reading.send(.notice("Back from w3m"))
    #expect(reading.state.message == "Back from w3m")
  }

  @Test func soDoesALinkThatIsHandedOver() throws {
    var reading = try Reading("pilots.md")
    let url = try #require(SourceURL("https://a.example/"))
    reading.press("<Tab><Tab>O")
    reading.send(.handedOver(url, "Sent to the terminal's clipboard: the URL"))
    #expect(
      reading.statusLine
        == " The vote marked read; u undoes. Sent to the terminal's clipboard: the URL")
    reading.press("jO")
    reading.send(.failure("There is no firefox"))
    #expect(
      reading.state.message == "There is no firefox", "it was read before")
  }

  @Test(
    "a copy names its source",
    arguments: [
      ("3y", "the URL of source 3, Port Authority"), ("2Y", "the citation of source 2, Reuters"),
      ("<Tab>y", "the URL of source 1, Lloyd's List"), ("2py", "the URL of source 2, Reuters"),
      ("sjY", "the citation of source 2, Reuters"),
    ])
  func copying(keys: String, words: String) throws {
    var reading = try Reading("pilots.md")
    reading.press(keys)
    guard case .copy(_, let what) = reading.effects.last else {
      Issue.record("nothing was copied: \(reading.statusLine)")
      return
    }
    #expect(what == words)
  }

  @Test func inANarrowWindowALongNameIsCut() throws {
    var reading = try Reading("pilots.md", columns: 60)
    reading.press("3y")
    guard case .copy(_, let what) = reading.effects.last else {
      Issue.record("nothing was copied: \(reading.statusLine)")
      return
    }
    #expect(what == "the URL of source 3, Port Author…")
  }
}
