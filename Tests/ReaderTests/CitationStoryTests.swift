import BriefModel
import Cells
import Testing

@testable import Reader

/// Walking from citation to citation and to the sources.
@Suite struct CitationStoryTests {
  @Test func tabWalksTheCitationsInOrderAndShowsEachURL() throws {
    var reading = try Reading("pilots.md", columns: 120)
    let urls = [
      "lloydslist.example/2026/03/12/pilots-vote-to-return", "reuters.example/world/turnout",
      "port.example/bulletins/41", "lloydslist.example/2026/03/12/pilots-vote-to-return",
    ]
    for url in urls {
      reading.press("<Tab>")
      #expect(reading.linkLine.contains(url), "\(reading.linkLine)")
    }
    reading.press("<S-Tab>")
    #expect(reading.linkLine.contains("port.example"))
  }

  @Test func theHostIsNeverCutInTheLinkLine() throws {
    let long =
      "https://a-very-long-host-name-of-a-newspaper.example/" + String(repeating: "x", count: 200)
    var reading = try Reading(
      "b.md", columns: 60, files: ["b.md": "# T\n\n## S\n\nSo [N](\(long))."])
    reading.press("<Tab>")
    #expect(reading.linkLine.contains("a-very-long-host-name-of-a-newspaper.example"))
    #expect(reading.linkLine.contains("…"))
  }

  /// The slash with a mark on it ends the host all the same.
  @Test func whatStandsOutIsTheHostThatIsOpened() throws {
    let spoof = "https://evil.example/\u{301}@google.example/login"
    var reading = try Reading(
      "b.md", columns: 100, files: ["b.md": "# T\n\n## S\n\nSo [N](<\(spoof)>)."])
    reading.press("<Tab>")
    let theme = Theme(name: "bold", styles: [.linkLineHost: Style(attributes: .bold)])
    var grid = Grid(rows: reading.state.rows, columns: 100)
    reading.state.draw(theme: theme, into: &grid)
    let bold = (0..<100).map { grid[reading.state.rows - 2, $0] }
      .filter { $0.style.attributes.contains(.bold) }
    #expect(bold.flatMap(\.scalars) == "evil.example".unicodeScalars.map(\.value))
    reading.press("p")
    #expect(!reading.shows("is a user name"))
    let shown = ShownURL(try #require(SourceURL("https://a@b.example:8080/c?d=@e#f")))
    #expect(shown.prefix == "https://a@" && shown.host == "b.example:8080")
    #expect(shown.path == "/c?d=@e#f" && shown.hasUser)
  }

  @Test(arguments: [100, 70, 40])
  func aHostThatMayLookLikeAnotherIsShownAsItIsSent(columns: Int) throws {
    var reading = try Reading(
      "b.md", columns: columns,
      files: ["b.md": "# T\n\n## S\n\nSo [N](https://g\u{43E}\u{43E}gle.example/some/page)."])
    reading.press("<Tab>")
    #expect(reading.linkLine.contains("xn--ggle-55da.example"), "\(reading.linkLine)")
    #expect(reading.linkLine.contains("g\u{43E}\u{43E}gle") == (columns > 50))
    reading.press("p")
    #expect(reading.screen.joined().contains("xn--ggle-55da.example"))
  }

  @Test func aNumberAndEnterLandOnTheSourceAndTheQuoteGoesBack() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab><Tab>")
    let before = reading.screen
    reading.press("3<Enter>")
    #expect(reading.state.focus == .sources)
    #expect(reading.state.currentSource == 2)
    reading.press("'")
    #expect(reading.state.focus == .text)
    #expect(reading.screen == before)
  }

