import BriefModel
import Testing

@testable import Reader

/// Files that change while they are read, and answers that come late.
@Suite struct ReloadStoryTests {
  private func isRead(_ reading: Reading, _ entry: Int = 0) -> [Bool] {
    let entry = reading.state.entries[entry]
    return (entry.summary?.parts ?? []).map { entry.state(of: $0).isRead }
  }

  @Test(arguments: ["<Tab><Tab><Tab>p", "3p", ";", "]]]]]tjjp"])
  func whatNamesLinksByNumberGoesWhenTheFileIsWrittenAnew(keys: String) throws {
    var reading = try Reading("pilots.md", rows: 40)
    reading.press(keys)
    #expect(reading.state.overlay != nil)
    reading.files["pilots.md"] = "# Short\n\nNothing is left."
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.overlay == nil)
    #expect(reading.shows("Nothing is left."))
    reading.press("y")
    #expect(reading.effects.isEmpty)
  }

  @Test func aFileWrittenAnewWhileTheWindowIsTooSmallLeavesNothingOfTheOldOne() throws {
    var reading = try Reading("pilots.md")
    reading.press("]]]]")
    reading.send(.resized(rows: 5, columns: 20))
    reading.files["pilots.md"] = "# Short\n\nNothing is left."
    reading.send(.fileChanged(entry: 0))
    reading.send(.resized(rows: 24, columns: 80))
    reading.press("e")
    #expect(reading.effects == [.edit(path: "pilots.md", line: 1)])
  }

  @Test func helpStaysOpenWhenTheFileIsWrittenAnew() throws {
    var reading = try Reading("pilots.md")
    reading.press("?")
    reading.files["pilots.md"] = "# Short\n\nNothing is left."
    reading.send(.fileChanged(entry: 0))
    #expect(reading.shows("HELP"))
  }

  @Test func aMarkMadeWhileTheFileIsReadAgainStays() throws {
    var reading = try Reading("pilots.md")
    let brief = try #require(reading.state.brief)
    let before = reading.state.entries[0].record
    _ = reading.state.update(.fileChanged(entry: 0))
    reading.press("]m")
    reading.send(.loaded(entry: 0, .success(LoadedBrief(brief: brief, record: before))))
    #expect(isRead(reading) == [true, false, false, false, false])
  }

  @Test func marksOfAnotherProgramComeWithTheFileReadAgain() throws {
    var reading = try Reading("pilots.md")
    reading.press("]m")
    reading.records["pilots.md"] = ReadingRecord(id: 9)
    reading.press("r")
    #expect(isRead(reading) == [false, false, false, false, false])
  }

  @Test func aMarkHoldsForEachPathOfTheSameBrief() throws {
    let text = try Reading.fixture("wheat.md")
    var reading = try Reading("a.md", "b.md", files: ["a.md": text, "b.md": text])
    reading.press("m")
    #expect(isRead(reading, 0) == [true, true])
    #expect(isRead(reading, 1) == [true, true])
    reading.press("u")
    #expect(isRead(reading, 1) == [false, false])
    reading.press("f")
    #expect(reading.state.entries[1].record.isStarred)
  }

  @Test func onlyTheBriefsShownLastStayInMemory() throws {
    let paths = (1...9).map { "\($0).md" }
    let files = Dictionary(uniqueKeysWithValues: paths.map { ($0, "# Brief \($0)\n\nText.") })
    var reading = try Reading(
      paths[0], paths[1], paths[2], paths[3], paths[4], paths[5], paths[6], paths[7], paths[8],
      files: files)
    reading.press("<Enter>")
    let first = try #require(reading.state.brief)
    reading.press("JJJJJJJJ")
    #expect(reading.state.entries[0].brief == nil)
    reading.send(.loaded(entry: 0, .success(LoadedBrief(brief: first))))
    #expect(reading.state.entries[0].brief == nil)
  }

  @Test func aStarWaitsForTheRecordThatWouldTakeItAway() throws {
    var state = State(paths: ["a.md", "b.md"])
    _ = state.start(rows: 24, columns: 80)
    _ = state.update(.input(.key(.character("f"))))
    #expect(!state.entries[0].record.isStarred)
    #expect(state.message?.contains("has not been read") == true)
  }

  @Test func nothingThatComesBreaksTheScreenWhileFilesChange() throws {
    let keys =
      Command.table.flatMap(\.keys).compactMap(KeyName.key)
      + [.character("3"), .character("y"), .character("a"), .enter, .escape]
    let texts = [
      try Reading.fixture("pilots.md"), try Reading.fixture("rice.md"), "# T\n\nNo section.", "",
    ]
    var random = SeededNumbers(seed: 7)
    for round in 0..<80 {
      var reading = try Reading("pilots.md", "rice.md", columns: round % 2 == 0 ? 80 : 140)
      for _ in 0..<60 {
        let (row, column) = (random.below(40), random.below(150))
        switch random.below(16) {
        case 0, 1:
          let entry = random.below(2)
          reading.files[["pilots.md", "rice.md"][entry]] = texts[random.below(texts.count)]
          reading.send(.fileChanged(entry: entry))
        case 2, 3: reading.send(.input(.click(row: row, column: column)))
        case 4:
          reading.send(.input(.wheel(row: row, column: column, lines: random.below(2) * 6 - 3)))
        case 5: reading.send(.input(.paste("harbour\nstrike")))
        case 6: reading.send(.resized(rows: 5 + row, columns: 20 + column))
        default: reading.send(.input(.key(keys[random.below(keys.count)])))
        }
        #expect(reading.grid.rows == reading.state.rows, "\(round)")
      }
    }
  }
}
