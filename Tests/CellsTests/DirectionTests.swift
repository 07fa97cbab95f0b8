import Testing

@testable import Cells

@Suite("A row of right-to-left text")
struct DirectionTests {
  private func separated(_ text: String) -> String {
    var grid = Grid(rows: 1, columns: 24)
    grid.write(text, row: 0, column: 0, style: Style())
    grid.separateDirections()
    let scalars = (0..<grid.columns).flatMap { grid[0, $0].scalars }
    return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
      .replacing("\u{2800}", with: "_")
  }

  @Test(
    "has a separator in each gap between its fields, and before the line between panes",
    arguments: [
      ("שלום   2·2", "שלום_  2·2"),
      ("סלאם │ שלום", "סלאם_│ שלום"),
      ("سلام   │  3 שלום  1×", "سلام_  │_ 3 שלום_ 1×"),
      ("Zinc   │ שלום", "Zinc_  │ שלום"),
    ])
  func gaps(text: String, expected: String) {
    #expect(separated(text).trimmingSuffix(" ") == expected)
  }

  @Test(
    "stays as it is where nothing parts fields, and so do other rows",
    arguments: ["אבץ עלה היום", "  אבץ", "Zinc   2·2 │ 3", "鋅   2"])
  func others(text: String) {
    #expect(separated(text).trimmingSuffix(" ") == text)
  }

  @Test("keeps looks and links, and a gap that belongs to a link")
  func looks() {
    var grid = Grid(rows: 2, columns: 12)
    let link = grid.add(link: Grid.Link(url: "https://example.org/", id: 1))
    let bold = Style(attributes: .bold)
    grid.write("אב   ג", row: 0, column: 0, style: bold)
    grid.write("אב   ג", row: 1, column: 0, style: bold, link: link)
    let linked = (0..<12).map { grid[1, $0] }
    grid.separateDirections()
    #expect(grid[0, 2].scalars == [Grid.separator] && grid[0, 2].style == bold)
    #expect((0..<12).map { grid[1, $0] } == linked)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
