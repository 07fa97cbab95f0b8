import Foundation
import Reader
import Testing

@testable import broadsheet

/// `BROADSHEET_RECORD=1` (as `make docs` sets it) writes the tables instead, and fails the run.
@Suite("Documentation made from the table of commands")
struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let isRecording = ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] == "1"

  /// A page with a part that is made: what stands before it, the part, and what stands after it.
  private struct Page {
    let url: URL
    let before: Substring
    let made: Substring
    let after: Substring

    init(_ path: String, from start: String, to end: String) throws {
      url = DocumentationTests.root.appending(path: path)
      let text = try String(contentsOf: url, encoding: .utf8)
      let opening = try #require(text.firstRange(of: start + "\n"), "\(path) has no “\(start)”")
      let closing = try #require(text.firstRange(of: end), "\(path) has no “\(end)”")
      before = text[..<opening.upperBound]
      made = text[opening.upperBound..<closing.lowerBound]
      after = text[closing.lowerBound...]
    }
  }

  private func check(_ page: Page, holds expected: String) throws {
    if Self.isRecording {
      try (page.before + expected + page.after).write(
        to: page.url, atomically: true, encoding: .utf8)
      Issue.record("written: \(page.url.lastPathComponent)")
    } else {
      #expect(page.made == expected, "run `make docs`")
    }
  }

  @Test("docs/keys.md has the keys")
  func keysPage() throws {
    let page = try Page(
      "docs/keys.md", from: "<!-- keys: written by `make docs` -->", to: "<!-- end of keys -->")
    try check(page, holds: "\n" + KeyReference(keymap: Keymap()).markdown + "\n")
  }

  @Test("The guide has the exit statuses")
  func statuses() throws {
    let page = try Page(
      "docs/guide.md", from: "<!-- statuses: written by `make docs` -->",
      to: "<!-- end of statuses -->")
    let rows = ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |\n" }
    let head = "\n| exit status | meaning |\n|---|---|\n"
    try check(page, holds: head + rows.joined() + "\n")
  }

  @Test("Every command is documented once and in columns")
  func text() {
    let text = KeyReference(keymap: Keymap()).text
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("  ") }
    #expect(rows.count == Command.allCases.count)
    for command in Command.allCases {
      #expect(rows.count { $0.hasSuffix(" " + command.rawValue) } == 1, "\(command.rawValue)")
    }
  }
}
