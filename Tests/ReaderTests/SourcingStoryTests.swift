import BriefModel
import Cells
import Testing

@testable import Reader

/// Seeing what sections rest on, and the sources in another order.
@Suite struct SourcingStoryTests {
  private static let files = [
    "b.md": """
    # T

    ## Two outlets

    A [Alpha](https://alpha.example/2026/03/10/a) and B [Beta](https://beta.example/b).

    ## One outlet

    A [Alpha](https://alpha.example/2026/03/10/a), again [Alpha](https://alpha.example/2026/03/11/c).

    ## Nothing

    Just words, and more of them, so many that a reader may ask who says so: the ferry was late, \
    the quay was wet, the gulls were loud and the captain was asleep.

    ## Short

    Just words.

    ## Frame

    ### Inner

    C [Gamma](https://gamma.example/2026/03/10/d), C [Gamma](https://gamma.example/2026/03/10/d) \
    and A [Alpha](https://alpha.example/2026/03/11/c).
    """
  ]

  private func row(_ words: String, in reading: Reading) -> String {
    reading.screen.first { $0.contains(words) } ?? ""
  }

  @Test func aSectionShowsItsSourcesAndOutletsAndIsMarkedWhereItRestsOnOneOrNone() throws {
    var reading = try Reading("b.md", rows: 48, files: Self.files)
    reading.press("t")
    #expect(row("Two outlets  ", in: reading).hasSuffix("2 sources  2 outlets"))
    #expect(row("One outlet  ", in: reading).hasSuffix("! 2 sources  1 outlet"))
    #expect(row("Nothing  ", in: reading).hasSuffix("! no source"))
    #expect(row("Inner  ", in: reading).hasSuffix("2 sources  2 outlets"))
    #expect(row("Short  ", in: reading).hasSuffix("no source"), "a line of words needs none")
    #expect(row("Frame  ", in: reading).hasSuffix("2 sources  2 outlets"), "those of Inner")
  }

  @Test func pOnASectionListsWhatItRestsOn() throws {
    var reading = try Reading("b.md", files: Self.files)
    reading.press("tjp")
    #expect(reading.screen.contains { $0.contains("2 sources, all of one outlet") })
    #expect(reading.screen.contains { $0.contains("1  Alpha  10 Mar 2026") })
    reading.press("<Esc>Gp")
    #expect(reading.screen.contains { $0.contains("4  Gamma  2×  10 Mar 2026") })
    reading.press("<Esc>ggjjp")
    #expect(reading.screen.contains { $0.contains("Cites no source") })
  }

  @Test func aSectionThatOnlyItsOwnListSourcesShowsWhatThatHas() throws {
    let text = """
      # T

      ## Tin

      Tin rose again, since the largest mine of the north was closed by its owners after the strike, \
      and nobody knows for how long that will be so, or who pays for it.

      **Sources:**

      - https://alpha.example/2026/03/10/a
      - https://beta.example/b

      ## Zinc

      Zinc fell.

      **Sources:**

      - https://gamma.example/2026/03/10/d
      """
    var reading = try Reading("c.md", rows: 48, files: ["c.md": text])
    reading.press("t")
    #expect(row("Tin  ", in: reading).hasSuffix("2 sources  2 outlets"))
    #expect(row("Zinc  ", in: reading).hasSuffix("1 source  1 outlet"))
    reading.press("p")
    #expect(reading.screen.contains { $0.contains("Lists 2 sources of 2 outlets") })
    #expect(reading.screen.contains { $0.contains("1  alpha.example  10 Mar 2026") })
  }

  /// The end of a host says whose it is.
  @Test(arguments: [40, 110])
  func aHostThatHasNoRoomLosesItsBeginning(columns: Int) throws {
    let host = "www.ledger.example.with.a.name.so.long.that.nobody.reads.it.to.its.end.evil.io"
    let text =
      "# T\n\n## A\n\nTin [rose](https://\(host)/a/b/c) and [fell](https://short.example/\(host)).\n"
    for order in ["number", "date"] {
      var reading = try Reading("b.md", columns: columns, files: ["b.md": text])
      reading.press("s:sort \(order)<Enter>")
      let rows = reading.screen.filter { $0.contains("evil.io") || $0.contains("short.example") }
      #expect(rows.contains { $0.contains("…") && $0.contains("d.evil.io") }, "\(rows)")
      let isWhole = rows.contains { $0.contains("short.example/www.") }
      #expect(isWhole == (columns > 40), "\(rows)")
    }
  }

  @Test(arguments: [(40, " nytimes.com"), (50, " www.nytimes.com/2018")])
  func aHostLosesWhatEveryoneHasBeforeItsName(columns: Int, shown: String) throws {
    let url = "https://www.nytimes.com/2018/07/24/us/politics/russia.html"
    var reading = try Reading(
      "b.md", columns: columns,
      files: ["b.md": "# T\n\n[The New York Times](\(url)) says.\n"])
    reading.press("s")
    #expect(reading.screen[1].contains(shown), "\(reading.screen[1])")
  }

  @Test(arguments: [
    ("number", ["1", "2", "3", "4"]), ("date", ["3", "1", "4", "2"]),
    ("outlet", ["3", "1", "2", "4"]), ("use", ["1", "3", "4", "2"]),
  ])
  func theSourcesAreSorted(order: String, numbers: [String]) throws {
    var reading = try Reading("b.md", files: Self.files)
    reading.press("s:sort \(order)<Enter>")
    let brief = try #require(reading.state.brief)
    // Alpha's two articles are 1 and 3; Beta's has no date, and is cited once, the others twice.
    #expect(reading.state.sourceRows.map { String(brief.sources[$0].number) } == numbers)
  }

  @Test func theSelectedSourceStaysSelectedAndIsWhatTheKeysMean() throws {
    var reading = try Reading("b.md", columns: 140, files: Self.files)
    reading.press("3'")
    #expect(reading.state.currentSource == 2)
    reading.press(":sort date<Enter>")
    #expect(reading.state.currentSource == 2)
    #expect(reading.state.sources.selected == 0)
    reading.press("jo")
    guard case .open(let url) = reading.effects.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(url.ascii == "https://alpha.example/2026/03/10/a")
  }

  @Test func anUnknownOrderIsTold() throws {
    var reading = try Reading("b.md", files: Self.files)
    reading.press(":sort size<Enter>")
    #expect(
      reading.state.message
        == "Sources cannot be sorted by 'size'; :sort takes number, date, outlet, use, url")
    reading.press(":sort<Enter>")
    #expect(
      reading.state.message == "Sources are sorted by number; :sort takes date, outlet, use, url")
  }
}
