import BriefModel
import Testing

@testable import Reader

@Suite("The status line") struct HintTests {
  @Test func saysWhatANumberMayBecome() throws {
    var reading = try Reading("pilots.md")
    reading.press("3")
    #expect(reading.statusLine.contains("3  Enter go to source 3  o open it  y copy it"))
    reading.press("7")
    #expect(reading.statusLine.contains("37  j so many lines  ] sections  Esc none of it"))
    reading.press("<Esc>")
    #expect(reading.statusLine.contains("Space read on"))
  }

  @Test("keeps the way to the help in every window", arguments: [40, 60, 80, 100, 140])
  func alwaysTellsTheHelp(columns: Int) throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md", columns: columns)
    for keys in ["", "<Enter>", " ", " ", "<Tab>", "<Esc>/the<Enter>"] {
      reading.press(keys)
      #expect(reading.statusLine.contains("? help"), "after \(keys): \(reading.statusLine)")
    }
  }

  @Test("keeps the way out of what was found, however long the list", arguments: [40, 80, 140])
  func tellsTheWayOutOfWhatWasFound(columns: Int) throws {
    var reading = try Reading(
      library: (1...74).map { ("brief\($0).md", "# Brief \($0)\n\nWords.\n") }, rows: 12,
      columns: columns)
    #expect(!reading.statusLine.contains("Esc"))
    reading.press("FWords<Enter>")
    #expect(reading.statusLine.contains("Esc all") && reading.statusLine.contains("1/74"))
    #expect(reading.statusLine.contains("? help"))
  }

  @Test("keeps it at the desk and among saved queries, too", arguments: [40, 80])
  func alwaysTellsTheHelpOverPanes(columns: Int) throws {
    var options = Options()
    options.savedQueries = [SavedQuery(name: "strikes", query: "strike")]
    let library = [("a.md", "# A\n\nText.\n")]
    for keys in ["S", "S<Enter>", "v"] {
      var reading = try Reading(library: library, columns: columns, options: options)
      reading.press(keys)
      #expect(reading.state.overlay != nil && reading.statusLine.contains("? help"), "\(keys)")
    }
  }

  @Test("numbers the row of a long list, in steps over a remote line", arguments: [false, true])
  func place(isRemote: Bool) throws {
    var options = Options()
    options.isRemote = isRemote
    let library = (1...248).map { ("\($0).md", "# Brief \($0)\n\nText.\n") }
    var reading = try Reading(library: library, options: options)
    reading.press("jjj")
    #expect(reading.statusLine.hasSuffix(isRemote ? " 0 %" : " 4/248"))
    reading.press("G")
    #expect(reading.statusLine.hasSuffix(isRemote ? " 100 %" : " 248/248"))
  }

  @Test func cutsTheTitleOfTheSectionBeforeAHint() throws {
    var reading = try Reading("pilots.md")
    reading.press("]]")
    #expect(reading.statusLine.contains("m mark read") && reading.statusLine.contains("2/6"))
    reading = try Reading("pilots.md", columns: 100)
    reading.press("]]")
    #expect(reading.statusLine.contains("s sources") && reading.statusLine.contains("… 2/6"))
  }

  @Test(arguments: 60...110) func leavesATitleOutOfWhichLittleIsTold(columns: Int) throws {
    let text = (1...8).map { "## Section \($0)\n\nText.\n" }.joined(separator: "\n")
    var reading = try Reading("a.md", columns: columns, files: ["a.md": "# A\n\n" + text])
    reading.press("]]]")
    let line = reading.statusLine
    #expect(line.contains("3/8") && (!line.contains("Sec") || line.contains("Section 3 3/8")))
  }

  @Test func saysWhereSpaceLeads() throws {
    let text = "# A\n\nLede.\n\n## One\n\nText.\n\n## Two\n\nText.\n"
    var reading = try Reading(
      "a.md", "b.md", files: ["a.md": text, "b.md": "# B\n\nText.\n"])
    reading.press("<Enter>")
    #expect(reading.statusLine.contains("Space next unread"))
    reading.press("M<Esc>")
    #expect(reading.statusLine.contains("Space next brief"))
    reading.press("JMK")
    #expect(!reading.statusLine.contains("Space"))
  }

  @Test func saysWhatMarkingWouldDo() throws {
    var reading = try Reading("pilots.md")
    #expect(reading.statusLine.contains("m mark read"))
    reading.press("]m<Esc>")
    #expect(reading.statusLine.contains("m mark unread"))
  }

  @Test func saysWhatAnEmptyPromptTakes() throws {
    var reading = try Reading("pilots.md")
    reading.press(":")
    #expect(reading.statusLine.contains("Tab shows them all"))
    reading.press("n")
    #expect(!reading.statusLine.contains("Tab shows them all"))
    reading.press("<Esc>/")
    #expect(reading.statusLine.contains("a capital asks for capitals"))
  }

  @Test func offersMoreOnlyWhereThereIsMore() throws {
    var reading = try Reading("pilots.md")
    reading.press("?")
    #expect(reading.statusLine.contains("Space more"))
    reading.press("G")
    #expect(!reading.statusLine.contains("Space more"))
    #expect(reading.statusLine.contains("any key closes"))
  }

  @Test func staysWithWhatIsOpenWhenTheScreenIsDrawnAnew() throws {
    var reading = try Reading("pilots.md")
    let usual = reading.screen
    for keys in ["?", "?/read<Enter>", "3p", "A", ";"] {
      reading.press(keys)
      let shown = reading.screen
      #expect(shown != usual)
      reading.press("<^L><^Z>")
      #expect(reading.screen == shown, "after \(keys)")
      reading.press("<Esc><Esc>k")
      #expect(reading.screen == usual, "\(keys)")
    }
    #expect(reading.effects.contains(.repaint) && reading.effects.contains(.suspend))
  }

  @Test func namesASourceThatTheBriefHas() throws {
    let text = "# A\n\nText [Reuters](https://reuters.com/a) and [AP](https://apnews.com/b).\n"
    var reading = try Reading("a.md", files: ["a.md": text])
    reading.press("y")
    #expect(reading.state.message?.hasSuffix("and 2o opens source 2") == true)
  }

  @Test func namesABriefThatComesFromNoFile() throws {
    var state = State(paths: ["-"], inputName: "the welcome brief")
    #expect(state.entries[0].fileName == "the welcome brief")
    _ = state.start(rows: 24, columns: 80)
    let brief = try BriefParser.parse(
      bytes: Array("# W\n\nText.\n".utf8), path: "-", modified: nil,
      today: try #require(CalendarDate(year: 2026, month: 1, day: 1)))
    _ = state.update(.loaded(entry: 0, .success(LoadedBrief(brief: brief))))
    #expect(state.reason(against: .edit) == "The welcome brief has no file to edit")
    #expect(state.reason(against: .reload) == "The welcome brief cannot be read twice")
  }

  @Test func namesNothingThatIsNotToBeHadInTheListOfSources() throws {
    var reading = try Reading("pilots.md", rows: 40)
    reading.press("]]]]]")
    #expect(reading.statusLine.contains("] section") && reading.statusLine.contains("m mark read"))
    reading.press("]")
    #expect(reading.state.text.section == 5)
    #expect(!reading.statusLine.contains("] section") && !reading.statusLine.contains("m mark"))
    #expect(reading.statusLine.contains("Tab citation"))
    let top = reading.state.text.top
    reading.press("]")
    #expect(reading.state.message == "This is the last section" && reading.state.text.top == top)
    reading.press("m")
    #expect(reading.state.message == "There is nothing to mark here")
    reading.press("<Tab>")
    #expect(reading.state.text.link != nil)
    let isToBeHad = reading.state.reason(against: .markSection) == nil
    #expect(reading.statusLine.contains("m mark") == isToBeHad)
  }
}
