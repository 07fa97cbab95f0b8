import BriefModel
import Cells
import Testing

@testable import Reader

/// What changed since a brief was read, as `d` shows it.
@Suite struct ChangesStoryTests {
  /// A brief that was read in the morning and is rewritten since.
  static func reading(
    rows: Int = 24, columns: Int = 80, isASCII: Bool = false, isLinear: Bool = false
  ) throws -> Reading {
    var options = Options()
    options.isLinear = isLinear
    options.isASCII = isASCII
    var reading = try Reading(
      "council-read.md", rows: rows, columns: columns, options: options)
    reading.press("M")
    let old = try #require(reading.state.brief)
    var record = reading.state.entries[0].record
    record.readTexts = [
      ReadText(
        fingerprint: old.fingerprint, parts: Set(BriefSummary(old).parts.map(\.id)))
    ]
    reading.records["council-read.md"] = record
    reading.readTexts = [old]
    reading.files["council-read.md"] = try Reading.fixture("council-rewritten.md")
    reading.send(.fileChanged(entry: 0))
    return reading
  }

  @Test func aBriefThatWasNeverReadHasNoEarlierText() throws {
    var reading = try Reading("council-read.md")
    reading.press("d")
    #expect(reading.state.message == "No earlier text was kept")
    #expect(reading.state.overlay == nil)
  }

  @Test func aBriefThatIsAsItWasReadHasNoChanges() throws {
    var reading = try Reading("council-read.md")
    reading.press("Md")
    #expect(reading.state.message == "Nothing changed since you read it")
    let fingerprint = try #require(reading.state.brief?.fingerprint)
    reading.records["council-read.md"] = reading.state.entries[0].record
    reading.records["council-read.md"]?.readTexts = [ReadText(fingerprint: fingerprint, parts: [])]
    reading.send(.fileChanged(entry: 0))
    reading.press("d")
    #expect(reading.state.message == "Nothing changed since you read it")
  }

  @Test func wordsAreToldByTheirSigns() throws {
    var reading = try Self.reading(rows: 60)
    reading.press("d")
    #expect(reading.shows("CHANGES"))
    #expect(reading.shows("−Seventeen− +Sixteen+ members"))
    #expect(reading.shows("New roofs for −two− +three+ schools"))
    #expect(reading.shows("+ A new crane is to be bought in autumn."))
    #expect(reading.shows("− The ring road waits for another year."))
    #expect(!reading.shows("The lake is drained"))
    #expect(!reading.shows("Nobody spoke"))
  }

  @Test func aSourceThatCameIsNamed() throws {
    var reading = try Self.reading(rows: 60)
    reading.press("d")
    #expect(reading.screen.joined(separator: " ").contains("+The Mirror[2] counted"))
  }

