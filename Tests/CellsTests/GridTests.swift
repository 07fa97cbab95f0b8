import Testing

@testable import Cells

@Suite struct GridTests {
  func row(_ grid: Grid, _ row: Int = 0) -> String {
    (0..<grid.columns).map { column in
      let cell = grid[row, column]
      return cell.isContinuation
        ? "" : String(String.UnicodeScalarView(cell.scalars.compactMap(Unicode.Scalar.init)))
    }.joined()
  }

  @Test func textIsCutAtTheLimit() {
    var grid = Grid(rows: 1, columns: 10)
    #expect(grid.write("broadsheet", row: 0, column: 2, limit: 6, style: Style()) == 4)
    #expect(row(grid) == "  broa    ")
  }

  @Test func aWideCharacterTakesTwoCells() {
    var grid = Grid(rows: 1, columns: 6)
    #expect(grid.write("新聞a", row: 0, column: 0, style: Style()) == 5)
    #expect(grid[0, 1].isContinuation)
    #expect(row(grid) == "新聞a ")
  }

  @Test func aWideCharacterNeverStraddlesTheLimit() {
    var grid = Grid(rows: 1, columns: 4)
    #expect(grid.write("a新聞", row: 0, column: 0, style: Style()) == 3)
    #expect(row(grid) == "a新 ")
  }

  @Test func anEmojiThatTerminalsDoNotAgreeOnIsABoxOfItsWidth() {
    var grid = Grid(rows: 1, columns: 8)
    #expect(grid.write("a\u{1FAE8}b\u{1FAE0}c", row: 0, column: 0, style: Style()) == 7)
    #expect(row(grid) == "a□ b\u{1FAE0}c ")
  }

  @Test func overwritingHalfOfAWideCharacterBlanksTheOtherHalf() {
    var grid = Grid(rows: 1, columns: 4)
    grid.write("新", row: 0, column: 1, style: Style())
    grid.write("x", row: 0, column: 2, style: Style())
    #expect(row(grid) == "  x ")
    grid.write("新", row: 0, column: 1, style: Style())
    grid.write("y", row: 0, column: 1, style: Style())
    #expect(row(grid) == " y  ")
  }

  @Test func combiningMarksJoinTheirBaseAndTheFifthIsDropped() {
    var grid = Grid(rows: 1, columns: 3)
    let marks = "\u{301}\u{302}\u{303}\u{304}\u{305}"
    #expect(grid.write("e" + marks + "x", row: 0, column: 0, style: Style()) == 2)
    #expect(grid[0, 0].scalars == [0x65, 0x301, 0x302, 0x303, 0x304])
    #expect(grid[0, 1].scalars == [0x78])
  }

  @Test func controlCharactersNeverReachACell() {
    var grid = Grid(rows: 1, columns: 6)
    grid.write("a\u{1B}[31mb\u{9B}c\u{7F}", row: 0, column: 0, style: Style())
    #expect(row(grid) == "a[31mb")
  }

  @Test func writingOutsideTheGridDoesNothing() {
    var grid = Grid(rows: 2, columns: 2)
    let empty = grid
    #expect(grid.write("x", row: 2, column: 0, style: Style()) == 0)
    #expect(grid.write("x", row: -1, column: 0, style: Style()) == 0)
    #expect(grid.write("x", row: 0, column: 2, style: Style()) == 0)
    #expect(grid == empty)
  }
}
