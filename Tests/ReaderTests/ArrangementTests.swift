import Testing

@testable import Reader

@Suite("Panes side by side") struct ArrangementTests {
  private func panes(columns: Int, measure: Int = 78) throws -> [Pane: Rectangle] {
    var options = Options()
    options.measure = measure
    return try Reading("pilots.md", "wheat.md", rows: 50, columns: columns, options: options).state
      .arrangement.panes
  }

  @Test("grow with the window once the text has its measure, up to a width", arguments: 110...260)
  func grow(columns: Int) throws {
    let (narrow, wide) = (try panes(columns: columns), try panes(columns: columns + 1))
    let text = try #require(narrow[.text])
    let isJoined = narrow[.sources] == nil && wide[.sources] != nil
    for (pane, area) in narrow where pane != .text && !isJoined {
      #expect(try #require(wide[pane]).columns >= area.columns, "\(pane)")
      #expect(area.columns < 56)
    }
    let widths = [narrow[.briefs], narrow[.sources]].compactMap { $0?.columns }
    #expect(widths.reduce(text.columns) { $0 + 1 + $1 } == columns)
    // Nothing is left beside the text while a pane could take it.
    #expect(text.columns <= 86 || widths.allSatisfy { $0 == 54 })
  }

  @Test func leaveTheTextItsMeasure() throws {
    #expect(try #require(panes(columns: 200)[.text]).columns >= 84)
    #expect(try #require(panes(columns: 200, measure: 120)[.text]).columns == 200 - 37 - 41)
    #expect(try #require(panes(columns: 120)[.briefs]).columns == 35)
  }
}
