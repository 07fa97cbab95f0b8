import Testing

@testable import Reader

@Suite("A brief without sections") struct SectionlessTests {
  private static let files = [
    "plain.md": "# Plain\n\nA [Reuters](https://www.reuters.com/a) line.\n",
    "parted.md": "# Parted\n\n## One\n\nText.\n",
  ]

  private func reading(_ paths: (String, String), columns: Int, isLinear: Bool = false) throws
    -> Reading
  {
    var options = Options()
    options.isLinear = isLinear
    return try Reading(
      paths.0, paths.1, rows: 40, columns: columns, options: options, files: Self.files)
  }

  @Test("says that it has none", arguments: [40, 80], [false, true])
  func reason(columns: Int, isLinear: Bool) throws {
    var reading = try reading(("plain.md", "parted.md"), columns: columns, isLinear: isLinear)
    reading.press("<Enter>t")
    #expect(reading.state.message == "This brief has no sections")
    #expect(reading.state.focus == .text && reading.state.shown[.sections] != true)
  }

  @Test("says so in the pane, where that is shown", arguments: [40, 80, 140], [false, true])
  func pane(columns: Int, isLinear: Bool) throws {
    var reading = try reading(("parted.md", "plain.md"), columns: columns, isLinear: isLinear)
    reading.press(columns > 100 && !isLinear ? "<Enter>h" : "<Enter>t")
    reading.press("J")
    reading.state.focus = .sections
    reading.send(.resized(rows: 40, columns: columns))
    #expect(reading.shows("No sections"), "\(reading.screen)")
    #expect(!reading.shows("1/0"))
    #expect(!reading.statusLine.contains("Enter go"))
    reading.press("K")
    #expect(!reading.shows("No sections") && reading.shows("One"))
  }
}
