import Testing

@testable import Reader

@Suite("The help") struct HelpReasonTests {
  @Test func givesAReasonOnceToNeighboursThatShareIt() throws {
    let reading = try Reading("wheat.md")
    let lines = reading.state.helpLines(HelpOverlay())
    let only = try #require(lines.firstIndex { $0.text == "This is the only brief" })
    #expect(lines.count { $0.text == "This is the only brief" } == 1)
    let above = lines[(only - 2)..<only]
    #expect(above.map(\.keys) == ["J", "K"] && above.allSatisfy { !$0.isAvailable })
    for (line, next) in zip(lines, lines.dropFirst()) where line.kind == .command {
      #expect(line.isAvailable || next.kind != .command || !next.isAvailable)
    }
  }

  @Test func givesEachReasonToThoseThatDoNotShareIt() throws {
    let reading = try Reading("wheat.md")
    let lines = reading.state.helpLines(HelpOverlay())
    let undo = try #require(lines.firstIndex { $0.text == "undo the last mark" })
    #expect(
      lines[(undo + 1)..<(undo + 4)].map(\.text)
        == ["No mark to undo", "redo it", "No mark to do again"])
  }

  @Test(arguments: [40, 50, 60, 80]) func isWholeInEveryWindow(columns: Int) throws {
    var reading = try Reading("wheat.md", rows: 200, columns: columns)
    reading.press("?")
    let shown = reading.screen.joined().filter { $0 != " " }
    for row in Command.table {
      let help = row.help.filter { $0 != " " }
      let start = help.prefix(8)
      #expect(shown.contains(help) || columns < 80 && shown.contains(start), "\(row.help)")
    }
    #expect(!reading.shows("…"), "\(reading.screen.filter { $0.contains("…") })")
  }

  @Test(arguments: [false, true]) func explainsEachSignOnce(isASCII: Bool) throws {
    var options = Options()
    options.isASCII = isASCII
    let lines = try Reading("wheat.md", columns: 140, options: options).state.helpLines(
      HelpOverlay())
    let signs = lines.drop { $0.text != "Signs" }.dropFirst().map(\.keys)
    #expect(signs.count > 10 && Set(signs).count == signs.count, "\(signs)")
    for meaning in ["changed since you read it", "but that of the file"] {
      #expect(lines.contains { $0.text.contains(meaning) })
    }
  }

  @Test func givesAReasonToWhatAFilterLeaves() throws {
    var reading = try Reading("wheat.md")
    reading.press("?/next brief<Enter>")
    #expect(reading.screen.count { $0.contains("This is the only brief") } == 1)
  }
}