  @Test(arguments: [(24, 80), (10, 40)])
  func theSelectedCitationStaysOnTheScreenWhenSourcesTakeItsLines(rows: Int, columns: Int) throws {
    let body = (1...30).map { "Line \($0)[one](https://a.example/\($0)).\n\n" }.joined()
    var reading = try Reading(
      "b.md", rows: rows, columns: columns, files: ["b.md": "# T\n\n## S\n\n\(body)"])
    // The last link of the first screen.
    reading.press("<Tab>")
    while let link = reading.state.layout?.links[safe: 1 + (reading.state.text.link ?? 0)],
      reading.state.isVisible(link)
    {
      reading.press("<Tab>")
    }
    let link = try #require(reading.state.currentLink)
    reading.press("s")
    let isBeside = reading.state.arrangement.panes[.text] != nil
    #expect(isBeside == (columns == 80))
    let staysWithSources = !isBeside || reading.state.isVisible(link)
    #expect(staysWithSources, "\(reading.screen)")
    reading.press("s")
    #expect(reading.state.currentLink?.lines == link.lines)
    let staysWithout = reading.state.isVisible(link)
    #expect(staysWithout, "\(reading.screen)")
  }

  @Test func theQuoteGoesFromACitationToItsSourceAndBack() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab><Tab>'")
    #expect(reading.state.currentSource == 1)
    reading.press("'")
    #expect(reading.state.currentCitation == 1)
  }

  @Test func afterTheWayToASourceAndBackTheOneBeforeItIsLeft() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab>")
    let start = reading.state.text.place
    reading.press("G<S-Tab>")
    let link = reading.state.text.link
    reading.press("''")
    #expect(reading.state.focus == .text && reading.state.text.link == link)
    reading.press("<")
    #expect(reading.state.text.place == start && reading.state.text.link == 0)
  }

  @Test func theStarGoesFromMentionToMentionAndAround() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab>*")
    #expect(reading.state.currentCitation == 3)
    reading.press("*")
    #expect(reading.state.currentCitation == 0)
    reading.press("#")
    #expect(reading.state.currentCitation == 3)
  }

  @Test func openingAndCopyingGiveTheExactURL() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab>o2oy3Y")
    let urls = reading.effects.compactMap { effect -> String? in
      switch effect {
      case .open(let url): "open \(url.ascii)"
      case .copy(let text, _): "copy \(text)"
      case .load, .scan, .list, .desk, .citing, .findPassage, .updateLibrary, .locate, .countSaved,
        .rows, .readLater, .markBulk, .replayBulk, .keep, .edit,
        .rest, .suspend, .repaint, .quit, .compare, .listThemes, .useTheme:
        nil
      }
    }
    #expect(
      urls == [
        "open https://www.lloydslist.example/2026/03/12/pilots-vote-to-return",
        "open https://www.reuters.example/world/turnout-pilots-2026-03-11/",
        "copy https://www.lloydslist.example/2026/03/12/pilots-vote-to-return",
        "copy [Port Authority](https://port.example/bulletins/41)",
      ])
  }

  /// The sign before the bracket joins it to one character, which is none of Markdown's.
  @Test(arguments: ["\u{600}", "\u{6DD}", ""])
  func aCopiedCitationLeadsToItsSourceAlone(_ sign: String) throws {
    let brief =
      "# T\n\nZinc [Fed cuts \(sign)\\](https://evil.example/x) rates](https://ledger.example/a).\n"
    var reading = try Reading("a.md", files: ["a.md": brief])
    reading.press("<Tab>Y")
    let copied = reading.effects.compactMap { effect -> String? in
      if case .copy(let text, _) = effect { text } else { nil }
    }
    #expect(copied.count == 1)
    let pasted = try BriefParser.parse(
      bytes: Array("# T\n\nSee \(copied[0]).\n".utf8), path: "b.md", modified: nil,
      today: try #require(CalendarDate(year: 2026, month: 3, day: 13)))
    #expect(pasted.citations.map(\.url?.ascii) == ["https://ledger.example/a"])
  }

  @Test func anAddressThatIsHandedOverIsShownWhole() throws {
    let long = "https://news.example/" + String(repeating: "path/", count: 30) + "end"
    var reading = try Reading("b.md", files: ["b.md": "# T\n\nSo [N](\(long))."])
    reading.press("<Tab>")
    let url = try #require(reading.state.brief?.citations[0].url)
    reading.send(.handedOver(url, "Sent to the terminal's clipboard: the URL"))
    #expect(reading.screen.joined().contains(long))
    #expect(reading.statusLine.contains("clipboard"))
    reading.press("<S-Tab>")
    #expect(!reading.screen.joined().contains(long))
  }

  @Test func whatATerminalCannotCopyIsShownWhole() throws {
    var reading = try Reading("pilots.md")
    let long = "[N](https://news.example/" + String(repeating: "path/", count: 30) + "end)"
    reading.send(.notCopied(long, "Not copied: a terminal of the kind linux has no clipboard"))
    #expect(reading.screen.joined().contains(long))
    #expect(reading.statusLine.contains("Not copied: a terminal of the kind linux"))
    reading.press("<Tab>")
    #expect(!reading.screen.joined().contains(long) && reading.state.text.link != nil)
  }

  @Test func withoutASelectionOpeningSaysWhatToDo() throws {
    var reading = try Reading("pilots.md")
    reading.press("o")
    #expect(reading.effects.isEmpty)
    #expect(reading.statusLine.contains("Tab selects one"))
    reading.press("99o")
    #expect(reading.statusLine.contains("There is no source 99"))
  }

  @Test func lettersSelectALinkOfTheScreen() throws {
    var reading = try Reading("pilots.md")
    reading.press(";s")
    #expect(reading.state.currentCitation == 1)
  }

  @Test func aSelectedCitationIsLetGoWhenItLeavesTheScreen() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab>G")
    #expect(reading.state.text.link == nil)
  }

  @Test func anAnchorGoesToItsSectionAndBackReturns() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab><Tab><Tab><Tab><Tab><Enter>")
    #expect(reading.state.text.section == 0)
    reading.press("<BS>")
    #expect(reading.state.text.link == 4)
  }

  @Test func aLinkToAFileOpensItAsABrief() throws {
    var reading = try Reading(
      "pilots.md", files: ["chronicle.md": "# Chronicle\n\n## 1911\n\nThe first one."])
    let links = reading.state.layout?.links.map(\.kind) ?? []
    let link = try #require(
      links.firstIndex(of: .link(.file("chronicle.md", fragment: nil))), "\(links)")
    for _ in 0...link { reading.press("<Tab>") }
    reading.press("<Enter>")
    #expect(reading.state.brief?.title == "Chronicle")
    reading.press("<BS>")
    #expect(reading.state.brief?.title == "Harbour pilots end their strike")
  }
}

