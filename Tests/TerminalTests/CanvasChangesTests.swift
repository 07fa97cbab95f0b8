import Cells
import PtyHarness
import Testing

@testable import Terminal

extension CanvasTests {
  /// A screen that changes at random, in the ways in which a reader's does.
  struct Changes {
    private var generator: SplitMix
    private let rows: Int
    private let columns: Int
    private var lines: [String]
    private var top = 0
    private var side = 0
    private let page: Style

    init(seed: UInt64, rows: Int, columns: Int, page: Style = Style()) {
      var generator = SplitMix(state: seed)
      (self.rows, self.columns, self.page) = (rows, columns, page)
      lines = (0..<200).map { number in
        let words = [
          "word", "漢字", "e\u{301}", "——", "------------------", "    ", "•", "한글", "\(number)",
        ]
        return (0..<Int.random(in: 0...20, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
      }
      self.generator = generator
    }

    /// Scrolls a little, jumps, or changes the rows beside the text.
    mutating func next() -> Grid {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: top = Int.random(in: 0..<150, using: &generator)
      case 1: side += Int.random(in: 0..<3, using: &generator)
      default: top = max(0, min(150, top + Int.random(in: -4...4, using: &generator)))
      }
      let split = side % 4 * 7
      var grid = Grid(rows: rows, columns: columns, style: page)
      for row in 0..<rows { draw(row, from: split, &grid) }
      if split == 0 {
        grid.add(region: Region(rows: 1..<rows - 1, columns: 0..<columns))
      } else {
        grid.add(region: Region(rows: 0..<rows, columns: 0..<split - 1))
        grid.add(region: Region(rows: 0..<rows, columns: split..<columns))
      }
      return grid
    }

    private func draw(_ row: Int, from split: Int, _ grid: inout Grid) {
      let number = top + row
      let colors: [Color] = [.terminal, .palette(3), .rgb(red: 9, green: 200, blue: 30)]
      var style = Style(foreground: colors[number % 3], background: page.background)
      if number % 5 == 0 { style.attributes = [.bold, .underline] }
      if number % 7 == 0 { style.background = .rgb(red: 20, green: 20, blue: 90) }
      if split > 0 {
        grid.write("\(side + row)", row: row, column: 0, limit: split - 1, style: page)
        grid.write("│", row: row, column: split - 1, style: page)
      }
      let link = Grid.Link(url: "https://example.org/\(number % 60)", id: number % 60)
      let target = number % 3 == 0 ? grid.add(link: link) : 0
      // Two columns stay free, as in the reader: at the last cell of the last row some terminals
      // are written to by inserting, which would break a wide character before it.
      grid.write(
        lines[number % 200], row: row, column: split, limit: columns - 2, style: style,
        link: target)
    }
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen-256color"], [false, true])
  func noChangeLeavesAnythingWrongOnTheScreen(name: String, hasMargins: Bool) throws {
    for (seed, size) in [(24, 80), (40, 140), (10, 40)].enumerated() {
      let canvas = try Self.canvas(["TERM": name], rows: size.0, columns: size.1)
      canvas.hasMargins = hasMargins
      let changes = Changes(seed: UInt64(seed), rows: size.0, columns: size.1)
      guard Self.follow(changes, steps: 60, on: canvas) != nil else { return }
    }
  }

  @Test("With margins and without them the screen is the same", arguments: [false, true])
  func margins(hasPage: Bool) throws {
    let page = hasPage ? Style(background: .rgb(red: 250, green: 250, blue: 240)) : Style()
    var sent: [Int] = []
    for hasMargins in [false, true] {
      let canvas = try Self.canvas(["COLORTERM": "truecolor"], rows: 30, columns: 120)
      canvas.hasMargins = hasMargins
      let changes = Changes(seed: 7, rows: 30, columns: 120, page: page)
      guard let bytes = Self.follow(changes, steps: 1000, on: canvas, looking: 20) else { return }
      sent.append(bytes)
    }
    #expect(sent[1] < sent[0] * 3 / 4, "\(sent[1]) B with margins, \(sent[0]) B without")
  }

  /// Shows so many changes, and looks at the screen each time after some of them; how many bytes
  /// that took, nil where something is wrong.
  private static func follow(
    _ changes: Changes, steps: Int, on canvas: Canvas, looking every: Int = 1
  ) -> Int? {
    var (changes, sent) = (changes, 0)
    var screen: Screen?
    for step in 0..<steps {
      let grid = changes.next()
      let bytes = canvas.bytes(for: grid)
      sent += bytes.count
      screen = screen ?? Screen(rows: grid.rows, columns: grid.columns)
      screen?.feed(bytes)
      guard step % every == 0 else { continue }
      let wrong = screen.flatMap { firstDifference($0, grid) }
      #expect(wrong == nil, "step \(step) at \(grid.rows)×\(grid.columns)")
      if wrong != nil { return nil }
    }
    #expect(screen?.unknown == [])
    #expect(screen?.margins == nil)
    return sent
  }

  /// The first cell that is not as in the grid, with what stands there.
  private static func firstDifference(_ screen: Screen, _ grid: Grid) -> String? {
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let (cell, shown) = (grid[row, column], screen.cells[row][column])
        let text = String(String.UnicodeScalarView(cell.scalars.compactMap(Unicode.Scalar.init)))
        let url = cell.link == 0 ? nil : grid.links[Int(cell.link) - 1].url
        let hasGround = cell.style.background != .terminal
        if shown.text != text || (text != " " && shown.look.link != url)
          || (shown.look.background != nil) != hasGround
          || shown.look.attributes.contains(1) != cell.style.attributes.contains(.bold)
        {
          return "row \(row), column \(column): \(shown.text.debugDescription) \(shown.look)"
            + " instead of \(text.debugDescription) \(url ?? "")"
        }
      }
    }
    return nil
  }
}
