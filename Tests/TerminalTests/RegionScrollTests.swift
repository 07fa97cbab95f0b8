import Cells
import Testing

@testable import Terminal

@Suite struct RegionScrollTests {
  private static let region = Region(rows: 2..<18, columns: 20..<78)

  /// Numbered lines in the region, beside others that stay.
  private static func grid(from top: Int, text: (Int) -> String) -> Grid {
    var grid = Grid(rows: 20, columns: 80)
    for row in 0..<20 {
      grid.write("side \(row)", row: row, column: 0, style: Style())
      guard region.rows.contains(row) else { continue }
      grid.write(text(top + row), row: row, column: 22, limit: 78, style: Style())
    }
    grid.add(region: region)
    return grid
  }

  private static func between(_ old: Int, _ new: Int, text: (Int) -> String = line) -> Int? {
    RegionScroll.between(
      grid(from: old, text: text), grid(from: new, text: text), in: region)?.lines
  }

  private static func line(_ number: Int) -> String {
    "\(number) " + String(repeating: "word\(number % 7) ", count: 6)
  }

  @Test(arguments: [1, -1, 3, -7, 12, -13]) func linesThatMoveAreFound(by lines: Int) {
    #expect(Self.between(100, 100 + lines) == lines)
  }

  @Test(arguments: [0, 16, -40]) func whereNothingComesToLieElsewhereNothingMoves(by lines: Int) {
    #expect(Self.between(100, 100 + lines) == nil)
  }

  @Test func fewLettersAreNotWorthIt() {
    #expect(Self.between(0, 1) { $0 == 5 ? "one short line" : "" } == nil)
    #expect(Self.between(0, 1) { _ in "the same line everywhere, which is there already" } == nil)
  }

  @Test func aPageThatGoesIsErasedAtOnceWhereTheNextOneIsShorter() {
    #expect(Self.between(100, 300, text: Self.shortLater) == Self.region.rows.count)
    #expect(Self.between(300, 100, text: Self.shortLater) == nil, "longer lines erase the others")
  }

  private static func shortLater(_ number: Int) -> String {
    number < 200 ? line(number) : number.isMultiple(of: 2) ? "" : "\(number)"
  }

  @Test func ofAWideRegionTheLibraryMovesWhatItCan() {
    let region = Region(rows: 2..<18, columns: 0..<80)
    let grids = [100, 103, 115].map { Self.grid(from: $0, text: Self.line) }
    #expect(RegionScroll.between(grids[0], grids[1], in: region) == nil)
    let page = RegionScroll.between(
      Self.wide(from: 100), Self.wide(from: 114), in: region)
    #expect(page?.lines == 14 && page?.isWide == true)
    #expect(page?.sequence == "\u{1B}[3;18r\u{1B}[3;1H\u{1B}[14M\u{1B}[r")
  }

  /// Lines in all columns, of which some are short.
  private static func wide(from top: Int) -> Grid {
    var grid = Grid(rows: 20, columns: 80)
    for row in 2..<18 {
      grid.write(
        (top + row).isMultiple(of: 3) ? "\(top + row)" : line(top + row), row: row, column: 2,
        style: Style())
    }
    return grid
  }

  @Test func aWideCharacterAcrossTheEdgeKeepsTheLinesWhereTheyAre() {
    var old = Self.grid(from: 0, text: Self.line)
    let new = Self.grid(from: 1, text: Self.line)
    #expect(RegionScroll.between(old, new, in: Self.region) != nil)
    old.write("漢", row: 9, column: 19, style: Style())
    #expect(RegionScroll.between(old, new, in: Self.region) == nil)
  }

  @Test func theSequenceNamesTheRegion() {
    let up = RegionScroll(region: Self.region, lines: 2, isWide: false)
    #expect(
      up.sequence
        == "\u{1B}[?69h\u{1B}[21;78s\u{1B}[3;18r\u{1B}[3;21H\u{1B}[2M\u{1B}[r\u{1B}[?69l")
    #expect(up.firstNew == (16, 20))
    let down = RegionScroll(region: Self.region, lines: -3, isWide: false)
    #expect(down.sequence.contains("\u{1B}[3L"))
    #expect(down.firstNew == (2, 20))
  }
}
