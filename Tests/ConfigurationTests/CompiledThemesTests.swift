import Cells
import Foundation
import Testing

@testable import Configuration

/// The built-in themes stand in the program as values too, so that its start parses nothing.
@Suite struct CompiledThemesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// With `BROADSHEET_RECORD` set, writes the file anew and fails, so that nobody records unseen.
  @Test func theCompiledThemesAreThoseOfTheFiles() throws {
    let source = Self.root.appendingPathComponent("Sources/Configuration/CompiledThemes.swift")
    let expected = Self.source
    if ProcessInfo.processInfo.environment["BROADSHEET_RECORD"]?.isEmpty == false {
      try Data(expected.utf8).write(to: source)
      Issue.record("recorded \(source.lastPathComponent); run again without BROADSHEET_RECORD")
    }
    let found = try String(contentsOf: source, encoding: .utf8)
    #expect(found == expected, "run `make docs` after a change in Themes")
    for (name, _) in EmbeddedThemes.all {
      let parsed = ThemeCatalog(folder: nil).parsed(name)
      #expect(CompiledThemes.theme(name) == parsed.theme, "\(name) was compiled before its change")
      #expect(parsed.problems == [])
    }
  }

  private static var source: String {
    var lines = [
      "import Cells", "",
      "/// The built-in themes as values; a test writes this file from `Themes`.",
      "enum CompiledThemes {", "  /// A built-in theme; nil where there is none of that name.",
      "  static func theme(_ name: String) -> Theme? {", "    switch name {",
    ]
    for (name, _) in EmbeddedThemes.all {
      lines.append("    case \"\(name)\": Theme(name: name, resolved: \(identifier(name)))")
    }
    lines += ["    default: nil", "    }", "  }"]
    for (name, _) in EmbeddedThemes.all {
      let theme = ThemeCatalog(folder: nil).parsed(name).theme
      lines += ["", "  private static let \(identifier(name)): [Style] = ["]
      for role in Role.allCases {
        lines += ["    // \(role)", "    Style(\(written(theme[role]))),"]
      }
      lines.append("  ]")
    }
    lines += ["", "  private static func hex(_ value: UInt32) -> Color {"]
    lines += ["    .rgb(", "      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF),"]
    lines += ["      blue: UInt8(value & 0xFF))", "  }"]
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func identifier(_ name: String) -> String {
    let words = name.split(separator: "-")
    return words[0] + words.dropFirst().map(\.capitalized).joined()
  }

  private static func written(_ style: Style) -> String {
    var parts: [String] = []
    if style.foreground != .terminal { parts.append("foreground: \(written(style.foreground))") }
    if style.background != .terminal { parts.append("background: \(written(style.background))") }
    let names = ThemeStyle.attributeNames.filter { style.attributes.contains($0.attribute) }
    if !names.isEmpty {
      // No literal of a set: one that is read from a file of values is built at each start.
      parts.append("attributes: .init(rawValue: \(style.attributes.rawValue))")
    }
    return parts.joined(separator: ", ")
  }

  private static func written(_ color: Color) -> String {
    switch color {
    case .terminal: ".terminal"
    case .palette(let number): ".palette(\(number))"
    case .rgb(let red, let green, let blue): "hex(0x\(hex(red))\(hex(green))\(hex(blue)))"
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
