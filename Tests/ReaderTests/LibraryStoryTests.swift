import BriefModel
import Testing

@testable import Reader

@Suite("In the list of the library")
struct LibraryStoryTests {
  private static func brief(_ title: String, _ text: String) -> String {
    "# \(title)\n\n2026-03-12\n\n## First\n\n\(text)\n\n## Second\n\nMore of it.\n"
  }

  private func reading(rows: Int = 24, columns: Int = 80) throws -> Reading {
    try Reading(
      library: [
        ("rail.md", Self.brief("Rail", "The night train runs again.")),
        ("ports.md", Self.brief("Ports", "Two ports opened.")),
        ("wind.md", Self.brief("Wind", "A night without wind.")),
      ], rows: rows, columns: columns)
  }

  /// More briefs than the screen has rows.
  private func many() throws -> Reading {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    return try Reading(
      library: letters.map { ("\($0).md", Self.brief("Brief \($0)", "Text of \($0).")) }, rows: 10)
  }

  @Test func rowsAreReadAsTheyAreShown() throws {
    var reading = try reading()
    #expect(reading.shows("Rail") && reading.shows("Wind") && reading.shows("3 of 3 unread"))
    reading.press("j<Enter>")
    #expect(reading.shows("Two ports opened."))
    reading.press("q")
    #expect(reading.state.focus == .briefs)
  }