extension CitationStoryTests {
  @Test func aCitationInTheTitleIsShownAndSelected() throws {
    let text = "# Strike [ends](https://a.example/x)\n\nLede."
    var reading = try Reading("b.md", files: ["b.md": text])
    #expect(reading.shows("Strike ends[1]"))
    reading.press("<Tab>")
    #expect(reading.linkLine.contains("a.example/x"))
    let other = try Reading("b.md", files: ["b.md": "---\ntitle: Other\n---\n" + text])
    #expect(other.shows("Other"))
    #expect(other.shows("Strike ends[1]"))
  }

  @Test func aPeekLeadsToTheNextMention() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab>p*")
    #expect(reading.state.overlay == nil && reading.state.currentCitation == 3)
    reading.press("p#")
    #expect(reading.state.currentCitation == 0)
    reading.press("<Esc>3p#")
    let number = try #require(reading.state.currentSource)
    #expect(reading.state.brief?.sources[number].number == 3)
    reading.press("sgp*")
    #expect(reading.state.focus == .text && reading.state.currentCitation == 0)
  }

  @Test func aPeekLeadsToItsEntry() throws {
    var reading = try Reading("pilots.md")
    reading.press("<Tab><Tab>p'")
    #expect(reading.state.focus == .sources && reading.state.currentSource == 1)
  }

  @Test(arguments: [(24, 80), (10, 40), (40, 140)])
  func lettersLeadFromAListToTheText(rows: Int, columns: Int) throws {
    for list in ["s", "t"] {
      var reading = try Reading("pilots.md", rows: rows, columns: columns)
      reading.press("<Tab>")
      // Beside the text the lists are there already.
      reading.press(columns < 128 ? list : list + list)
      let pane = reading.state.focus
      #expect(pane != .text)
      reading.press(";")
      #expect(reading.state.overlay != nil, "\(reading.statusLine)")
      reading.press("<Esc>")
      #expect(reading.state.focus == pane)
      reading.press(";a")
      #expect(reading.state.focus == .text && reading.state.currentCitation == 0)
    }
  }
}
