import BriefModel
import Testing

@testable import Reader

@Suite("The desk is a place among others")
struct DeskPlaceTests {
  private static let text = """
    # Rail

    2026-03-12

    It runs. [Reuters](https://reuters.com/rail) says so, and [BBC](https://bbc.com/rail), too.
    """

  /// At the passages that cite an article, the second of them under the cursor.
  private func atPassages(from keys: String = "") throws -> Reading {
    var reading = try Reading(
      library: [
        ("rail.md", Self.text), ("old.md", Self.text.replacing("# Rail", with: "# Old rail")),
        ("bus.md", Self.text.replacing("# Rail", with: "# Bus")),
      ])
    reading.press(keys + "S")
    let outlets = ["Reuters", "BBC"].enumerated().map {
      DeskOutlet(
        id: Int64($0 + 1), name: $1, articles: 1, citations: 3,
        months: Array(repeating: 0, count: 12))
    }
    reading.send(.desk(number: 1, .outlets(outlets, until: nil)))
    reading.press("<Enter>")
    let url = try #require(SourceURL("https://reuters.com/rail"))
    reading.send(
      .desk(
        number: 2,
        .articles([
          DeskArticle(id: 7, url: url, title: "It runs", date: nil, briefs: 3, citations: 3)
        ])))
    reading.press("<Enter>")
    let passages = ["Rail", "Old rail"].enumerated().map {
      DeskPassage(
        brief: Int64($0 + 1), title: $1, date: nil, sentence: "It runs.", number: 1, citation: 0)
    }
    reading.send(.desk(number: 3, .passages(passages)))
    reading.press("j")
    return reading
  }

  @Test func backGoesToThePassage() throws {
    var reading = try atPassages()
    let desk = reading.screen
    reading.press("<Enter>")
    #expect(reading.state.desk == nil && reading.shows("Old rail"))
    reading.press("<BS>")
    #expect(reading.screen.dropLast() == desk.dropLast())
    reading.press("q")
    #expect(reading.shows("It runs") && reading.shows("1 article"))
    reading.press("qq")
    #expect(reading.state.focus == .briefs && reading.state.briefs.selected == 0)
  }

  @Test func forwardLeavesTheDeskForTheBriefAgain() throws {
    var reading = try atPassages()
    reading.press("<Enter><Tab><BS>>")
    #expect(reading.state.desk == nil && reading.shows("Old rail"))
    #expect(reading.state.currentCitation == 1)
  }

  @Test func belowTheDeskTheBriefIsTheOneItWasOpenedFrom() throws {
    var reading = try atPassages(from: "jj<Enter><Tab>")
    reading.press("<Enter><BS>")
    #expect(reading.state.desk != nil)
    reading.press("qqq")
    #expect(reading.state.focus == .text && reading.shows("Bus"))
    #expect(reading.state.currentCitation == 0)
  }

  @Test func backFromTheNextBriefKeepsTheCitation() throws {
    var reading = try atPassages()
    reading.press("qqq<Enter><Tab><Tab>*")
    #expect(reading.state.currentCitation == 1)
    let url = try #require(SourceURL("https://bbc.com/rail"))
    reading.send(.cited(CitingRequest(url, from: 1, isBackward: false), .success(2)))
    #expect(reading.shows("Old rail"))
    reading.press("<BS>")
    #expect(reading.shows("1/3") && reading.state.currentCitation == 1)
  }

  @Test func aCitationOfAnotherTextIsNotSelected() throws {
    var reading = try atPassages()
    reading.press("qqq<Enter><Tab>J")
    reading.files["rail.md"] = Self.text.replacing("It runs", with: "[Now](https://x.org/) it runs")
    let rail = try #require(reading.state.entries.firstIndex { $0.path == "rail.md" })
    reading.send(.fileChanged(entry: rail))
    reading.press("<BS>")
    #expect(reading.shows("Now") && reading.state.currentCitation == nil)
  }

  @Test func aCommandIsTypedOverTheDesk() throws {
    var reading = try atPassages()
    reading.press(":")
    #expect(reading.shows("2 passages") && reading.statusLine.hasPrefix(":"))
    reading.press("<Esc>")
    #expect(reading.shows("2 passages"))
    reading.press(":nosuch<Enter>")
    #expect(reading.shows("2 passages") && reading.statusLine.contains("no command 'nosuch'"))
    reading.press(":star<Enter>")
    #expect(reading.statusLine.contains("star does nothing at the desk"))
    reading.press(":up<Enter>:follow<Enter>")
    #expect(reading.state.desk == nil && reading.shows("1/3"))
  }

  @Test func theSearchPromptLeavesTheDeskWhereItIsGivenUp() throws {
    var reading = try atPassages()
    reading.press("/<Esc>")
    #expect(reading.shows("2 passages"))
  }

  @Test func outletsAndArticlesAreSorted() throws {
    var reading = try atPassages()
    reading.press(":sort name<Enter>")
    #expect(reading.statusLine.contains("Passages stand in the order of their briefs"))
    reading.press("q:sort count<Enter>")
    #expect(reading.effects.last == .desk(.articles(outlet: 1, by: .count), number: 5))
    reading.press("q:sort name<Enter>")
    #expect(reading.effects.last == .desk(.outlets("", by: .name), number: 7))
    reading.send(.desk(number: 7, .outlets([], until: nil)))
    #expect(reading.shows("0 outlets by name") && reading.state.message?.contains("name") == true)
    reading.press(":sort rank<Enter>")
    #expect(reading.statusLine.contains("cannot be sorted by 'rank'; :sort takes count, name"))
    reading.press(":sort<Enter>")
    #expect(reading.statusLine.contains("sorted by name; :sort takes count, newest"))
    reading.press("/x<Enter>")
    #expect(reading.effects.last == .desk(.outlets("x", by: .name), number: 8))
  }
}
