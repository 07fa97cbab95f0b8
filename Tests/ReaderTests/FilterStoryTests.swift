import BriefModel
import Cells
import Testing

@testable import Reader

/// A query from its first key to the list that it leaves.
@Suite struct FilterStoryTests {
  private func reading(
    rows: Int = 24, columns: Int = 80, options: Options = Options()
  ) throws -> Reading {
    var reading = try Reading(
      library: ["strait", "strike", "rail"].map {
        ("\($0).md", "# News of \($0)\n\n2026-03-12\n\n## First\n\nThe \($0) is there.\n")
      }, rows: rows, columns: columns, options: options)
    reading.keeping = { $0.hasSuffix(" ") ? $0 : $0 + "*" }
    reading.mistakes["news is:x"] = ListFailure(text: "is: takes unread, not 'x'", range: 8..<9)
    return reading
  }

  @Test func enterKeepsWhatIsSeen() throws {
    var reading = try reading()
    reading.press("Fstr<Enter>")
    #expect(reading.shows("str*  2 found") && reading.state.list.request?.isTyped == false)
    reading.press("F")
    #expect(reading.statusLine.hasPrefix("F str*"))
    reading.press("<Esc>Fstr <Enter>")
    #expect(reading.state.list.request?.query == "str ")
  }

  @Test(arguments: [80, 40], [false, true])
  func whatIsWrongIsToldOnceBesideTheRowsThereAre(columns: Int, isLinear: Bool) throws {
    var options = Options()
    options.isLinear = isLinear
    var reading = try reading(columns: columns, options: options)
    let words = "is: takes unread, not 'x'"
    reading.mistakes["nowhere is:x"] = ListFailure(text: words, range: 11..<12)
    for query in ["news is:x", "nowhere is:x"] {
      reading.press("F" + query)
      #expect(reading.screen.count { $0.contains("is: takes") } == 1, "\(reading.screen)")
      let rows = reading.state.list.count
      #expect(reading.shows(" found") == (rows > 0), "\(reading.screen)")
      #expect(rows == 0 || reading.shows("\(rows) found"), "\(reading.screen)")
      reading.press("<Esc>")
    }
  }

  @Test func whatIsStillReadMayAnswerYet() throws {
    var reading = try reading()
    reading.send(.indexing("reading 1 of 3"))
    reading.press("Fnone<Enter>")
    #expect(reading.shows("Nothing answers this so far; the folders are being read"))
    reading.send(.indexing(nil))
    #expect(reading.shows("Nothing in the library answers this"))
  }

  @Test func enterTellsWhatIsNotTypedToItsEnd() throws {
    var reading = try reading()
    reading.keeping = { _ in nil }
    reading.press("Fnews is:")
    #expect(reading.state.library.failure == nil)
    reading.mistakes["news is:"] = ListFailure(text: "is: needs a value", range: 5..<8)
    reading.press("<Enter>")
    #expect(reading.state.prompt?.text == "news is:" && reading.linkLine == " is: needs a value")
    reading.press("<Left>")
    #expect(reading.linkLine == " is: needs a value")
    reading.press("<Esc>")
    #expect(reading.shows("3 of 3 unread") && reading.state.prompt == nil)
  }

  @Test func aWrongFilterLeavesTheListAndCanBeMended() throws {
    var reading = try reading()
    reading.press("jm:filter strike<Enter>")
    let screen = reading.screen
    reading.press(":filter news is:x<Enter>")
    #expect(reading.screen.dropLast(2).dropFirst() == screen.dropLast(2).dropFirst())
    #expect(reading.statusLine.hasPrefix("F news is:x"))
    #expect(reading.linkLine == " is: takes unread, not 'x'")
    #expect(reading.state.list.request?.query == "strike")
    reading.press("<BS><BS><BS><BS><BS>")
    #expect(reading.shows("3 found") && reading.state.library.failure == nil)
    reading.press("<Esc>")
    #expect(reading.screen == screen)
  }

  @Test func aWrongFilterFromTheTextLeadsBackToIt() throws {
    var reading = try reading()
    reading.press("<Enter>")
    let screen = reading.screen
    reading.press(":filter news is:x<Enter><Esc>")
    #expect(reading.screen.dropLast() == screen.dropLast())
    #expect(reading.state.list.request?.isWhole == true)
  }

  /// The characters of the line that stand out as wrong.
  private func wrong(_ reading: Reading) -> String {
    var style = Style()
    style.attributes = .bold
    let theme = Theme(name: "t", styles: [.error: style])
    var grid = Grid(rows: reading.state.rows, columns: reading.state.columns)
    reading.state.draw(theme: theme, into: &grid)
    let row = grid.rows - 1
    return (0..<grid.columns).reduce(into: "") { text, column in
      guard grid[row, column].style.attributes == [.bold, .underline] else { return }
      text.unicodeScalars.append(
        contentsOf: grid[row, column].scalars.compactMap(Unicode.Scalar.init))
    }
  }

  @Test func theMistakeIsUnderlinedWhereItStands() throws {
    var reading = try reading()
    reading.press("Fnews is:x")
    #expect(wrong(reading) == "x")
    let long = String(repeating: "news ", count: 30) + "is:x"
    reading.mistakes[long] = ListFailure(text: "not 'x'", range: 150..<154)
    reading.press("<Esc>F\(long)")
    #expect(wrong(reading) == "is:x")
    reading.mistakes[long + " more"] = ListFailure(text: "not news", range: 0..<4)
    reading.press(" more")
    #expect(wrong(reading).isEmpty)
    #expect(reading.linkLine == " not news; at character 1, “news”")
    reading.mistakes["("] = ListFailure(text: "nothing stands in it", range: 1..<1)
    reading.press("<Esc>F(")
    #expect(wrong(reading) == "(")
  }

  @Test func lineByLineThePlaceIsToldInWords() throws {
    var options = Options()
    options.isLinear = true
    var reading = try reading(options: options)
    reading.press("Fnews is:x")
    #expect(reading.shows("is: takes unread, not 'x'; at character 9, “x”"))
  }

  @Test func aMistakeHasOnePlaceHoweverLongItIs() throws {
    var reading = try reading()
    reading.mistakes["a"] = ListFailure(text: "short", range: 0..<1)
    reading.press("Fa")
    #expect(reading.linkLine == " short" && reading.statusLine == "F a")
    let words = String(repeating: "long ", count: 30)
    reading.mistakes["ab"] = ListFailure(text: words, range: 0..<1)
    reading.press("b")
    #expect(reading.linkLine.hasPrefix(" long long") && reading.statusLine == "F ab")
  }
}
