import Testing

@testable import Reader

/// What is said of a command that cannot be done here.
@Suite struct ReasonTests {
  private static let plain = "# A\n\nNothing is cited here.\n"

  private func said(_ reading: inout Reading, _ keys: String) -> String? {
    reading.press(keys)
    return reading.state.message
  }

  @Test(arguments: ["y", "Y", "p", "o", "*", ":open<Enter>", "s"])
  func aBriefWithoutSourcesHasNoneToSelect(keys: String) throws {
    var reading = try Reading("a.md", files: ["a.md": Self.plain])
    #expect(said(&reading, keys) == "No sources here")
  }

  @Test func aLinkThatIsNoCitationCanBeSelected() throws {
    var reading = try Reading(
      "a.md", files: ["a.md": "# A\n\nSee [below](#b).\n\n## B\n\nNothing is cited.\n"])
    #expect(said(&reading, "<Enter>") == "No link is selected; Tab selects one")
    reading.press("<Tab>")
    #expect(said(&reading, "<Enter>") == nil && reading.state.text.section == 0)
    reading = try Reading("a.md", files: ["a.md": Self.plain])
    #expect(said(&reading, "<Enter>") == "This brief has no links")
    reading = try Reading("wheat.md")
    #expect(
      said(&reading, "o")?.hasPrefix("No citation is selected; Tab selects one, and 2o") == true)
  }

  @Test(arguments: [
    "d", "m", "M", "f", "p", "o", "e", "y", "Y", "*", ";", "<Enter>", "s", "t", "n", "N",
    ":related<Enter>",
  ])
  func anEmptyListHasNoBrief(keys: String) throws {
    for columns in [80, 140] {
      var reading = try Reading(
        library: [("a.md", "# A\n\n[B](https://b.example/).\n")], rows: 40, columns: columns)
      reading.press("Fnosuch<Enter>")
      #expect(said(&reading, keys) == "No brief is listed here", "\(columns)")
      #expect(reading.effects.allSatisfy { if case .copy = $0 { false } else { true } })
    }
  }

  @Test func whatCannotBeReadOrHasNoTextIsNotMarked() throws {
    var reading = try Reading(
      "a.md", "empty.md", "sources.md",
      files: [
        "a.md": Self.plain, "empty.md": "",
        "sources.md": "# S\n\n## Sources\n\n- [One](https://one.example/a)\n",
      ])
    var told: [String: String] = [:]
    for _ in 0..<3 {
      let path = reading.state.list.entry(at: reading.state.briefs.selected).map {
        reading.state.entries[$0].path
      }
      told[path ?? ""] = said(&reading, "M") ?? ""
      reading.press("j")
    }
    let failure = reading.state.entries.compactMap(\.failure).first
    #expect(told["empty.md"] == failure?.description && failure != nil, "\(told)")
    #expect(told["sources.md"] == "There is nothing to mark here", "\(told)")
    #expect(told["a.md"]?.contains("read") == true, "\(told)")
  }

  @Test func filesAreSortedByTheirDatesAlone() throws {
    var reading = try Reading("pilots.md", "wheat.md")
    #expect(
      said(&reading, ":sort date<Enter>")
        == "Files stand in the order of their dates; in a brief :sort sorts its sources")
    reading.press("<Enter>")
    #expect(said(&reading, ":sort date<Enter>") == "Sources are sorted by date")
  }

  @Test(arguments: ["linear x", "messages x", "related 3", "zoom 2", "help open"])
  func aCommandThatTakesNothingSaysSo(line: String) throws {
    let words = line.split(separator: " ")
    #expect(CommandLine(line) == .problem("\(words[0]) takes nothing, not even '\(words[1])'"))
  }

  @Test("What is said to take no number does the same with one", arguments: Command.allCases)
  func numbers(command: Command) throws {
    guard !command.takesNumber else {
      #expect(CommandLine("\(command.rawValue) 3") == .command(command, count: 3))
      return
    }
    func done(_ count: Int?) throws -> [String] {
      var reading = try Reading("pilots.md", "wheat.md", "rice.md", rows: 12, columns: 44)
      reading.press("<Enter>]]<Tab>mj")
      reading.state.count = count
      _ = reading.state.perform(command)
      reading.press("<Up>")
      return reading.screen
    }
    #expect(try done(nil) == done(2))
  }
}
