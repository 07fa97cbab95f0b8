import BriefModel
import Testing

@testable import Reader

@Suite("A sign stands before the heading of the section one is in, where that is not the topmost")
struct SectionSignTests {
  private static let short =
    "# A\n\nLede.\n\n## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n"

  private func signs(_ reading: Reading) -> [String] {
    reading.screen.dropLast(2).filter { $0.contains("▌") }.map { line in
      line.split(separator: " ").prefix(2).joined(separator: " ")
    }
  }

  @Test func inABriefThatFitsTheWindow() throws {
    for (columns, sign) in [(80, 2), (40, 1)] {
      var reading = try Reading("a.md", columns: columns, files: ["a.md": Self.short])
      #expect(signs(reading).isEmpty)
      reading.press("]]")
      #expect(signs(reading) == ["▌ Two"] || signs(reading) == ["▌Two ●"], "\(sign)")
      reading.press("[")
      #expect(signs(reading).first?.contains("One") == true && signs(reading).count == 1)
      reading.press("mn")
      #expect(signs(reading).first?.contains("Two") == true)
      reading.press("<Esc>k")
      #expect(signs(reading).isEmpty, "scrolling goes by the top of the screen again")
    }
  }

  @Test func atTheEndOfALongOne() throws {
    let filler = (1...30).map { "Line \($0).\n\n" }.joined()
    let text = Self.short.replacing("Lede.", with: filler)
    var reading = try Reading("a.md", files: ["a.md": text])
    reading.press("3]")
    #expect(signs(reading) == ["▌ Three"])
    reading.press("gj")
    #expect(signs(reading).isEmpty)
  }

  @Test func aSelectedCitationShowsItself() throws {
    let text = Self.short.replacing("## Two\n\nText.", with: "## Two\n\n[So](https://a.example/).")
    var reading = try Reading("a.md", files: ["a.md": text])
    reading.press("<Tab>")
    #expect(reading.state.text.section == 1 && signs(reading).isEmpty)
    reading.press("<Esc>")
    #expect(signs(reading) == ["▌ Two"])
  }

  @Test func aHeadingAtTheTopNeedsNone() throws {
    var reading = try Reading("pilots.md", rows: 12)
    reading.press("]]")
    #expect(reading.state.text.section == 1 && signs(reading).isEmpty)
  }

  @Test func lineByLineTheCursorIsThere() throws {
    var options = Options()
    options.isLinear = true
    var reading = try Reading("a.md", options: options, files: ["a.md": Self.short])
    reading.press("]]")
    #expect(signs(reading).isEmpty && reading.screen[1].hasPrefix("Two"))
  }
}
