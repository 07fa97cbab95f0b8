import Testing

@testable import Reader

@Suite("Coming back, a list stands as it was left") struct ReturnToListTests {
  /// A list of more briefs than the screen has rows, with the cursor in the fifth row.
  private func library(_ options: Options = Options()) throws -> Reading {
    let briefs = (1...30).map {
      (path: "\($0).md", text: "# Brief \($0)\n\n2026-03-12\n\nLede.\n\n## Section\n\nText.\n")
    }
    var reading = try Reading(library: briefs, rows: 20, columns: 80, options: options)
    reading.press("4j")
    return reading
  }

  private static let linear: Options = {
    var options = Options()
    options.isLinear = true
    return options
  }()

  /// The rows of the list, without the signs that tell the cursor and what was read.
  private func titles(_ reading: Reading) -> [String] {
    reading.screen.compactMap { line in
      line.firstRange(of: "Brief ").map { String(line[$0.lowerBound...].prefix(8)) }
    }
  }

  @Test(
    "from the text, its sections and its sources",
    arguments: ["<Enter>q", "<Enter>h", "<Enter>tqq", "<Enter>]q", "lG<Left>"])
  func comesBack(keys: String) throws {
    for options in [Options(), Self.linear] {
      var reading = try library(options)
      let before = titles(reading)
      reading.press(keys)
      #expect(titles(reading) == before)
      #expect(reading.state.briefs.selected == 4)
    }
  }

  @Test func fromAnotherBriefItScrollsNoMoreThanItMust() throws {
    var reading = try library()
    let before = titles(reading)
    reading.press("<Enter>JJq")
    #expect(titles(reading) == before)
    #expect(reading.state.briefs.selected == 6)
    reading.press("<Enter>20Jq")
    #expect(titles(reading).last == "Brief 27")
  }

  @Test func aListThatIsNotShownLosesNoPlace() throws {
    var reading = try library()
    reading.press("<Enter>s<Enter>")
    reading.send(.resized(rows: 9, columns: 80))
    reading.send(.resized(rows: 20, columns: 80))
    let top = reading.state.briefs.top
    #expect(top == 0)
  }

  @Test func sectionsStandAsTheyWereLeft() throws {
    let sections = (1...30).map { "## Section \($0)\n\nText.\n" }.joined(separator: "\n")
    var reading = try Reading(
      "a.md", rows: 12, columns: 40, files: ["a.md": "# A\n\n" + sections])
    reading.press("t4j")
    let top = reading.state.sections.top
    reading.press("<Enter>t")
    #expect(reading.state.sections.top == top)
    #expect(reading.state.sections.selected == 4)
  }
}
