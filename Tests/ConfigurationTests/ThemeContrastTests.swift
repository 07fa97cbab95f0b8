import Cells
import Terminal
import Testing

@testable import Configuration

@Suite("The colours of a built-in theme") struct ThemeContrastTests {
  /// A theme on a page: its own, or one of those that it is made for.
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    var background = 0
    var foreground = 0
    var testDescription: String { name + (background == 0 ? "" : String(background, radix: 16)) }

    var theme: Theme { ThemeCatalog(folder: nil).load(name).theme }

    /// Foreground and background of a role at a depth, reversed or not.
    func colors(_ role: Role, _ depth: ColorDepth) throws -> (ink: ShownColor, paper: ShownColor) {
      let ink = Ink(theme[role], depth: depth)
      return (
        try #require(ShownColor(ink.foreground, terminal: foreground)),
        try #require(ShownColor(ink.background, terminal: background))
      )
    }
  }

  private static let onTerminal =
    [0x000000, 0x101014, 0x1E1E1E].map {
      Page(name: "broadsheet-dark", background: $0, foreground: 0xD0D0D0)
    }
    + [0xF4F4F0, 0xFAFAFA, 0xFFFFFF].map {
      Page(name: "broadsheet-light", background: $0, foreground: 0x202020)
    }

  static let pages =
    onTerminal
    + EmbeddedThemes.all.map(\.name).filter { name in
      name != "mono" && !onTerminal.contains { $0.name == name }
    }.map { Page(name: $0) }

  /// What is drawn with these is a line, or repeats what a mark's shape says.
  private static let ornaments: Set<Role> = [.line, .divider, .markRead]

  @Test("are enough to read all of it, with all colours and with 256", arguments: pages)
  func contrast(page: Page) throws {
    let isHigh = page.name == "high-contrast"
    for role in Role.allCases {
      let least =
        Self.ornaments.contains(role)
        ? (isHigh ? 4.5 : 3)
        : isHigh ? 7 : 4.5
      for depth in [ColorDepth.trueColor, .indexed] {
        let (ink, paper) = try page.colors(role, depth)
        let ratio = ink.contrast(to: paper)
        #expect(ratio >= least, "\(page.name): \(role.rawValue) has \(ratio) with \(depth)")
      }
    }
  }

  @Test(
    "are red for failures alone, and readable on their ground, where there are but 8 or 16",
    arguments: pages, [ColorDepth.eight, .sixteen])
  func fewColors(page: Page, depth: ColorDepth) {
    let theme = page.theme
    let reds: [Tint] = [.index(1), .index(9)]
    for role in Role.allCases {
      let ink = Ink(theme[role], depth: depth)
      #expect(reds.contains(ink.foreground) == (role == .error), "\(page.name): \(role.rawValue)")
      #expect(!reds.contains(ink.background), "\(page.name): \(role.rawValue)")
      #expect(
        ink.foreground != ink.background || ink.foreground == .standard,
        "\(page.name): \(role.rawValue) is \(ink)")
    }
    let ink = { Ink(theme[$0], depth: depth) }
    for role in [Role.text, .textDim, .heading, .divider, .line, .row] {
      let isPlain = [.standard, .index(0), .index(7), .index(15)].contains(ink(role).foreground)
      #expect(isPlain, "\(page.name): \(role.rawValue) is \(ink(role))")
    }
    #expect(ink(.cursor) != ink(.row) && ink(.markUnread) != ink(.markRead))
    #expect(ink(.match) != ink(.text) && ink(.citationCurrent) != ink(.citation))
  }

  /// What is told by colours in lists: what is unread, where one is, what failed.
  private static let pairs: [(Role, Role)] = [
    (.markUnread, .markRead), (.markUnread, .rowRead), (.markUnread, .row), (.cursor, .row),
    (.cursor, .rowRead), (.cursor, .markUnread), (.headerFocused, .header), (.error, .notice),
    (.changeAdded, .changeRemoved), (.citationCurrent, .citation),
  ]

  @Test("are told apart by eyes that lack one kind of cone", arguments: pages)
  func vision(page: Page) throws {
    let isSafe = page.name == "okabe-ito"
    for (one, other) in Self.pairs.prefix(isSafe ? .max : 2) {
      for depth in [ColorDepth.trueColor, .indexed] {
        let (a, b) = (try page.colors(one, depth).ink, try page.colors(other, depth).ink)
        for vision in ColorVision.allCases {
          let distance = a.seen(by: vision).distance(to: b.seen(by: vision))
          #expect(
            distance >= (isSafe ? 0.06 : 0.04),
            "\(page.name): \(one.rawValue), \(other.rawValue): \(distance), \(vision), \(depth)")
        }
      }
    }
  }
}
