import BriefModel
import Testing

@testable import Reader

/// What Tab offers behind a command.
@Suite struct CompletionTests {
  private func library() throws -> Reading {
    try Reading(
      library: [("a.md", "# A\n\n2026-03-12\n\nText. [Reuters](https://reuters.com/a)\n")])
  }

  private func offered(_ keys: String, _ reading: inout Reading) -> [String] {
    reading.press(":" + keys + "<Tab>")
    let offered = reading.state.prompt?.completions ?? []
    reading.press("<Esc>")
    return offered
  }

  @Test func ordersAreThoseOfTheListThatTheKeysGoTo() throws {
    var reading = try library()
    let briefs = BriefOrder.allCases.filter { $0 != .rank }.map { "sort " + $0.rawValue }
    #expect(offered("sort ", &reading) == briefs)
    reading.press("<Enter>")
    let sources = SourceOrder.allCases.map { "sort " + $0.rawValue }
    #expect(offered("sort ", &reading) == sources)
    reading.press("hS")
    reading.send(.desk(number: 1, .outlets([], until: nil)))
    #expect(offered("sort ", &reading) == ["sort count", "sort name", "sort newest"])
  }

  @Test func commandsComeBeforeWhatTheyTake() throws {
    var reading = try library()
    #expect(offered("so", &reading) == ["sort", "source", "source-desk", "sources"])
    #expect(offered("group", &reading).first == "group none")
    #expect(!offered("", &reading).contains { $0.contains(" ") })
  }

  @Test func whatAllOfferedLinesBeginWithIsShownOnce() throws {
    var reading = try library()
    reading.press(":theme <Tab>")
    #expect(reading.statusLine.hasPrefix(":theme dawn  dawn  dusk  noon"))
    reading.press("<Esc>:theme d<Tab><Tab>")
    #expect(reading.statusLine.hasPrefix(":theme dusk  dawn  dusk"))
    reading.press("<Esc>:theme<Tab>")
    #expect(reading.statusLine.hasPrefix(":theme dawn  dawn  dusk  noon"))
    reading.press("<Esc>:sour<Tab>")
    #expect(reading.statusLine.hasPrefix(":source  source  source-desk  sources"))
  }

  @Test func aSignTellsThatThereAreMoreThanTheScreenHasRoomFor() throws {
    var reading = try library()
    reading.press(":<Tab>")
    #expect(reading.statusLine.hasSuffix("  …"))
    reading.press("<Esc>:theme <Tab>")
    #expect(reading.statusLine.hasSuffix("noon"))
  }

  @Test("the one that Tab is at is on the screen", arguments: [44, 80, 140])
  func isShown(columns: Int) throws {
    var reading = try Reading("pilots.md", columns: columns)
    reading.press(":")
    let ends = try [CommandLine.names.first, CommandLine.names.last].map { try #require($0) }
    for name in CommandLine.names {
      reading.press("<Tab>")
      #expect(reading.statusLine.hasPrefix(":" + name))
      let offered = reading.statusLine.dropFirst(name.count + 1).split(separator: " ").map(
        String.init)
      #expect(offered.contains(name))
      #expect((offered.first == "…") != offered.contains(ends[0]))
      #expect((offered.last == "…") != offered.contains(ends[1]))
    }
  }

  // MARK: - Queries

  private func filtering() throws -> Reading {
    var options = Options()
    options.queryWords = [
      "title:", "is:", "in:", "OR", "is:unread", "is:read", "after:", "after:today",
    ]
    options.savedQueries = [SavedQuery(name: "Ports", query: "port")]
    return try Reading(library: [("a.md", "# A\n\nText.\n")], options: options)
  }

  @Test(arguments: [
    ("", ["in:Ports", "title:", "is:", "in:", "OR", "after:"]), ("i", ["in:Ports", "is:", "in:"]),
    ("is", ["is:", "is:unread", "is:read"]), ("is:", ["is:unread", "is:read"]),
    ("port -IS:U", ["port -is:unread"]), ("(ti", ["(title:"]), ("\"a is", []), ("nosuch", []),
  ])
  func aFilterIsCompletedFromItsWords(typed: String, offered: [String]) throws {
    var reading = try filtering()
    reading.press("F" + typed + "<Tab>")
    #expect(reading.state.prompt?.completions == offered)
    reading.press("<Esc>:filter " + typed + "<Tab>")
    #expect(reading.state.prompt?.completions == offered.map { "filter " + $0 })
  }

  @Test func whatCannotBeCompletedIsNotPromised() throws {
    var reading = try filtering()
    reading.press("F")
    #expect(reading.statusLine.hasSuffix("after:7d; Tab: more"))
    reading = try library()
    reading.press("F")
    #expect(reading.statusLine.hasSuffix("after:7d"))
  }
}
