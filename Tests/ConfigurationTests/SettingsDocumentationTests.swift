import Foundation
import Testing

@testable import Configuration

/// `BROADSHEET_RECORD=1` (as `make docs` sets it) writes the table instead, and fails the run.
@Suite struct SettingsDocumentationTests {
  @Test func thePageOfSettingsHasTheTable() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/settings.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- settings: written by `make docs` -->\n"))
    let end = try #require(text.range(of: "<!-- end of settings -->"))
    let expected = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] == "1" {
      try Data(expected.utf8).write(to: page)
      Issue.record("written: settings.md")
    }
    #expect(text == expected, "run `make docs`")
  }

  private static var table: String {
    let rows = Settings.table.map { row in
      let standard = row.value(Settings()).map { "`\($0.written)`" } ?? "not set"
      return "| `\(row.key)` | \(standard) | \(row.values) | \(row.comment) |\n"
    }
    return "\n| setting | default | takes | what it does |\n|---|---|---|---|\n" + rows.joined()
      + "\n"
  }
}
