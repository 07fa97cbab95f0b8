import Testing

@testable import Reader

@Suite("`q` in a list that shows some of the briefs brings all back before it leaves")
struct LeavingListTests {
  private func library() throws -> Reading {
    var options = Options()
    options.savedQueries = [SavedQuery(name: "ports", query: "port")]
    return try Reading(
      library: ["Alpha", "Beta", "Gamma"].map {
        ("/\($0).md", "# \($0)\n\n2026-03-12\n\n## First\n\nA port. [BBC](https://bbc.com/a)\n")
      }, options: options)
  }

  @Test(arguments: [
    "Falpha<Enter>", "vj<Enter>", "Fnowhere<Enter>", "<Enter>:related<Enter>", ":related<Enter>",
    "Falpha<Enter><Enter>q",
  ])
  func ofAQueryOrOfRelatedBriefs(keys: String) throws {
    var reading = try library()
    reading.press(keys)
    #expect(reading.state.list.request?.isWhole == false && reading.state.focus == .briefs)
    reading.press("q")
    #expect(!reading.effects.contains(.quit))
    #expect(reading.state.list.request?.isWhole == true && reading.shows("3 of 3 unread"))
    reading.press("q")
    #expect(reading.effects.last == .quit)
  }
}
