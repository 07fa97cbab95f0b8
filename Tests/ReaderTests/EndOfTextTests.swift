import Testing

@testable import Reader

@Suite("At the end of the text") struct EndOfTextTests {
  private func reading(rows: Int, linesOfOne: Int = 1, rest: String = "") throws -> Reading {
    let lines = (1...linesOfOne).map { "- Line \($0)\n" }.joined()
    let sections = ["Two", "Three"].map { "## \($0)\n\nWords.\n\n" }.joined()
    return try Reading(
      "a.md", rows: rows,
      files: ["a.md": "# A\n\nLede.\n\n## One\n\n\(lines)\n\(sections)\(rest)"])
  }

  private func heading(_ title: String, _ reading: Reading) -> String? {
    reading.screen.first { $0.dropFirst(2).hasPrefix(title + " ") }
  }

  @Test("one stays in one's section where nothing comes below", arguments: ["j", "<PgDn>"])
  func nothingScrolls(key: String) throws {
    var reading = try reading(rows: 40)
    reading.press("]]" + key)
    #expect(heading("Two", reading)?.hasPrefix("▌") == true)
    reading.send(.input(.wheel(row: 5, column: 5, lines: 3)))
    #expect(heading("Two", reading)?.hasPrefix("▌") == true)
    reading.press("m")
    #expect(reading.statusLine.contains("Two marked read"))
  }

  @Test(
    "G leads into the last section with words of its own",
    arguments: [1, 30], ["", "## Sources\n\n1. [A](https://a.example/x)\n"])
  func lastSection(linesOfOne: Int, rest: String) throws {
    var reading = try reading(rows: 24, linesOfOne: linesOfOne, rest: rest)
    reading.press("]]G")
    #expect(heading("Three", reading)?.hasPrefix("▌") == true)
    #expect(reading.statusLine.contains("3/"))
    reading.press("m")
    #expect(reading.statusLine.contains("Three marked read"))
  }

  @Test("G stays in the list of sources where that fills the screen") func sources() throws {
    let list = (1...40).map { "\($0). [A\($0)](https://a.example/\($0))\n" }.joined()
    var reading = try reading(rows: 24, rest: "## Sources\n\n" + list)
    reading.press("G")
    #expect(reading.state.text.section == 3)
  }
}
