import Cells
import PtyHarness
import Testing

@testable import Terminal

/// One at a time: the terminal library has one current screen.
@Suite(.serialized) struct CanvasTests {
  static func canvas(
    _ environment: [String: String] = [:], rows: Int = 24, columns: Int = 80
  ) throws -> Canvas {
    var options = TerminalOptions()
    options.environment = Environment(["TERM": "xterm-256color"].merging(environment) { $1 })
    #expect(Locale.isUTF8(environment: Environment(["LC_ALL": "C.UTF-8"])))
    return try Canvas(options: options, rows: rows, columns: columns)
  }

  private static func line(_ number: Int) -> String {
    "\(number) " + String(repeating: "\(number % 10)word ", count: 12)
  }

  private static func page(_ top: Int, links: Bool = true) -> Grid {
    var grid = Grid(rows: 24, columns: 80)
    for row in 0..<24 {
      let number = top + row
      let taken = grid.write(line(number), row: row, column: 0, style: Style())
      guard links, number.isMultiple(of: 4) else { continue }
      let link = Grid.Link(url: "https://example.org/\(number)", id: number)
      grid.write(
        "link", row: row, column: taken, style: Style(attributes: .underline),
        link: grid.add(link: link))
    }
    return grid
  }

  @Test func theScreenShowsTheGrid() throws {
    let canvas = try Self.canvas()
    var screen = Screen(rows: 24, columns: 80)
    for top in [0, 1, 2, 9, 3, 40] {
      let grid = Self.page(top)
      screen.feed(canvas.bytes(for: grid))
      Self.expect(screen, shows: grid)
    }
    #expect(screen.unknown == [])
  }

