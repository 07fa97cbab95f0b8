import BriefModel
import Cells
import Testing

@testable import Reader

/// Moving through text, sections, briefs and panes.
@Suite struct MovingStoryTests {
  private func long(_ sections: Int) -> String {
    let body = String(repeating: "A sentence about the harbour. ", count: 60)
    return "# Long\n\nLede.\n\n"
      + (1...sections).map { "## Section \($0)\n\n\(body)\n" }.joined(separator: "\n")
  }

  @Test func bracketsWalkTheSectionsOneByOne() throws {
    var reading = try Reading("b.md", files: ["b.md": long(5)])
    for section in 0..<5 {
      reading.press("]")
      #expect(reading.state.text.section == section)
    }
    reading.press("[[")
    #expect(reading.state.text.section == 2)
    reading.press("9[")
    #expect(reading.state.text.top == 0)
  }

  @Test(
    "Back comes from the ends, from a line and over several sections",
    arguments: ["G", "g", "300G", "2]", "2[", "<End>", "<Home>"])
  func leaps(keys: String) throws {
    var reading = try Reading("b.md", files: ["b.md": long(6)])
    reading.press("]]]3j")
    let place = reading.state.text.place
    reading.press(keys)
    #expect(reading.state.text.place != place)
    let there = reading.state.text.place
    reading.press("<")
    #expect(reading.state.text.place == place)
    reading.press(">")
    #expect(reading.state.text.place == there)
  }

  @Test func whatGoesNowhereLeavesNoPlace() throws {
    var reading = try Reading("b.md", files: ["b.md": long(6)])
    reading.press("g]]j")
    let place = reading.state.text.place
    reading.press("GGG<")
    #expect(reading.state.text.place == place)
    reading.press("<")
    #expect(reading.state.message == "There is no place to go back to")
  }

  @Test func scrollingMakesTheSectionAtTheTopTheCurrentOne() throws {
    var reading = try Reading("b.md", files: ["b.md": long(3)])
    reading.press("]")
    let heading = reading.state.text.top
    reading.press("5j")
    #expect(reading.state.text.top == heading + 5)
    #expect(reading.state.text.section == 0)
    reading.press("g")
    #expect(reading.state.text.section == nil)
  }

  @Test func resizingKeepsTheLineAtTheTop() throws {
    var reading = try Reading("b.md", files: ["b.md": long(6)])
    reading.press("]]]3j")
    let place = reading.state.text.place
    for (rows, columns) in [(40, 140), (12, 44), (24, 80)] {
      reading.send(.resized(rows: rows, columns: columns))
      #expect(reading.state.text.place.section == place.section)
      #expect(abs(reading.state.text.place.offset - place.offset) <= 80)
    }
  }

  @Test func spaceReadsToTheEndThenGoesOnToTheNextUnreadBrief() throws {
    var reading = try Reading("wheat.md", "pilots.md")
    reading.press("<Enter><Space><Space><Space>")
    #expect(reading.state.current == 1)
  }

  @Test func aCountBeforeNGoesSoManyUnreadSectionsOnOrBack() throws {
    var reading = try Reading("b.md", files: ["b.md": long(6)])
    reading.press("]]m[g3n")
    #expect(reading.state.text.section == 3)
    reading.press("2N")
    #expect(reading.state.text.section == 0)
    reading.press("99n")
    #expect(reading.state.text.section == 5)
  }

  @Test func nGoesToUnreadSectionsAcrossBriefs() throws {
    var reading = try Reading("wheat.md", "rice.md")
    reading.press("<Enter>n")
    #expect(reading.state.text.section == 0)
    reading.press("mn")
    #expect(reading.state.text.section == 1)
    reading.press("mn")
    #expect(reading.state.current == 1)
    #expect(reading.state.text.top == 0)
    reading.press("n")
    #expect(reading.state.text.section == 0)
  }

  @Test(arguments: ["G ", "99nmn"]) func aBriefThatFollowsBeginsWithItsTitle(keys: String) throws {
    var reading = try Reading("one.md", "b.md", files: ["one.md": long(1), "b.md": long(3)])
    reading.press("<Enter>" + keys)
    #expect(reading.state.current == 1)
    #expect(reading.shows("Lede.") && reading.state.text.top == 0)
  }

  @Test func aBriefThatWasBegunGoesOnAtWhatIsUnread() throws {
    var reading = try Reading("one.md", "b.md", files: ["one.md": long(1), "b.md": long(3)])
    reading.press("<Enter>J]mK99nmn")
    #expect(reading.state.current == 1 && reading.state.text.section == 1)
  }

  @Test func goingAroundTheListIsSaid() throws {
    var reading = try Reading("one.md", "b.md", files: ["one.md": long(1), "b.md": long(1)])
    reading.press("jl<Enter>99nn")
    #expect(reading.state.current == 0)
    #expect(reading.statusLine.contains("From the first brief again"))
  }

  @Test func thePlaceIsKeptOnLeavingAndFoundOnComingBack() throws {
    var reading = try Reading("b.md", files: ["b.md": long(5)])
    reading.press("]]]q")
    guard case .keep(let changes)? = reading.effects.first,
      case .place(_, let place)? = changes.numbered.first
    else {
      Issue.record("no place was kept: \(reading.effects)")
      return
    }
    #expect(reading.effects.last == .quit)
    let record = ReadingRecord(id: 4, place: place)
    let again = try Reading("b.md", files: ["b.md": long(5)], records: ["b.md": record])
    #expect(again.state.text.place == place)
    #expect(again.state.text.section == 2)
  }

  @Test func hangingUpKeepsThePlaceToo() throws {
    var reading = try Reading("b.md", files: ["b.md": long(5)])
    reading.press("]]")
    reading.send(.ending)
    #expect(reading.effects.count == 2)
    #expect(reading.effects.last == .quit)
  }

