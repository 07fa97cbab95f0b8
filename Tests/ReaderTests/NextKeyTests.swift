import Testing

@testable import Reader

@Suite("`n` goes through the matches of the pane that has the keys, else to what is unread")
struct NextKeyTests {
  private static func text(_ title: String) -> String {
    "# \(title)\n\n2026-03-12\n\n## First\n\nThe port of \(title).\n\n## Second\n\nThe port again.\n"
  }

  private func library(rows: Int = 24, columns: Int = 80) throws -> Reading {
    try Reading(
      library: ["Alpha", "Beta", "Gamma", "Delta"].map { ("/\($0).md", Self.text($0)) }, rows: rows,
      columns: columns)
  }

  @Test(
    "in the list to the next brief with something unread, whatever was sought in a text",
    arguments: ["Fport<Enter><Enter>qj", "<Enter>/port<Enter>qj", "Fport<Enter><Enter>q<Esc>j"])
  func inTheList(keys: String) throws {
    for columns in [80, 140] {
      var reading = try library(rows: 40, columns: columns)
      reading.press(keys)
      #expect(reading.statusLine.contains("n next unread"))
      reading.press("n")
      #expect(reading.state.focus == .briefs && reading.state.briefs.selected == 2, "\(columns)")
      reading.press("NN")
      #expect(reading.state.focus == .briefs && reading.state.briefs.selected == 0, "\(columns)")
    }
  }

  @Test func inAnEmptyListItOpensNothing() throws {
    var reading = try library()
    reading.press("<Enter>/port<Enter>qFnowhere<Enter>n")
    #expect(reading.state.focus == .briefs && reading.state.list.count == 0)
    #expect(reading.statusLine.contains("No brief is listed here"))
  }

  @Test func backInTheTextItGoesOnWithTheMatches() throws {
    var reading = try library()
    reading.press("<Enter>/port<Enter>q<Enter>n")
    #expect(reading.state.focus == .text && reading.statusLine.hasSuffix("match 2/2"))
  }

  @Test func aListThatWasSearchedSaysThatItGoesToAMatch() throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md")
    #expect(reading.statusLine.contains("n next unread"))
    reading.press("/e<Enter>")
    #expect(reading.statusLine.hasPrefix(" Enter open  n next match"))
    reading.press("<Esc>")
    #expect(reading.statusLine.contains("n next unread"))
  }

  @Test func fromTheSourcesThatWereSearchedTheTextIsReadOn() throws {
    var reading = try Reading("pilots.md")
    reading.press("s/reuters<Enter>")
    #expect(reading.statusLine.contains("n next match"))
    reading.press("sn")
    #expect(reading.state.focus == .text && reading.state.text.section == 0)
  }
}
