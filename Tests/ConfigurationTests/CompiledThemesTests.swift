import Cells
import Foundation
import Testing

@testable import Configuration

/// The built-in themes stand in the program as values too, so that its start parses nothing.
@Suite struct CompiledThemesTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// With `BROADSHEET_RECORD` set, writes the files anew and fails, so that nobody records unseen.
  @Test func theCompiledThemesAreThoseOfTheFiles() throws {
    let folder = Self.root.appendingPathComponent("Sources/Configuration/CompiledThemes")
    let isRecording = ProcessInfo.processInfo.environment["BROADSHEET_RECORD"]?.isEmpty == false
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    for (name, source) in Self.sources {
      let file = folder.appendingPathComponent(name)
      if isRecording { try Data(source.utf8).write(to: file) }
      let found = try String(contentsOf: file, encoding: .utf8)
      #expect(found == source, "run `make docs` after a change in Themes")
    }
    if isRecording { Issue.record("recorded; run again without BROADSHEET_RECORD") }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == Self.sources.map(\.file).sorted())
    for (name, _) in EmbeddedThemes.all {
      let parsed = ThemeCatalog(folder: nil).parsed(name)
      #expect(CompiledThemes.theme(name) == parsed.theme, "\(name) was compiled before its change")
      #expect(parsed.problems == [])
    }
  }

  /// The table of all, and a file for each.
  private static var sources: [(file: String, source: String)] {
    [("CompiledThemes.swift", table)]
      + EmbeddedThemes.all.map { name, _ in
        let identifier = identifier(name)
        let type = identifier.prefix(1).uppercased() + identifier.dropFirst()
        return ("CompiledThemes+\(type).swift", source(of: name))
      }
  }

  private static var table: String {
    var lines = [
      "import Cells", "",
      "/// The built-in themes as values; a test writes these files from `Themes`.",
      "enum CompiledThemes {", "  /// A built-in theme; nil where there is none of that name.",
      "  static func theme(_ name: String) -> Theme? {", "    switch name {",
    ]
    for (name, _) in EmbeddedThemes.all {
      lines.append("    case \"\(name)\": Theme(name: name, resolved: \(identifier(name)))")
    }
    lines += ["    default: nil", "    }", "  }"]
    lines += ["", "  static func hex(_ value: UInt32) -> Color {"]
    lines += ["    .rgb(", "      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF),"]
    lines += ["      blue: UInt8(value & 0xFF))", "  }"]
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func source(of name: String) -> String {
    let theme = ThemeCatalog(folder: nil).parsed(name).theme
    var lines = [
      "import Cells", "", "extension CompiledThemes {",
      "  static let \(identifier(name)): [Style] = [",
    ]
    for role in Role.allCases {
      lines += ["    // \(role)", "    Style(\(written(theme[role]))),"]
    }
    return (lines + ["  ]", "}", ""]).joined(separator: "\n")
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
