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

  @Test func enterLandsInTheTitleThatWasAskedFor() throws {
    var reading = try reading()
    reading.press("Ftitle:strait<Enter>")
    #expect(reading.shows("1 found") && reading.linkLine.isEmpty)
    reading.press("<Enter>")
    #expect(reading.state.text.top == 0 && reading.statusLine.hasSuffix("match 1/2"))
    reading.press("n")
    #expect(reading.shows("The strait in spring."))
  }

  @Test func whatFindsNothingShowsNothingBesideIt() throws {
    var reading = try reading(rows: 40, columns: 140)
    #expect(reading.shows("Nothing of note on day 3."))
    for keys in ["Fnowhere", "<Enter>"] {
      reading.press(keys)
      #expect(!reading.shows("Alpha") && !reading.shows("SOURCES") && !reading.shows("a.md"))
      #expect(reading.shows("Nothing in the library") && reading.shows("answers this"))
    }
    #expect(!reading.statusLine.contains("1/0") && !reading.statusLine.contains("open"))
    #expect(reading.statusLine.contains("Esc shows all  F find anew"))
    reading.press("<Esc>")
    #expect(reading.shows("Nothing of note on day 3.") && reading.shows("SOURCES"))
  }

  @Test func aNarrowRowKeepsItsCountWithoutTheWord() throws {
    let sections = (1...12).map { "## Part \($0)\n\nWords.\n\n" }.joined()
    var reading = try Reading(library: [("/a.md", "# Parts\n\n" + sections)])
    reading.modified = CalendarDate(year: 2026, month: 3, day: 11)
    reading.send(.rows([1].compactMap { reading.row($0) }, asked: [1]))
    reading.send(.resized(rows: 40, columns: 140))
    #expect(reading.shows("~11 Mar 2026 · 12/12 "))
  }

  @Test(arguments: ScreenTests.sizes) func theHeaderTellsAnotherOrderAndParts(
    size: ScreenTests.Size
  ) throws {
    var reading = try reading(rows: size.rows, columns: size.columns)
    reading.press(":sort title<Enter><Esc>")
    #expect(reading.screen[0].contains("unread  by title"))
    reading.press(":group day<Enter><Esc>")
    #expect(size.columns != 80 || reading.screen[0].contains("by title, in days"))
    reading.press(":group none<Enter>:sort unread<Enter>")
    #expect(!reading.screen[0].contains("by ") && !reading.screen[0].contains("first"))
    reading.press("Fstrait<Enter>")
    #expect(!reading.screen[0].contains("by "))
    reading.press(":sort unread<Enter>")
    #expect(size.columns != 80 || reading.screen[0].contains("3 found  unread first"))
  }

  @Test func onlyAnswersHaveARank() throws {
    var reading = try reading()
    reading.press(":sort rank<Enter>")
    #expect(reading.state.message?.hasPrefix("Only what was searched has a rank") == true)
    #expect(reading.state.list.request?.order == .unread)
    reading.press(":sort r<Tab>")
    #expect(reading.state.prompt?.text == "sort r")
    reading.press("<Esc>Fstrait<Enter>:sort title<Enter>:sort r<Tab><Enter>")
    #expect(reading.state.list.request?.order == .rank)
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

  @Test(arguments: [80, 140])
  func relatedBriefsLeadBackToTheListTheyWereAskedFrom(columns: Int) throws {
    for query in ["", "strait"] {
      var reading = try reading(columns: columns)
      reading.press(query.isEmpty ? "" : "F\(query)<Enter>")
      reading.press("j")
      let id = reading.state.list.ids[reading.state.briefs.selected]
      reading.press(":related<Enter>")
      #expect(reading.shows(columns < 140 ? "related to “" : "BRIEFS related  "))
      reading.press("<")
      #expect(reading.state.list.request?.related == nil)
      #expect(reading.state.list.request?.query == query && reading.state.focus == .briefs)
      #expect(reading.state.list.ids[safe: reading.state.briefs.selected] == id)
      reading.press("<")
      #expect(reading.statusLine.contains("There is no place to go back to"))
    }
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

  @Test(arguments: [40, 44, 50, 56, 60, 80])
  func theTitleThatBriefsAreRelatedToGivesWayToHowManyThereAre(columns: Int) throws {
    let title = "This week of the pilots in the old harbour and of what their union made of it"
    var reading = try Reading(
      library: [("/a.md", Self.text(title, "Calm.")), ("/b.md", Self.text("Beta", "Grain."))],
      columns: columns)
    related(&reading, found: .success(BriefListing(ids: Array(repeating: 2, count: 11))))
    let header = reading.screen[0]
    #expect(header.contains("related to “Th") && header.contains("…”  11 found"), "\(header)")
  }

  @Test(arguments: [80, 140], [false, true])
  func relatedBriefsSayHowManySourcesTheyShare(columns: Int, isLinear: Bool) throws {
    var options = Options()
    options.isLinear = isLinear
    let plain = try self.reading()
    var reading = try Reading(
      library: plain.shelf.map { ($0, plain.files[$0] ?? "") }, rows: 40, columns: columns,
      options: options)
    #expect(!reading.shows("shared"))
    let listing = BriefListing(ids: [4, 2], flags: [.unread, .unread], shared: [37, 1])
    related(&reading, found: .success(listing))
    let words = isLinear ? "37 shared sources" : columns == 140 ? "37 shared ·" : " 37"
    #expect(reading.shows(words) && reading.shows("shared"), "\(reading.screen)")
    reading.press("<Esc>")
    #expect(!reading.shows("shared") && !reading.shows(" 37"))
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
