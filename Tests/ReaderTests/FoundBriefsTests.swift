import BriefModel
import Testing

@testable import Reader

/// What is found in the library, and the ways there and back.
@Suite struct FoundBriefsTests {
  private static func text(_ title: String, _ words: String, filler: Int = 0) -> String {
    let filling = (0..<filler).map { "Nothing of note on day \($0).\n\n" }.joined()
    return
      "# \(title)\n\n2026-03-12\n\n\(filling)## Part\n\n\(words) [Reuters](https://reuters.com/\(title))\n"
  }

  private func reading(rows: Int = 24, columns: Int = 80) throws -> Reading {
    try Reading(
      library: [
        (
          "/a.md",
          Self.text("Alpha", "Relations are strained.\n\nThe Strait is closed.", filler: 30)
        ),
        ("/b.md", Self.text("Beta", "The Strait is open.")),
        ("/c.md", Self.text("Strait", "Calm. The strait in spring.", filler: 30)),
        ("/d.md", Self.text("Delta", "Grain.")),
      ], rows: rows, columns: columns)
  }

  @Test func aFilterBeginsAtItsBestAnswer() throws {
    var reading = try reading()
    reading.press("jj:filter strait<Enter>")
    #expect(reading.state.briefs.selected == 0 && reading.state.list.count == 3)
    var wide = try self.reading(rows: 40, columns: 140)
    wide.press("jj:filter open<Enter>")
    #expect(wide.state.entries[wide.state.current].title == "Beta")
  }

  @Test func enterGoesToTheWordsThatWereTypedToTheEnd() throws {
    var reading = try reading(rows: 40, columns: 140)
    for key in "FStra" { reading.press(String(key)) }
    #expect(reading.shows("strained"))
    reading.press("it<Enter><Enter>")
    #expect(reading.state.focus == .text)
    let search = try #require(reading.state.search)
    #expect(search.matches.allSatisfy { $0.stretches.allSatisfy { $0.columns.count >= 6 } })
    #expect(reading.shows("The Strait is closed."))
  }

  @Test func enterLandsAtTheParagraphThatTheListShows() throws {
    var reading = try reading()
    reading.press("Fstrait<Enter>jj")
    #expect(reading.linkLine.contains("in spring"))
    reading.press("<Enter>")
    #expect(reading.shows("The strait in spring.") && reading.state.text.top > 0)
  }

  @Test func theFirstLetterReplacesAKeptFilter() throws {
    var reading = try reading()
    reading.press("Fstrait<Enter>Fgrain<Enter>")
    #expect(reading.state.list.request?.query == "grain")
    reading.press("F<Left><End>s<Enter>")
    #expect(reading.state.list.request?.query == "grains")
    reading.press("F<C-u>open<Enter>".replacing("<C-u>", with: "<^U>"))
    #expect(reading.state.list.request?.query == "open")
  }

  @Test func relatedBriefsSayWhatTheyAreRelatedToAndLeadBack() throws {
    var reading = try reading()
    reading.press("j<Enter>:related<Enter>")
    #expect(reading.shows("related to “Beta”") && reading.state.briefs.selected == 0)
    reading.press("<lt>".replacing("<lt>", with: "<"))
    #expect(reading.state.focus == .text && reading.shows("The Strait is open."))
    reading.press("h<Esc>")
    #expect(reading.state.list.request?.isWhole == true)
    #expect(reading.state.list.ids[reading.state.briefs.selected] == 2)
  }

  /// Types `:related`, and answers what is asked after some keys.
  private func related(
    _ reading: inout Reading, after keys: String = "", found: Result<BriefListing, ListFailure>
  ) {
    let number = reading.state.library.asked + 1
    for key in ":related" { _ = reading.state.update(.input(.key(.character(key)))) }
    _ = reading.state.update(.input(.key(.enter)))
    reading.press(keys)
    reading.send(.listed(number: number, found, LibraryCounts(briefs: 4, unread: 4)))
  }

  @Test(arguments: [80, 140])
  func relatedBriefsThatThereAreNotLeaveAllAsItWas(columns: Int) throws {
    for keys in ["j", "jj<Enter> ", "j<Enter>s", "Fstrait<Enter>j", "Fstrait<Enter>jj<Enter>"] {
      var reading = try reading(rows: 40, columns: columns)
      reading.press(keys)
      let (screen, request) = (reading.screen, reading.state.list.request)
      related(&reading, found: .success(BriefListing()))
      #expect(reading.state.message?.contains("No other brief") == true, "\(keys)")
      #expect(reading.state.list.request == request, "\(keys)")
      #expect(reading.screen.dropLast() == screen.dropLast(), "\(keys)")
    }
  }

  @Test func relatedBriefsThatCannotBeFoundLeaveTheTextToo() throws {
    var reading = try reading()
    reading.press("j<Enter>")
    related(&reading, found: .failure(ListFailure(text: "The index is busy")))
    #expect(reading.statusLine.contains("The index is busy") && reading.state.focus == .text)
    #expect(reading.state.list.request?.related == nil)
  }

  @Test func whoWentOnReadingIsNotTakenToRelatedBriefs() throws {
    var reading = try reading()
    reading.press("<Enter>")
    related(&reading, after: "J", found: .success(BriefListing(ids: [4], flags: [.unread])))
    #expect(reading.state.focus == .text && reading.shows("The Strait is open."))
    #expect(reading.state.list.count == 4)
  }

  @Test func aSearchInTheListFindsBriefsFarBelowTheScreen() throws {
    let briefs = (1...200).map { ("/\($0).md", Self.text("Number \($0)", "Words.")) }
    var reading = try Reading(library: briefs)
    reading.press("/Number 187<Enter>")
    #expect(reading.shows("Number 187") && reading.state.list.count == 1)
    reading.press(":search Number 150<Enter>")
    #expect(reading.shows("Number 150") && reading.state.list.count == 1)
  }

  @Test func aBriefThatTheListHasNotIsNotCountedInIt() throws {
    var reading = try reading(rows: 40, columns: 140)
    #expect(reading.shows("1/4  a.md"))
    reading.press("l")
    reading.press(":filter open<Enter>l")
    #expect(reading.shows("1/1  b.md"))
    _ = reading.state.show(0, at: .top)
    reading.send(.resized(rows: 40, columns: 140))
    #expect(reading.screen[0].contains(" a.md") && !reading.screen[0].contains("/1"))
  }

  @Test func theListCountsWhatIsUnread() throws {
    var reading = try reading()
    #expect(reading.shows("unread  ") && reading.shows("1/1"))
    reading.press("m")
    #expect(reading.shows("0/1"))
  }
}
