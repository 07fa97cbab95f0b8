import Testing

@testable import broadsheet

@Suite("Arguments that need no parser")
struct PlainArgumentsTests {
  @Test("are those of unread --count, with the words of a query and nothing else")
  func count() {
    #expect(PlainArguments.countedQuery(["unread", "--count"]) == [])
    #expect(
      PlainArguments.countedQuery(["unread", "--count", "in:work", "rail"]) == ["in:work", "rail"])
    for others in [
      [], ["unread"], ["--count", "unread"], ["unread", "--count", "--help"],
      ["unread", "rail", "--count"], ["unread", "--count", "-rail"],
    ] as [[String]] {
      #expect(PlainArguments.countedQuery(others) == nil, "\(others)")
    }
  }

  @Test("answer as those that go through it do") func answers() throws {
    let desk = try LibraryDesk()
    try desk.fill()
    for words in [[], ["rail"], ["title:ports", "OR", "nothing"], ["after:"]] as [[String]] {
      let (plain, parsed) = try (
        desk.run(["unread", "--count"] + words), desk.run(["unread"] + words + ["--count"])
      )
      #expect(plain.output == parsed.output && plain.status == parsed.status)
      #expect(plain.errors == parsed.errors)
    }
  }
}
