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

  @Test func givesAReasonToWhatAFilterLeaves() throws {
    var reading = try Reading("wheat.md")
    reading.press("?/next brief<Enter>")
    #expect(reading.screen.count { $0.contains("This is the only brief") } == 1)
  }
}