  /// Text, attributes and links of every cell.
  private static func expect(_ screen: Screen, shows grid: Grid) {
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let (cell, shown) = (grid[row, column], screen.cells[row][column])
        let text = String(String.UnicodeScalarView(cell.scalars.compactMap(Unicode.Scalar.init)))
        #expect(shown.text == text, "row \(row), column \(column)")
        let url = cell.link == 0 ? nil : grid.links[Int(cell.link) - 1].url
        #expect(shown.look.link == url, "row \(row), column \(column)")
        #expect(shown.look.attributes.contains(4) == cell.style.attributes.contains(.underline))
      }
    }
  }

  @Test func theSameGridCostsNothing() throws {
    let canvas = try Self.canvas()
    #expect(!canvas.bytes(for: Self.page(0)).isEmpty)
    #expect(canvas.bytes(for: Self.page(0)).isEmpty)
  }

  @Test func aScrolledLineCostsItsTextAndLittleMore() throws {
    let canvas = try Self.canvas()
    _ = canvas.bytes(for: Self.page(0))
    for top in 1..<40 {
      let bottom = top + 23
      let hasLink = bottom.isMultiple(of: 4)
      let text = Self.line(bottom).utf8.count + (hasLink ? 4 : 0)
      let cost = canvas.bytes(for: Self.page(top)).count
      let allowed = text + 40 + (hasLink ? "https://example.org/\(bottom)".utf8.count + 50 : 0)
      #expect(cost <= allowed, "line \(bottom): \(cost) B for \(text) B of text")
    }
  }

  @Test func anAddressThatChangesIsSentThoughTheTextStays() throws {
    let canvas = try Self.canvas()
    var screen = Screen(rows: 3, columns: 20)
    for round in 0..<600 {
      var grid = Grid(rows: 3, columns: 20)
      let url = "https://example.org/\(round)"
      let link = grid.add(link: Grid.Link(url: url, id: 1))
      grid.write("link", row: 1, column: 2, style: Style(), link: link)
      screen.feed(canvas.bytes(for: grid))
      #expect(screen.cells[1][2].look.link == url)
    }
  }

  @Test func linksBeyondTheSlotsGetNoneAndColoursStay() throws {
    let canvas = try Self.canvas(["COLORTERM": "truecolor"], rows: 20, columns: 80)
    var screen = Screen(rows: 20, columns: 80)
    for round in 0..<4 {
      let grid = Self.crowd(round)
      screen.feed(canvas.bytes(for: grid))
      for row in 0..<20 {
        for column in 0..<80 where screen.cells[row][column].text == "x" {
          let wanted = grid.links[Int(grid[row, column].link) - 1].url
          let shown = screen.cells[row][column].look
          #expect(shown.link == nil || shown.link == wanted)
          #expect(shown.foreground == "38;2;1;2;3")
        }
      }
    }
    // The slots of the frame before are free now: the same grid gets its links.
    screen.feed(canvas.bytes(for: Self.crowd(3)))
    #expect(screen.cells.joined().contains { $0.look.link != nil })
  }

  @Test("Where the links of two frames have no room beside each other the next has all of its own")
  func linksOfTheNextFrame() throws {
    let canvas = try Self.canvas(["COLORTERM": "truecolor"], rows: 20, columns: 80)
    var screen = Screen(rows: 20, columns: 80)
    for round in 0..<5 {
      let grid = Self.crowd(round, eachRow: 5)
      screen.feed(canvas.bytes(for: grid))
      for row in 0..<20 {
        for place in 0..<5 {
          let shown = screen.cells[row][place * 4].look
          #expect(shown.link == "https://example.org/\(round)/\(row * 5 + place)")
          #expect(shown.foreground == "38;2;1;2;3")
        }
      }
      #expect(canvas.bytes(for: grid).isEmpty)
    }
  }

  /// Links on 20 rows, others in each round; 400 unless a row has fewer.
  private static func crowd(_ round: Int, eachRow count: Int = 20) -> Grid {
    var grid = Grid(rows: 20, columns: 80)
    let style = Style(foreground: .rgb(red: 1, green: 2, blue: 3))
    for row in 0..<20 {
      for place in 0..<count {
        let id = row * count + place
        let link = grid.add(link: Grid.Link(url: "https://example.org/\(round)/\(id)", id: id))
        grid.write("x", row: row, column: place * 4, style: style, link: link)
      }
    }
    return grid
  }

  @Test(arguments: ["linux", "vt100", "xterm", "screen-256color", "tmux-256color", "vt220"])
  func everyTerminalShowsTheText(name: String) throws {
    let canvas = try Self.canvas(["TERM": name])
    #expect(canvas.description.name == name)
    #expect(canvas.sendsLinks == name.hasSuffix("256color"))
    var screen = Screen(rows: 24, columns: 80)
    for top in [0, 1, 5] {
      let grid = Self.page(top)
      let bytes = canvas.bytes(for: grid)
      if !canvas.sendsLinks { #expect(!String(decoding: bytes, as: UTF8.self).contains("]8;")) }
      screen.feed(bytes)
      for row in 0..<24 {
        #expect(screen.text(row).hasPrefix(Self.line(top + row).dropLast()), "\(name), row \(row)")
      }
    }
  }

  @Test(arguments: [
    ("no-such-thing", "vt100", ColorDepth.none), ("wy60", "vt100", .none),
    ("hpterm", "vt100", .none), ("st52", "vt100", .none),
    ("xterm-16color", "xterm-256color", .sixteen),
    ("xterm-8color", "xterm-256color", .eight), ("xterm-88color", "xterm-256color", .sixteen),
    ("putty-m", "xterm-256color", .none), ("xterm-kitty", "xterm-256color", .indexed),
    ("st-256color", "xterm-256color", .indexed), ("iTerm2.app", "xterm-256color", .indexed),
    ("screen-16color", "screen-256color", .sixteen), ("linux-16color", "linux", .eight),
  ])
  func anUnknownTerminalIsTakenForTheLikest(
    name: String, taken: String, depth: ColorDepth
  ) throws {
    let canvas = try Self.canvas(["TERM": name])
    #expect(canvas.description.name == taken)
    #expect(canvas.description.unknown?.words.hasPrefix("TERM=\(name) is not known here") == true)
    #expect(canvas.depth == depth)
    #expect(canvas.sendsLinks == (depth == .indexed))
    let text = String(decoding: canvas.bytes(for: Self.crowd(1)), as: UTF8.self)
    #expect(text.contains("38;5;") == (depth == .indexed))
    #expect(text.contains("]8;") == (depth == .indexed))
  }

  @Test func aTerminalOfDirectColoursIsKnownByItsIndexedTwin() throws {
    let canvas = try Self.canvas(["TERM": "xterm-direct"])
    #expect(canvas.depth == .indexed && canvas.description.unknown == nil)
  }

  @Test func aTerminalThatCannotMoveItsCursorIsRefused() {
    #expect(throws: TerminalError.cannotMoveCursor("dumb")) {
      _ = try Self.canvas(["TERM": "dumb"])
    }
  }

  @Test func withNoColorAttributesAndLinksRemain() throws {
    let canvas = try Self.canvas(["NO_COLOR": "1"])
    var grid = Grid(rows: 24, columns: 80)
    let style = Style(foreground: .rgb(red: 9, green: 9, blue: 200), attributes: .bold)
    let link = grid.add(link: Grid.Link(url: "https://example.org/", id: 1))
    grid.write("bold", row: 0, column: 0, style: style, link: link)
    var screen = Screen(rows: 24, columns: 80)
    let bytes = canvas.bytes(for: grid)
    screen.feed(bytes)
    let cell = screen.cells[0][0]
    #expect(cell.look.attributes == [1])
    #expect(cell.look.foreground == nil)
    #expect(cell.look.link == "https://example.org/")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("38;"))
  }

  @Test(arguments: [
    (["TERM": "xterm-256color", "COLORTERM": "truecolor"], "38;2;215;135;0", "48;2;10;20;30"),
    (["TERM": "xterm-256color"], "38;5;172", "48;5;233"),
    (["TERM": "linux"], "33", "40"),
  ])
  func coloursComeOutAsDeepAsTheTerminal(
    environment: [String: String], foreground: String, background: String
  ) throws {
    let canvas = try Self.canvas(environment)
    var grid = Grid(rows: 2, columns: 10)
    let style = Style(
      foreground: .rgb(red: 215, green: 135, blue: 0),
      background: .rgb(red: 10, green: 20, blue: 30))
    grid.write("x", row: 0, column: 0, style: style)
    var screen = Screen(rows: 2, columns: 10)
    screen.feed(canvas.bytes(for: grid))
    #expect(screen.cells[0][0].look.foreground == foreground)
    #expect(screen.cells[0][0].look.background == background)
  }

  @Test func theLibraryGivesEveryScalarTheWidthOfTheLayout() throws {
    let canvas = try Self.canvas(rows: 2, columns: 40)
    var screen = Screen(rows: 2, columns: 40)
    let scalars: [Unicode.Scalar] = [
      "é", "漢", "한", "ㄱ", "\u{1100}", "\u{1161}", "\u{11A8}", "\u{1F1E9}", "\u{1F600}",
      "\u{2764}", "\u{231A}", "\u{2190}", "\u{A7}", "\u{3B1}", "\u{410}", "ｱ", "Ａ", "\u{2500}",
      "\u{301}", "\u{20D0}", "\u{5B0}", "\u{64B}", "\u{93F}", "\u{E31}", "\u{1AB0}", "\u{FE20}",
      "\u{1FAE7}", "\u{3000}", "\u{2026}", "\u{1F3FD}", "\u{17B4}", "\u{302A}",
      "\u{3248}",  // two columns in glibc, one here: the library asks this program
    ]
    for scalar in scalars {
      for end in ["y", "z"] {
        var grid = Grid(rows: 2, columns: 40)
        grid.write("a\(scalar)\(end)|", row: 0, column: 0, style: Style())
        screen.feed(canvas.bytes(for: grid))
        let shown = screen.cells[0].map(\.text).joined().unicodeScalars.prefix(4)
        let wanted = "a\(scalar)\(end)|".unicodeScalars.prefix(4)
        #expect(Array(shown) == Array(wanted), "U+\(String(scalar.value, radix: 16))")
        let column = 1 + DisplayWidth.of(scalar)
        #expect(screen.cells[0][column].text == end, "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test(arguments: ["xterm-256color", "linux", "tmux-256color"])
  func theReadersPaletteIsNeverReset(name: String) throws {
    let canvas = try Self.canvas(["TERM": name])
    let first = canvas.bytes(for: Self.page(0))
    let again = canvas.leave() + canvas.bytes(for: Self.page(0))
    for bytes in [first, again] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("\u{1B}]104") && !text.contains("\u{1B}]R"))
      #expect(!text.contains("\u{1B}]4;"))
    }
  }

  @Test func aCursorIsShownWhereTheGridHasIt() throws {
    let canvas = try Self.canvas()
    var screen = Screen(rows: 24, columns: 80)
    var grid = Self.page(0)
    screen.feed(canvas.bytes(for: grid))
    #expect(!screen.modes.contains(25))
    grid.cursor = (row: 3, column: 9)
    screen.feed(canvas.bytes(for: grid))
    #expect(screen.modes.contains(25))
    #expect((screen.row, screen.column) == (3, 9))
    grid.cursor = nil
    screen.feed(canvas.bytes(for: grid))
    #expect(!screen.modes.contains(25))
  }
}
