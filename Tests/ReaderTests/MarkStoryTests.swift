import BriefModel
import Testing

@testable import Reader

/// Marking sections and briefs, and taking it back.
@Suite struct MarkStoryTests {
  private func states(_ reading: Reading, _ entry: Int = 0) -> String {
    let entry = reading.state.entries[entry]
    return (entry.summary?.parts ?? []).map { part in
      switch entry.state(of: part) {
      case .unread: "u"
      case .read: "r"
      case .changed: "c"
      case .new: "n"
      }
    }.joined()
  }

  @Test func mMarksTheSectionThatTheBracketWentTo() throws {
    var reading = try Reading("pilots.md")
    reading.press("]]m")
    #expect(states(reading) == "uruuu")
    reading.press("m")
    #expect(states(reading) == "uuuuu")
  }

  @Test func theListOfSourcesIsNothingToRead() throws {
    var reading = try Reading("pilots.md")
    reading.press("]]]]]]m")
    #expect(states(reading) == "uuuuu")
    #expect(reading.statusLine.contains("nothing to mark"))
  }

  @Test func aBriefIsReadWhenItsSectionsAre() throws {
    var reading = try Reading("pilots.md")
    reading.press("]m]m]m]m]m")
    #expect(states(reading) == "rrrrr")
    #expect(reading.state.entries[0].state == .read)
    reading.press("M")
    #expect(states(reading) == "uuuuu")
  }

  @Test func undoAndRedoGoThroughAllSteps() throws {
    var reading = try Reading("pilots.md")
    reading.press("]m]mM")
    #expect(states(reading) == "rrrrr")
    reading.press("u")
    #expect(states(reading) == "rruuu")
    reading.press("uu")
    #expect(states(reading) == "uuuuu")
    reading.press("UUU")
    #expect(states(reading) == "rrrrr")
    reading.press("UU")
    #expect(reading.statusLine.contains("No mark to do again"))
  }

  @Test func everyMarkIsKeptAtOnceWithThePlace() throws {
    var reading = try Reading("pilots.md")
    reading.press("]m")
    guard case .keep(let changes)? = reading.effects.first else {
      Issue.record("nothing was kept: \(reading.effects)")
      return
    }
    let fingerprint = reading.state.entries[0].summary?.parts.first?.fingerprint
    let mark = LibraryChange.section(record: 9, id: "the-vote", read: fingerprint)
    #expect(changes.numbered.first == mark)
    // The lede's goes with it, and the place.
    #expect(changes.numbered.count == 3 && changes.markCount == 1 && changes.unnumbered.isEmpty)
  }

  @Test func marksOfABriefWithoutANumberAreKeptByItsContent() throws {
    var reading = try Reading("pilots.md", "wheat.md", records: ["wheat.md": ReadingRecord()])
    reading.press("jM")
    #expect(states(reading, 1) == "rr" && !reading.statusLine.contains("for this run only"))
    let entry = reading.state.entries[1]
    var marks = UnnumberedMarks(
      BriefKey(
        .file("wheat.md"), fingerprint: try #require(entry.fingerprint),
        try #require(entry.summary)))
    for part in try #require(entry.summary?.markedParts) {
      marks.set(part.id, read: part.fingerprint)
    }
    #expect(reading.effects == [.keep(LibraryChanges(unnumbered: [marks]))])
    var known = entry.record
    known.id = 7
    known.readSections["elsewhere"] = Fingerprint(of: [1])
    reading.send(.recorded([marks.key.fingerprint: known]))
    #expect(reading.state.entries[1].record == known)
    reading.press("f")
    #expect(reading.effects.last == .keep(LibraryChanges([.star(record: 7, true)])))
  }

  @Test func aRecordThatWasAskedForBeforeTheMarkWasKeptDoesNotTakeItAway() throws {
    var reading = try Reading("wheat.md", records: ["wheat.md": ReadingRecord()])
    let brief = try #require(reading.state.brief)
    _ = reading.state.update(.fileChanged(entry: 0))
    reading.press("M")
    var known = reading.state.entries[0].record
    known.id = 7
    reading.send(.recorded([brief.fingerprint: known]))
    let older = LoadedBrief(
      brief: brief, fingerprint: brief.fingerprint, record: ReadingRecord(id: 7))
    reading.send(.loaded(entry: 0, .success(older)))
    #expect(states(reading) == "rr" && reading.state.entries[0].record == known)
  }

  @Test func whatTheLibraryCouldNotTellIsAskedForOnceItCan() throws {
    var reading = try Reading(
      "pilots.md", "wheat.md",
      records: ["pilots.md": ReadingRecord(), "wheat.md": ReadingRecord()])
    var known = ReadingRecord(id: 7)
    for part in try #require(reading.state.entries[1].summary?.parts) {
      known.readSections[part.id] = part.fingerprint
    }
    reading.records = ["pilots.md": ReadingRecord(id: 6), "wheat.md": known]
    reading.send(.libraryOpened)
    #expect(states(reading, 1) == "rr" && reading.state.entries[0].record.id == 6)
  }