  @Test func aBriefThatLiesInTwoPlacesOpensFromTheOneThatIsLeft() throws {
    var reading = try reading()
    reading.otherPaths["rail.md"] = ["copy/rail.md", "third/rail.md"]
    reading.send(.rows([try #require(reading.row(1))], asked: [1]))
    reading.press("p")
    #expect(reading.shows("rail.md") && reading.shows("copy/rail.md"))
    reading.press("p")
    reading.files["third/rail.md"] = reading.files["rail.md"]
    reading.files["rail.md"] = nil
    reading.press("<Enter>")
    #expect(reading.shows("The night train runs again."))
    #expect(reading.state.entries.map(\.path).contains("third/rail.md"))
  }

  @Test func theDateOfAFileIsMarkedAsSuch() throws {
    var reading = try reading()
    reading.modified = CalendarDate(year: 2026, month: 3, day: 11)
    reading.files["wind.md"] = "# Wind\n\n## S\n\nA night without wind.\n"
    reading.send(.rows([1, 3].compactMap { reading.row($0) }, asked: [1, 3]))
    #expect(reading.shows("~11 Mar") && !reading.shows("~12 Mar") && reading.shows("12 Mar"))
  }

  @Test func aFilterNarrowsTheListAsItIsTyped() throws {
    var reading = try reading()
    reading.press("Fnig")
    #expect(reading.shows("2 found") && !reading.shows("Ports"))
    reading.press("<Esc>")
    #expect(reading.shows("Ports") && reading.shows("3 of 3 unread"))
    reading.press("Fnight<Enter>")
    #expect(reading.shows("2 found"))
    #expect(reading.linkLine == " The night train runs again.")
    reading.press("j")
    #expect(reading.linkLine == " A night without wind.")
    reading.press("<Esc>")
    #expect(reading.shows("3 of 3 unread"))
  }

  @Test func aWrongQueryIsToldBesideItAndNotTaken() throws {
    var reading = try reading()
    reading.press("Fis:x")
    let failure = ListFailure(
      text: "is: takes unread, read, starred, changed, not 'x'", range: 3..<4)
    reading.send(
      .listed(number: reading.state.library.asked, .failure(failure), LibraryCounts()))
    #expect(reading.statusLine == "F is:x")
    #expect(reading.linkLine == " " + failure.text)
    reading.press("<Enter>")
    #expect(reading.state.prompt?.text == "is:x")
    reading.press("<Esc>")
    #expect(reading.state.prompt == nil && reading.shows("3 of 3 unread"))
  }

  @Test func enterLandsOnTheWords() throws {
    let filler = String(repeating: "Some other line.\n\n", count: 40)
    var reading = try Reading(
      library: [("long.md", Self.brief("Long", filler + "Here is the needle."))])
    reading.press("Fneedle<Enter><Enter>")
    #expect(reading.shows("Here is the needle."))
    #expect(reading.statusLine.contains("match 1/1"))
  }

  @Test func marksInTheListAreKeptAndUndone() throws {
    var reading = try reading()
    reading.press("m")
    #expect(reading.records["rail.md"]?.sectionMarks == 2)
    #expect(reading.shows("2 of 3 unread"))
    reading.press("u")
    #expect(reading.records["rail.md"]?.readSections.isEmpty == true)
    #expect(reading.shows("3 of 3 unread"))
  }

  @Test func allThatIsListedIsMarkedAtOnce() throws {
    var reading = try many()
    reading.press("Ay")
    #expect(reading.records.values.map(\.sectionMarks) == Array(repeating: 2, count: 26))
    #expect(reading.shows("0 of 26 unread"))
    reading.press("u")
    #expect(reading.shows("26 of 26 unread"))
  }

  @Test func bulkMarksAreUndoneUnderAnotherFilterAndInTheText() throws {
    var reading = try reading()
    let read = { (reading: Reading) in
      reading.state.entries.map(\.record.sectionMarks)
    }
    reading.press("Fnight<Enter>Ay")
    #expect(read(reading) == [2, 0, 2])
    reading.press("<Esc>Fports<Enter><Enter>m")
    #expect(read(reading) == [2, 1, 2])
    reading.press("u")
    #expect(read(reading) == [2, 0, 2] && reading.shows("Two ports opened."))
    reading.press("u")
    #expect(read(reading) == [0, 0, 0] && reading.shows("Two ports opened."))
    #expect(reading.statusLine.contains("Undone: 2 briefs marked read"))
    #expect(reading.state.library.counts.unread == 3, "also of those that are not listed")
    reading.press("U")
    #expect(reading.state.library.counts.unread == 1)
    reading.press("uq<Esc><Esc>")
    #expect(reading.shows("3 of 3 unread"))
    reading.press("UU")
    #expect(read(reading) == [2, 1, 2] && reading.shows("1 of 3 unread"))
    reading.press("uu")
    #expect(read(reading) == [0, 0, 0] && reading.shows("3 of 3 unread"))
  }

  @Test func theNextUnreadBriefIsFoundBeyondTheScreen() throws {
    var reading = try many()
    reading.press("AyGmg")
    #expect(reading.shows("1 of 26 unread"))
    reading.press("n<Enter>")
    #expect(reading.shows("26/26  z.md"))
  }

  @Test func theCursorStaysOnItsBriefWhenTheLibraryChanges() throws {
    var reading = try reading()
    reading.press("j")
    reading.files["new.md"] = Self.brief("New", "Just in.")
    reading.shelf.append("new.md")
    reading.press("gmj")
    reading.send(.libraryChanged)
    #expect(reading.screen.first { $0.contains("▌") }?.contains("Ports") == true)
    #expect(reading.shows("New"))
  }

  @Test func aBriefThatComesAboveTheFirstRowIsSeen() throws {
    var reading = try many()
    reading.press("m")
    reading.send(.libraryChanged)
    reading.press("g")
    #expect(!reading.shows("Brief a") && reading.shows("Brief b"))
    reading.records["a.md"]?.readSections = [:]
    reading.send(.libraryChanged)
    #expect(reading.screen.first { $0.contains("▌") }?.contains("Brief b") == true)
    #expect(reading.shows("Brief a"))
  }

  @Test func briefsThatComeAboveScrollNoFurtherThanTheCursorNeeds() throws {
    var reading = try many()
    reading.press("m")
    reading.send(.libraryChanged)
    reading.press("g")
    let rows = reading.screen.filter { $0.contains("Brief ") }.count
    reading.press("\(rows - 1)j")
    let last = try #require(reading.screen.first { $0.contains("▌") })
    reading.records["a.md"]?.readSections = [:]
    reading.send(.libraryChanged)
    #expect(reading.screen.first { $0.contains("▌") } == last)
    #expect(reading.state.briefs.top == 1)
  }

  /// The library with one brief rewritten, which then is another brief of the index.
  private func rewrite(_ path: String, _ text: String, in reading: inout Reading) {
    reading.gone.insert(Int64((reading.shelf.firstIndex(of: path) ?? 0) + 1))
    reading.files[path] = text
    reading.shelf.append(path)
    reading.send(.libraryChanged)
  }

  @Test func theCursorStaysOnABriefThatIsRewritten() throws {
    var reading = try reading()
    reading.press("jmn")
    #expect(reading.screen.first { $0.contains("▌") }?.contains("Wind") == true)
    rewrite("wind.md", Self.brief("Wind again", "A storm."), in: &reading)
    #expect(reading.screen.first { $0.contains("▌") }?.contains("Wind again") == true)
    let entries = reading.state.entries.count
    reading.press("<Enter>")
    #expect(reading.shows("A storm."))
    #expect(reading.state.entries.count == entries)
  }

  @Test func aBriefThatIsShownKeepsItsPlaceInTheListWhenItIsRewritten() throws {
    var reading = try reading()
    reading.press("j<Enter>")
    rewrite("ports.md", Self.brief("Ports", "Three ports opened."), in: &reading)
    reading.send(.fileChanged(entry: reading.state.current))
    #expect(reading.shows("Three ports opened."))
    reading.press("Mq")
    #expect(reading.screen.first { $0.contains("▌") }?.contains("Ports") == true)
    #expect(reading.shows("2 of 3 unread"))
  }

  @Test func howChangesAreSeenIsKeptForMessagesAlone() throws {
    var reading = try reading()
    reading.send(.remark("Watching by inotify: folders 2"))
    #expect(!reading.statusLine.contains("inotify"))
    reading.press(":messages<Enter>")
    #expect(reading.shows("Watching by inotify: folders 2"))
  }

  @Test(arguments: [(80, "0/2 archived"), (140, "12 Mar 2026 · archived")])
  func anArchivedBriefIsListedAndReadQuietly(columns: Int, row: String) throws {
    var reading = try reading(rows: 40, columns: columns)
    reading.archived = ["ports.md"]
    reading.send(.libraryChanged)
    if columns == 80 { reading.press("jmk") }
    #expect(reading.shows(row))
    reading.press("gj<Enter>")
    #expect(reading.shows("Two ports opened."))
    guard case .archive(_, path: "ports.md") = reading.origins.last else {
      return #expect(Bool(false), "read from \(String(describing: reading.origins.last))")
    }
    reading.press("e")
    #expect(reading.statusLine.contains("The file of an archived brief is gone"))
    #expect(!reading.effects.contains { if case .edit = $0 { true } else { false } })
  }

  @Test func aBriefThatIsArchivedWhileItIsOffTheScreenIsListedSo() throws {
    var reading = try many()
    reading.press("Gg")
    reading.archived = ["z.md"]
    reading.send(.libraryChanged)
    #expect(!reading.shows("archived"))
    reading.press("G")
    #expect(reading.screen.contains { $0.contains("Brief z") && $0.contains("archived") })
    reading.press("<Enter>")
    guard case .archive(_, path: "z.md") = reading.origins.last else {
      return #expect(Bool(false), "read from \(String(describing: reading.origins.last))")
    }
  }

  @Test func anArchivedBriefIsNotTakenForTheOneThatHasItsNameNow() throws {
    var reading = try reading()
    reading.archived = ["rail.md"]
    reading.send(.libraryChanged)
    reading.press("g<Enter>q")
    // The same query is asked twice, as it is typed and when it is kept.
    reading.shelf.append("rail.md")
    reading.press("Fports<Enter>")
    #expect(reading.state.entries[reading.state.current].id == 1)
    #expect(reading.state.list.entry(of: 4) == nil)
  }

  @Test func escapeInTheListTakesTheFilterAwayWhateverIsSoughtInTheText() throws {
    var reading = try reading()
    reading.press("Fnight<Enter><Enter>")
    #expect(reading.statusLine.contains("match"))
    reading.press("q<Esc>")
    #expect(reading.state.list.request?.isWhole == true && reading.shows("3 of 3 unread"))
  }

  @Test func aBriefThatIsGoneIsTold() throws {
    var reading = try reading()
    reading.files["ports.md"] = nil
    reading.press("j<Enter>")
    #expect(reading.shows("ports.md"))
  }
}

extension ReadingRecord {
  /// Marks of sections, without that of a lede which goes with them.
  fileprivate var sectionMarks: Int { readSections.count { $0.key != BriefSummary.ledeID } }
}
