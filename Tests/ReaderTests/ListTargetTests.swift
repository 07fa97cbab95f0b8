import Testing

@testable import Reader

@Suite("What is done in a list is done to the brief under its cursor") struct ListTargetTests {
  private static let first =
    "# One\n\nText [Ledger](https://ledger.com/1), [Post](https://post.com/2).\n"
  private static let second =
    "# Two\n\nText [Echo](https://echo.com/1), [Globe](https://globe.com/2).\n\n## Part\n\nText.\n"

  /// Two briefs; the first was opened and left with a citation selected, and the cursor stands at
  /// the second.
  private func list(rows: Int = 24, columns: Int = 80) throws -> Reading {
    var reading = try Reading(
      "1.md", "2.md", rows: rows, columns: columns,
      files: ["1.md": Self.first, "2.md": Self.second])
    reading.press("<Enter><Tab>qj")
    reading.effects = []
    return reading
  }

  private func isOutgoing(_ effect: Effect) -> Bool {
    switch effect {
    case .open, .copy: true
    default: false
    }
  }

  @Test(
    "and never to one that was opened before",
    arguments: ["2o", "2y", "2Y", "2O", "2p", "2<Enter>", "2'", ":2<Enter>", "y", "Y", "'", "*"])
  func refuses(keys: String) throws {
    for (rows, columns) in [(24, 80), (10, 40)] {
      var reading = try list(rows: rows, columns: columns)
      reading.press(keys)
      #expect(!reading.effects.contains(where: isOutgoing))
      #expect(reading.state.message == "Enter opens the brief first")
      #expect(reading.state.focus == .briefs && reading.state.overlay == nil)
    }
  }

  @Test func numbersPromiseNothingOfIt() throws {
    var reading = try list()
    reading.press("2")
    #expect(!reading.shows("source 2"))
    #expect(reading.statusLine.contains("j so many rows"))
  }

  @Test func inAnEmptyListNothingIsDone() throws {
    var reading = try Reading(library: [("1.md", Self.first)])
    reading.press("<Enter>qFnosuch<Enter>2o")
    #expect(!reading.effects.contains(where: isOutgoing))
    #expect(reading.state.message == "No brief is listed here")
  }

  @Test func besideItsTextNumbersAreThoseOfTheText() throws {
    var reading = try list(rows: 40, columns: 140)
    reading.press("2o")
    #expect(reading.effects.compactMap(\.opened) == ["https://globe.com/2"])
  }

  @Test func whileItsTextIsNotYetShownBesideItNothingIsDone() throws {
    var reading = try list(rows: 40, columns: 140)
    reading.holdsKeys = true
    reading.press("k2o")
    #expect(!reading.effects.contains(where: isOutgoing))
    #expect(reading.state.message == "Enter opens the brief first")
  }

  @Test("Its sources and sections are shown by opening it", arguments: [(24, 80), (10, 40)])
  func panes(rows: Int, columns: Int) throws {
    for (key, pane, text) in [("s", Pane.sources, "Globe"), ("t", .sections, "Part")] {
      var reading = try list(rows: rows, columns: columns)
      reading.press(key)
      #expect(reading.state.focus == pane && reading.state.current == 1)
      #expect(reading.shows(text))
      reading.press("qq")
      #expect(reading.state.focus == .briefs && reading.state.briefs.selected == 1)
    }
  }

  @Test func theirPanesComeWithItWhereItsTextIsNotYetShown() throws {
    var reading = try list(rows: 40, columns: 140)
    reading.holdsKeys = true
    reading.press("ks")
    #expect(reading.state.focus == .sources && reading.state.current == 0)
    #expect(reading.shows("Ledger"))
  }
}

extension Effect {
  fileprivate var opened: String? {
    if case .open(let url) = self { url.ascii } else { nil }
  }
}