  @Test func nGoesFromChangeToChange() throws {
    var reading = try Self.reading(rows: 12)
    reading.press("d")
    reading.press("k")
    #expect(reading.statusLine.hasSuffix("change 1/5"))
    let tops = (0..<8).map { _ in
      reading.press("n")
      return reading.state.changesTop ?? -1
    }
    #expect(tops == tops.sorted() && Set(tops).count > 2)
    #expect(reading.state.message == "This is the last change")
    reading.press("k")
    #expect(
      reading.statusLine.hasSuffix("change 5/5") || reading.statusLine.hasSuffix("change 4/5"))
    for _ in 0..<8 { reading.press("N") }
    #expect(reading.state.message == "This is the first change")
    #expect(reading.state.changesTop == 0)
  }

  @Test func theCurrentChangeStandsOutWhereAllAreOnTheScreen() throws {
    var reading = try Self.reading(rows: 60)
    reading.press("dn")
    let marked = reading.screen.filter { $0.contains("▌") }
    #expect(marked.count == 2 && marked[0].contains("Seventeen") && marked[1].contains("Mirror"))
    #expect(reading.statusLine.hasSuffix("change 2/5"))
    #expect(!reading.statusLine.contains("Space"))
    reading.press("nnn")
    #expect(reading.statusLine.hasSuffix("change 5/5"))
  }

  @Test func mMarksTheSectionOfTheCurrentChange() throws {
    var reading = try Self.reading(rows: 60)
    reading.press("dnm")
    #expect(reading.state.message?.hasPrefix("The vote marked read") == true)
    #expect(reading.shows("changed, read since") && !reading.shows("Seventeen"))
    #expect(reading.screen.contains { $0.contains("▌") && $0.contains("−two−") })
    reading.press("u")
    #expect(reading.shows("Seventeen"))
    reading.press("Nm")
    #expect(reading.shows("in no section"))
  }

  @Test func whatIsNewIsReadSinceToo() throws {
    var reading = try Self.reading(rows: 60)
    reading.press("dnmmnm")
    #expect(reading.shows("The harbour · new, read since"))
    #expect(reading.statusLine.hasSuffix("change 2/2"))
  }

  @Test("What is new stays so, and is shown by d, while others of the same text are read")
  func newBesideRead() throws {
    var reading = try Reading("a.md", files: ["a.md": "# A\n\n## B\n\nBee.\n"])
    reading.press("M")
    let old = try #require(reading.state.brief)
    reading.records["a.md"] = reading.state.entries[0].record
    reading.records["a.md"]?.readTexts = [ReadText(fingerprint: old.fingerprint, parts: ["b"])]
    reading.files["a.md"] = "# A\n\n## B\n\nBees.\n\n## C\n\nSea.\n\n## D\n\nDee.\n"
    reading.send(.fileChanged(entry: 0))
    let new = try #require(reading.state.brief)
    #expect(reading.state.entries[0].newCount == 2)
    reading.press("]m")

    // As the library has it once the text is kept in which the section was marked.
    reading.readTexts = [new, old]
    reading.records["a.md"] = reading.state.entries[0].record
    reading.records["a.md"]?.readTexts.insert(
      ReadText(fingerprint: new.fingerprint, parts: ["b", "c", "d"]), at: 0)
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.entries[0].newCount == 2 && reading.state.entries[0].unreadCount == 2)
    reading.press("d")
    #expect(reading.shows("+ Sea.") && reading.shows("+ Dee.") && !reading.shows("Bees"))
    reading.press("q")
    reading.press("Md")
    #expect(reading.state.message == "Nothing changed since you read it")
  }

  @Test func whereAllIsReadNoChangeIsCounted() throws {
    var reading = try Reading("a.md", files: ["a.md": "# A\n\n## B\n\nBee.\n"])
    reading.press("M")
    let old = try #require(reading.state.brief)
    reading.readTexts = [old]
    reading.records["a.md"] = reading.state.entries[0].record
    reading.records["a.md"]?.readTexts = [ReadText(fingerprint: old.fingerprint, parts: [])]
    reading.files["a.md"] = "# A\n\n## B\n\nBees.\n\n## C\n\nSea.\n"
    reading.send(.fileChanged(entry: 0))
    reading.press("dmm")
    #expect(reading.shows("B · changed, read since") && reading.shows("C · new, read since"))
    #expect(reading.statusLine.hasSuffix("all read"))
  }

  @Test func aSectionThatMovedSaysWhereItStood() throws {
    var reading = try Reading(
      "a.md", files: ["a.md": "# A\n\n## B\n\nBee.\n\n## C\n\nSea.\n\n## D\n\nDee.\n"])
    reading.press("M")
    let old = try #require(reading.state.brief)
    reading.readTexts = [old]
    reading.records["a.md"] = reading.state.entries[0].record
    reading.records["a.md"]?.readTexts = [ReadText(fingerprint: old.fingerprint, parts: [])]
    reading.files["a.md"] = "# A\n\n## D\n\nDee.\n\n## B\n\nBee.\n\n## C\n\nSea.\n"
    reading.send(.fileChanged(entry: 0))
    reading.press("d")
    #expect(reading.shows("D · moved, stood after “C”"))
  }

  /// A list in which the second brief was read, and then rewritten.
  private func list(rows: Int = 24, columns: Int = 80) throws -> Reading {
    var reading = try Reading("wheat.md", "council-read.md", rows: rows, columns: columns)
    reading.press("jM")
    let old = try BriefParser.parse(
      bytes: Array(try Reading.fixture("council-read.md").utf8), path: "x", modified: nil,
      today: try #require(CalendarDate(year: 2026, month: 3, day: 13)))
    reading.records["council-read.md"] = reading.state.entries[1].record
    reading.records["council-read.md"]?.readTexts = [
      ReadText(fingerprint: old.fingerprint, parts: Set(BriefSummary(old).parts.map(\.id)))
    ]
    reading.readTexts = [old]
    reading.files["council-read.md"] = try Reading.fixture("council-rewritten.md")
    reading.send(.fileChanged(entry: 1))
    return reading
  }

  @Test(arguments: [80, 140]) func theListShowsTheChangesOfTheRowUnderTheCursor(columns: Int) throws
  {
    var reading = try list(rows: 40, columns: columns)
    reading.press("kd")
    #expect(reading.state.message == "No earlier text was kept" && reading.state.overlay == nil)
    reading.press("jd")
    #expect(reading.shows("CHANGES") && reading.shows("−Seventeen− +Sixteen+ members"))
    reading.press("x")
    #expect(reading.statusLine.contains("q goes back to the list"))
    reading.press("q")
    #expect(reading.state.focus == .briefs && reading.state.briefs.selected == 1)
  }

  @Test func changesOfABriefThatOneLeftAreNotShown() throws {
    var state = try list().state
    let effects = state.update(.input(.key(.character("d"))))
    guard case .load(entry: 1, _) = try #require(effects.first) else {
      Issue.record("\(effects)")
      return
    }
    _ = state.update(.input(.key(.character("k"))))
    let brief = try #require(try Reading("council-rewritten.md").state.brief)
    let loaded = LoadedBrief(
      brief: brief, fingerprint: brief.fingerprint, record: state.entries[1].record)
    #expect(state.update(.loaded(entry: 1, .success(loaded))).isEmpty && state.overlay == nil)
  }

  @Test func aRewriteTellsChangedAndNewSections() throws {
    let reading = try Self.reading()
    let told = "title changed, 2 sections changed, 1 new, 1 removed"
    #expect(reading.state.message == "council-read.md was written anew; " + told)
  }

  @Test(arguments: ["d", "q", "<Esc>"]) func aKeyClosesThem(key: String) throws {
    var reading = try Self.reading()
    reading.press("d" + key)
    #expect(reading.state.overlay == nil)
    #expect(!reading.effects.contains(.quit))
  }

  @Test func theyScrollLikeTheText() throws {
    var reading = try Self.reading(rows: 12)
    reading.press("djj")
    #expect(reading.state.changesTop == 2)
    reading.press("kG")
    let end = try #require(reading.state.changesTop)
    reading.press("g ")
    #expect(try #require(reading.state.changesTop) > 2)
    reading.press("GG")
    #expect(reading.state.changesTop == end)
    reading.send(.input(.wheel(row: 5, column: 5, lines: -3)))
    #expect(reading.state.changesTop == end - 3)
    reading.press("x")
    #expect(reading.state.message?.contains("does nothing in the changes") == true)
  }

  @Test func theyOpenAtTheSectionOfTheText() throws {
    var reading = try Self.reading(rows: 14)
    reading.press("]]]d")
    #expect(reading.screen[2...9].contains { $0.contains("The harbour") })
  }

  @Test func aChangeThatWasReadSinceIsFolded() throws {
    var reading = try Self.reading(rows: 60)
    reading.press("]md")
    #expect(reading.shows("changed, read since"))
    #expect(!reading.shows("Seventeen"))
    #expect(reading.shows("−two−"))
  }

  @Test func aNewSectionIsToldFromAnUnreadOne() throws {
    let reading = try Self.reading(rows: 30, columns: 140)
    #expect(reading.shows("+ The harbour"))
    #expect(reading.shows("◆ The vote"))
    #expect(reading.shows("○ Parks"))
  }

  @Test func anotherWidthKeepsTheChangeOnTop() throws {
    var reading = try Self.reading(rows: 12)
    reading.press("dnn")
    let shown = reading.screen[3]
    reading.send(.resized(rows: 12, columns: 60))
    #expect(reading.screen[3].prefix(12) == shown.prefix(12) || reading.shows("schools"))
    reading.send(.resized(rows: 9, columns: 30))
    reading.send(.resized(rows: 12, columns: 80))
    #expect(reading.shows("CHANGES"))
  }

  @Test func aBriefThatIsRewrittenMeanwhileClosesThem() throws {
    var reading = try Self.reading()
    reading.press("d")
    reading.files["council-read.md"]? += "\n\nMore."
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.overlay == nil)
  }
}

extension State {
  /// The first line shown of the changes.
  fileprivate var changesTop: Int? {
    guard case .changes(let changes) = overlay else { return nil }
    return changes.top
  }
}