  @Test func whatWasReadWhileTheLibraryWasLockedIsReadAgain() throws {
    var reading = try Reading("wheat.md", records: ["wheat.md": ReadingRecord()])
    reading.send(.unregistered(entries: [0]))
    #expect(reading.effects.last == .readLater(entries: [0]))
    reading.records = ["wheat.md": ReadingRecord(id: 7, isStarred: true)]
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.entries[0].record == ReadingRecord(id: 7, isStarred: true))
  }

  @Test func thatMarksWaitIsSaidUntilTheyAreKept() throws {
    var reading = try Reading("wheat.md")
    reading.send(.waiting(2))
    reading.press("j")
    #expect(reading.statusLine.contains("2 marks wait to be kept"))
    reading.send(.waiting(0))
    reading.press("k")
    #expect(!reading.statusLine.contains("wait to be kept"))
  }

  @Test func markingEverythingAsksFirst() throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md")
    reading.press("An")
    #expect(reading.state.entries.allSatisfy { $0.state == .unread })
    reading.press("Ay")
    #expect(reading.state.entries.allSatisfy { $0.state == .read })
    reading.press("u")
    #expect(reading.state.entries.allSatisfy { $0.state == .unread })
  }

  @Test func inTheListBothMarksMeanTheBrief() throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md")
    reading.press("jm")
    #expect(states(reading, 1) == "rr")
    reading.press("jM")
    #expect(states(reading, 2) == "rr")
    #expect(states(reading, 0) == "uuuuu")
  }

  @Test func aSectionThatChangedSinceItWasReadIsUnreadAgainAndSaysSo() throws {
    var reading = try Reading("wheat.md")
    reading.press("]m]m")
    #expect(states(reading) == "rr")
    reading.files["wheat.md"] = try Reading.fixture("wheat.md")
      .replacing("Quotas stay as they are", with: "Quotas rise by a tenth")
    reading.records["wheat.md"] = reading.state.entries[0].record
    reading.send(.fileChanged(entry: 0))
    #expect(states(reading) == "cr")
    #expect(reading.statusLine.contains("1 section changed since read"))
  }

  @Test func aBriefWithoutSectionsIsReadByItsLede() throws {
    var reading = try Reading("b.md", files: ["b.md": "# Title\n\nAll there is."])
    reading.press("m")
    #expect(states(reading) == "r")
    #expect(reading.state.entries[0].state == .read)
  }

  @Test func markingAHeadingWithoutTextMarksWhatIsBelowIt() throws {
    let text = "# T\n\n## Parent\n\n### One\n\na\n\n### Two\n\nb\n\n## Next\n\nc"
    var reading = try Reading("b.md", files: ["b.md": text])
    reading.press("]m")
    #expect(states(reading) == "rru")
  }

  @Test func readingPastTheEndMarksOnlyWhereTheSettingsSaySo() throws {
    var quiet = try Reading("pilots.md", rows: 16)
    quiet.press("<Space><Space><Space><Space><Space><Space>")
    #expect(states(quiet) == "uuuuu")
    var options = Options()
    options.marksReadWhenPassed = true
    var marking = try Reading("pilots.md", rows: 16, options: options)
    marking.press("<PgDn>")
    #expect(states(marking).hasPrefix("r"))
    #expect(states(marking).hasSuffix("u"))
    marking.press("<PgDn><PgDn><PgDn><PgDn><PgDn><Space>")
    #expect(states(marking) == "rrrrr")
    marking.press("uuuuuu")
    #expect(states(marking) == "uuuuu")
  }

  @Test func whatWasJumpedOverIsNotReadPast() throws {
    var options = Options()
    options.marksReadWhenPassed = true
    var jumping = try Reading("pilots.md", rows: 16, options: options)
    jumping.press("G")
    #expect(states(jumping).hasSuffix("uuuu"))
    let record = ReadingRecord(id: 9, place: Place(section: "wages", offset: 0))
    var arriving = try Reading(
      "pilots.md", rows: 16, options: options, records: ["pilots.md": record])
    #expect(arriving.state.text.top > 0)
    arriving.press("k")
    #expect(states(arriving) == "uuuuu")
  }

  @Test func readingOnIntoAnotherBriefMarksTheOneThatWasRead() throws {
    var options = Options()
    options.marksReadWhenPassed = true
    var reading = try Reading("wheat.md", "pilots.md", rows: 40, options: options)
    reading.press("<Enter><Space>")
    #expect(reading.state.current == 1)
    #expect(states(reading, 0) == "rr")
    #expect(states(reading, 1) == "uuuuu")
  }

  @Test func aBriefWithoutSectionsIsReadPastToo() throws {
    var options = Options()
    options.marksReadWhenPassed = true
    var reading = try Reading("b.md", options: options, files: ["b.md": "# T\n\nAll there is."])
    reading.press("<Space>")
    #expect(states(reading) == "r")
  }

  @Test func nothingIsMarkedWhereTheFileCannotBeRead() throws {
    var reading = try Reading("gone.md", files: ["gone.md": ""])
    #expect(reading.shows("is empty"))
    reading.press("mMA")
    #expect(reading.effects.isEmpty)
  }

  @Test func theBlankLineAboveAHeadingBelongsToTheSectionThatBegins() throws {
    let text = "# T\n\n## One\n\na\n\n## Two\n\n" + String(repeating: "b\n\n", count: 40)
    var reading = try Reading("b.md", files: ["b.md": text])
    reading.press("]]k")
    #expect(reading.screen[2] == "")
    reading.press("m")
    #expect(states(reading) == "ur")
  }

  @Test func withoutALibraryAMarkSaysThatItHoldsForThisRun() throws {
    var reading = try Reading("wheat.md", records: ["wheat.md": ReadingRecord()])
    reading.send(.noLibrary)
    reading.press("]m")
    #expect(states(reading) == "ru")
    #expect(reading.statusLine.contains("for this run only"))
  }

}
