import Cells
import Foundation
import Testing

@testable import Configuration

@Suite struct BuiltInThemeTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let names = EmbeddedThemes.all.map(\.name)

  @Test func theProgramHoldsExactlyTheThemesOfTheFolder() throws {
    let folder = Self.root.appendingPathComponent("Themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == Self.names.map { $0 + ".toml" }.sorted())
    for (name, bytes) in EmbeddedThemes.all {
      let file = folder.appendingPathComponent(name + ".toml")
      #expect(try Array(Data(contentsOf: file)) == bytes, "\(name) is not what the folder holds")
    }
  }

  @Test(arguments: names) func aBuiltInThemeHasNoProblems(name: String) {
    let loaded = ThemeCatalog(folder: nil).load(name)
    #expect(loaded.problems == [])
    #expect(loaded.theme.name == name)
    let entry = ThemeCatalog(folder: nil).entries.first { $0.name == name }
    #expect(entry?.description.isEmpty == false)
  }

  @Test func monoHasNoColours() {
    let theme = ThemeCatalog(folder: nil).load("mono").theme
    for role in Role.allCases {
      #expect(theme[role].foreground == .terminal && theme[role].background == .terminal)
    }
  }

  /// Without colours, what matters must still be told from the text around it.
  @Test(arguments: names) func whereYouAreIsSeenWithoutColour(name: String) {
    let theme = ThemeCatalog(folder: nil).load(name).theme
    let pairs: [(Role, Role)] = [
      (.citationCurrent, .citation), (.linkCurrent, .link), (.matchCurrent, .match),
      (.headerFocused, .header), (.rowCurrent, .row), (.heading, .text), (.citation, .text),
      (.label, .text), (.statusKey, .status), (.changeAdded, .text), (.changeRemoved, .text),
      (.changeAdded, .changeRemoved),
    ]
    for (one, other) in pairs {
      #expect(
        theme[one].attributes != theme[other].attributes,
        "\(name): \(one.rawValue) differs from \(other.rawValue) by colour alone")
    }
  }

  @Test(arguments: names) func theScreenKeepsTheTerminalsBackground(name: String) {
    let theme = ThemeCatalog(folder: nil).load(name).theme
    let stretches: Set<Role> = [.citationCurrent, .linkCurrent, .match, .matchCurrent, .label]
    for role in Role.allCases where !stretches.contains(role) {
      #expect(theme[role].background == .terminal, "\(name): \(role.rawValue) has a background")
    }
  }

  @Test(arguments: [
    ("broadsheet-dark", [0x000000, 0x101014, 0x1E1E1E], 0xD0D0D0),
    ("broadsheet-light", [0xF4F4F0, 0xFAFAFA, 0xFFFFFF], 0x202020),
  ])
  func textCanBeRead(name: String, backgrounds: [Int], foreground: Int) {
    let theme = ThemeCatalog(folder: nil).load(name).theme
    // What is drawn with these is a line or repeats what a mark's shape says.
    let ornaments: Set<Role> = [.line, .divider, .markRead]
    for role in Role.allCases {
      for background in backgrounds {
        let ratio = contrast(
          theme[role].foreground.luminance(terminal: foreground),
          theme[role].background.luminance(terminal: background))
        let least = ornaments.contains(role) ? 2 : 4.5
        #expect(ratio >= least, "\(name): \(role.rawValue) has a contrast of \(ratio)")
      }
    }
  }

  @Test func everyRoleIsExplained() throws {
    let page = Self.root.appendingPathComponent("docs/themes.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for role in Role.allCases {
      #expect(text.contains("| `\(role.rawValue)` |"), "\(role.rawValue) is not in docs/themes.md")
    }
  }
}

/// As WCAG 2.2 defines it, from 1 to 21.
private func contrast(_ a: Double, _ b: Double) -> Double {
  (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

extension Color {
  /// Relative luminance as WCAG 2.2 defines it; `terminal` stands for the terminal's own colour.
  fileprivate func luminance(terminal: Int) -> Double {
    let channels: [Int]
    switch self {
    case .rgb(let red, let green, let blue): channels = [Int(red), Int(green), Int(blue)]
    case .terminal: channels = [terminal >> 16, terminal >> 8 & 0xFF, terminal & 0xFF]
    case .palette: return .nan
    }
    let linear = channels.map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
