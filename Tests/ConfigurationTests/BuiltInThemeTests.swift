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

  @Test func eachIsDescribedInALineOfAnyTerminal() {
    let lines = ThemeCatalog(folder: nil).listing(current: "mono").split(separator: "\n")
    #expect(lines.count == Self.names.count + 1 && lines.allSatisfy { $0.count <= 80 }, "\(lines)")
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

  @Test(arguments: names) func theScreenHasOneBackground(name: String) {
    let theme = ThemeCatalog(folder: nil).load(name).theme
    let stretches: Set<Role> = [.citationCurrent, .linkCurrent, .match, .matchCurrent, .label]
    for role in Role.allCases where !stretches.contains(role) {
      #expect(
        theme[role].background == theme.page.background, "\(name): \(role.rawValue) has its own")
    }
  }

  @Test func threeThemesStandOnTheTerminalsOwnColours() {
    let own = ["broadsheet-dark", "broadsheet-light", "mono"]
    for name in Self.names {
      let page = ThemeCatalog(folder: nil).load(name).theme.page
      #expect((page == Style()) == own.contains(name), "\(name)")
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