  @Test func closingGoesOutwardsStepByStep() throws {
    var reading = try Reading("wheat.md", "pilots.md")
    reading.press("<Enter>s")
    #expect(reading.state.focus == .sources)
    reading.press("q")
    #expect(reading.state.focus == .text)
    reading.press("q")
    #expect(reading.state.focus == .briefs)
    #expect(!reading.effects.contains(.quit))
    reading.press("q")
    #expect(reading.effects.last == .quit)
  }

  @Test func wideTablesScrollSidewaysAndProseStays() throws {
    let cells = (1...12).map { "column_number_\($0)" }
    let table =
      "| \(cells.joined(separator: " | ")) |\n|\(String(repeating: "---|", count: 12))\n"
      + "| \(cells.joined(separator: " | ")) |\n"
    var reading = try Reading("b.md", files: ["b.md": "# T\n\nProse stays.\n\n\(table)"])
    #expect(reading.shows("number_1"))
    #expect(reading.shows("›"))
    reading.press("9.")
    #expect(!reading.shows("number_1 "))
    #expect(reading.shows("Prose stays."))
    reading.press("9,")
    #expect(reading.shows("number_1"))
  }

  @Test func aFileThatIsRewrittenKeepsThePlaceAndTells() throws {
    var reading = try Reading("b.md", files: ["b.md": long(5)])
    reading.press("]]]")
    let place = reading.state.text.place
    reading.files["b.md"] = long(6)
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.text.place == place)
    #expect(reading.statusLine.contains("written anew"))
    reading.files["b.md"] = ""
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.brief?.sections.count == 6)
    #expect(reading.statusLine.contains("is empty"))
  }

  @Test func readingAFileAgainThatIsTheSameSaysSo() throws {
    var reading = try Reading("pilots.md")
    reading.press("r")
    #expect(reading.statusLine.contains("pilots.md has not changed"))
  }

  @Test func searchFindsOverLineEndsAndEscapeEndsIt() throws {
    let text = "# T\n\n" + String(repeating: "word ", count: 13) + "needle in the hay needle"
    var reading = try Reading("b.md", files: ["b.md": text])
    reading.press("/needle in the hay<Enter>")
    #expect(reading.state.search?.matches.count == 1)
    #expect(reading.state.search?.matches[0].stretches.count == 2)
    reading.press("<Esc>")
    #expect(reading.state.search == nil)
    reading.press("/Needle<Enter>")
    #expect(reading.statusLine.contains("Not found: Needle"))
  }

  @Test func aSearchInTheListLastsWhileItsRowsAreShownBesideIt() throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md", rows: 40, columns: 140)
    reading.press("/wheat<Enter>")
    #expect(reading.state.briefs.selected == 1)
    #expect(reading.state.search?.pane == .briefs)
    reading.press("<Enter>")
    #expect(reading.state.search == nil)
  }

  @Test func aCountBeyondAllBoundsGoesToTheEnd() throws {
    var reading = try Reading("b.md", files: ["b.md": long(5)])
    reading.press("j:down 9223372036854775807<Enter>")
    let end = reading.state.text.top
    reading.press(":page-down 9223372036854775807<Enter>G")
    #expect(reading.state.text.top == end)
  }

  @Test func aPlaceAtTheStartOfTheTextShowsTheTitleToo() throws {
    let start = ReadingRecord(id: 1, place: Place(section: nil, offset: 0))
    let reading = try Reading("pilots.md", rows: 12, records: ["pilots.md": start])
    #expect(reading.state.text.top == 0)
  }

  @Test func aLongPasteIsDrawnAtOnce() throws {
    var reading = try Reading("pilots.md")
    reading.press("/")
    let room = String(repeating: "p", count: Prompt.lengthLimit - 3) + "end"
    reading.send(.input(.paste(room + String(repeating: "paste", count: 40_000))))
    #expect(reading.statusLine.hasSuffix("end   not found"))
  }

  @Test func aClickBelowTheLastRowMovesNothing() throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md")
    reading.send(.input(.click(row: 20, column: 10)))
    #expect(reading.state.briefs.selected == 0)
  }

  @Test func aClickSelectsACitationAndTheWheelScrolls() throws {
    var reading = try Reading("pilots.md")
    let row = try #require(reading.screen.firstIndex { $0.contains("Lloyd's List[1]") })
    let line = reading.screen[row]
    let column = try #require(line.firstRange(of: "Lloyd's")).lowerBound
    reading.send(
      .input(.click(row: row, column: line.distance(from: line.startIndex, to: column) + 2)))
    #expect(reading.state.currentCitation == 0)
    reading.send(.input(.wheel(row: 10, column: 10, lines: 3)))
    #expect(reading.state.text.top == 3)
  }

  @Test func noSizeAndNoKeyEverBreaksTheScreen() throws {
    let keys =
      Command.table.flatMap(\.keys).compactMap(KeyName.key) + [.character("3"), .enter, .escape]
    var random = SeededNumbers(seed: 11)
    for round in 0..<40 {
      var reading = try Reading(
        "pilots.md", "rice.md", "wheat.md", rows: 10 + random.below(60),
        columns: 40 + random.below(200))
      for _ in 0..<60 {
        if random.below(12) == 0 {
          reading.send(.resized(rows: 1 + random.below(70), columns: 1 + random.below(240)))
        } else {
          reading.send(.input(.key(keys[random.below(keys.count)])))
        }
        let grid = reading.grid
        #expect(
          grid.rows == reading.state.rows && grid.columns == reading.state.columns, "\(round)")
      }
    }
  }
}
