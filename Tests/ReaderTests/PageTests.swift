import BriefModel
import Testing

@testable import Reader

@Suite("A page on") struct PageTests {
  /// Sections of one line each below a lede of so many lines; a page of the window has 18.
  private func reading(lede: Int, options: Options = Options()) throws -> Reading {
    let lines = (1...lede).map { "- Line \($0)\n" }.joined()
    let filler = (1...40).map { "- Filler \($0)\n" }.joined()
    return try Reading(
      "a.md", rows: 24, options: options,
      files: ["a.md": "# A\n\n## One\n\n\(lines)\n## Two\n\n\(filler)\n## Three\n\n\(filler)"])
  }

  private func top(_ reading: Reading) -> String {
    let state = reading.state
    return state.layout?.lines[safe: state.text.top]?.text ?? ""
  }

  @Test(
    "begins at a heading, not with the end of the section before it", arguments: [" ", "<PgDn>"])
  func atHeading(key: String) throws {
    var found = 0
    for lede in 1...20 {
      var reading = try reading(lede: lede)
      let layout = try #require(reading.state.layout)
      let last = try #require(layout.lines[safe: reading.state.visibleRows(.text) - 1])
      let heading = layout.headings[1]
      reading.press(key)
      let isEnd =
        last.text == "• Line \(lede)"
        || last.kind == .blank && last.section == 0
          && layout.headings[1] == reading.state.visibleRows(.text)
      guard isEnd else { continue }
      found += 1
      #expect(reading.state.text.top == heading && reading.state.text.section == 1)
      reading.press("m")
      #expect(reading.statusLine.contains("Two marked read"))
    }
    #expect(found == 2)
  }

  @Test("at the end of the text is of the section that was read up to", arguments: [" ", "<PgDn>"])
  func lastPage(key: String) throws {
    let text = { (from: Int, to: Int) in (from...to).map { "- Line \($0)\n" }.joined() }
    var reading = try Reading(
      "a.md", rows: 24,
      files: ["a.md": "# A\n\n## One\n\n\(text(1, 30))\n## Two\n\n\(text(31, 40))"])
    reading.press(key)
    #expect(reading.statusLine.contains("1/2"))
    reading.press(key)
    let heading = try #require(reading.screen.first { $0.contains("Two  ") })
    #expect(heading.hasPrefix("▌ Two") && reading.statusLine.contains("2/2"))
    reading.press("m")
    #expect(reading.statusLine.contains("Two marked read"))
  }

  @Test func keepsALineElse() throws {
    var reading = try reading(lede: 40)
    let last = try #require(
      reading.state.layout?.lines[safe: reading.state.visibleRows(.text) - 1]?.text)
    reading.press(" ")
    #expect(!last.isEmpty && top(reading) == last)
  }

  @Test func whatEndedOnThePageBeforeHasBeenRead() throws {
    var options = Options()
    options.marksReadWhenPassed = true
    for lede in 1...20 {
      var reading = try reading(lede: lede, options: options)
      reading.press(" ")
      guard reading.state.text.top >= reading.state.layout?.headings[1] ?? .max else { continue }
      let entry = reading.state.entries[0]
      #expect(entry.state(ofSection: 0) == .read, "\(lede)")
      #expect(entry.state(ofSection: 1) == .unread, "\(lede)")
    }
  }
}
