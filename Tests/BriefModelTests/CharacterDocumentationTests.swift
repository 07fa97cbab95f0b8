import Foundation
import Testing

@testable import BriefModel

/// `BROADSHEET_RECORD=1` (as `make docs` sets it) writes the table instead, and fails the run.
@Suite struct CharacterDocumentationTests {
  @Test func thePageOfSecurityHasEveryRule() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/security.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- characters: written by `make docs` -->\n"))
    let end = try #require(text.range(of: "<!-- end of characters -->"))
    let expected = text[..<start.upperBound] + Self.table + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] == "1" {
      try Data(expected.utf8).write(to: page)
      Issue.record("written: security.md")
    }
    #expect(text == expected, "run `make docs`")
  }

  private static var table: String {
    let rows = ScalarRule.all.map { rule in
      "| \(name(rule.range)) | \(word(rule.treatment)) | \(rule.reason) |\n"
    }
    return "\n| characters | in text | why |\n|---|---|---|\n" + rows.joined() + "\n"
  }

  private static func name(_ range: ClosedRange<UInt32>) -> String {
    let digits = [range.lowerBound, range.upperBound].map { String(format: "%04X", $0) }
    return "U+" + digits[0] + (range.count > 1 ? "–" + digits[1] : "")
  }

  private static func word(_ treatment: ScalarRule.Treatment) -> String {
    switch treatment {
    case .drop: "left out"
    case .space: "a space"
    case .replace: "U+FFFD"
    }
  }
}
