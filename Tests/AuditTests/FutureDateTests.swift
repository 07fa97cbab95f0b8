import BriefModel
import Testing

@testable import Audit

@Suite("The date of a brief that is to come")
struct FutureDateTests {
  private static let tin = "\n\nTin rose [one](https://metals.org/tin).\n"

  private func findings(_ text: String, path: String = "brief.md") throws -> [String] {
    Audit().findings(in: try manuscript(Array(text.utf8), path: path)).map {
      "\($0.line):\($0.column) \($0.rule)"
    }
  }

  @Test(
    "stands at the line that states it",
    arguments: [
      ("---\ntitle: Outlook 2031-02-07\ndate: 2031-02-07\n---\n# Outlook 2031-02-07\(tin)", "3:1"),
      ("---\ntitle: T\nPublished: \"February 7, 2031\"\n---\n# T\(tin)", "3:1"),
      ("+++\ntitle = \"T\"\ndate = 2031-02-07\n+++\n# T\(tin)", "3:1"),
      ("---\n{title: T, date: 2031-02-07}\n---\n# T\(tin)", "2:1"),
      ("\u{FEFF}---\ndate: 2031-02-07\n---\n# T\(tin)", "2:1"),
      ("# Outlook 2031-02-07\n\n**Date:** 2031-02-07\(tin)", "3:1"),
      ("# T\n\nFor all.\n\n> Made 2020-01-01 | **Date**: 7 February 2031\(tin)", "5:1"),
      ("# T\n\n| Date | 2031-02-07 |\n|---|---|\n| By | us |\(tin)", "3:1"),
    ])
  func lines(_ text: String, _ place: String) throws {
    #expect(try findings(text) == [place + " future-date"])
  }

  @Test("stands at the first line where only the file's name states it")
  func fileName() throws {
    #expect(try findings("# T" + Self.tin, path: "a/2031-02-07-tin.md") == ["1:1 future-date"])
    #expect(try findings("# T" + Self.tin, path: "2031-02-07/2026-02-07-tin.md") == [])
    #expect(
      try findings("# T\n\nDate: 2026-02-07" + Self.tin, path: "2031-02-07-tin.md") == [])
  }

  @Test(
    "is silenced by a comment at that line, which is YAML's or TOML's own in the front matter",
    arguments: [
      "# T\n\n**Date:** 2031-02-07 <!-- broadsheet: ignore future-date -->\(tin)",
      "# T\n\n<!-- broadsheet: ignore future-date -->\n**Date:** 2031-02-07\(tin)",
      "---\ndate: 2031-02-07  # broadsheet: ignore future-date\n---\n# T\(tin)",
      "---\n# broadsheet: ignore future-date\ndate: 2031-02-07\n---\n# T\(tin)",
      "+++\ndate = 2031-02-07 # broadsheet: ignore-file future-date\n+++\n# T\(tin)",
    ])
  func silenced(_ text: String) throws {
    #expect(try findings(text) == [])
  }

  @Test("A comment of the front matter that silences nothing is told, others are left alone")
  func unused() throws {
    #expect(
      try findings("---\ntitle: T # broadsheet: ignore bad-url\n# a note\n---\n# T\(Self.tin)")
        == ["2:31 unused-ignore"])
  }
}
