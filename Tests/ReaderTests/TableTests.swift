import Testing

@testable import Reader

/// Tables that are wider than the text.
@Suite struct TableTests {
  private static let people = """
    # Contacts

    | Name | Mail | Role | Place | Since | Desk | What they do all day |
    |---|---|---|---|---|---|---|
    | Tao | email:sting/tao@gmail.com | stabilization | Rotterdam | 2019 | harbour | Writes of the pilots and of all that they want from the board |
    | Ann | ann@harbour-board.example | negotiations | Vlissingen | 2021 | council | Reads the minutes |
    """

  @Test func noWordIsBrokenForATableToFit() throws {
    let text = """
      # Ports

      | Port | Programme of the board | What is said of the programme in the minutes of the year |
      |---|---|---|
      | Rotterdam | stabilization of infrastructure | Internationalization is put off until the ferries run again |
      | Vlissingen | stabilization | A word |
      """
    for columns in [60, 80] {
      let reading = try Reading("b.md", columns: columns, files: ["b.md": text])
      for word in ["Rotterdam", "stabilization", "infrastructure", "Internationalization"] {
        #expect(reading.shows(word), "\(word) at \(columns)")
      }
      #expect(reading.shows("│"))
    }
  }

  @Test func aTableThatIsFarTooWideHasALineForEachCell() throws {
    let reading = try Reading("b.md", rows: 40, files: ["b.md": Self.people])
    #expect(reading.shows("Mail: email:sting/tao@gmail.com"))
    #expect(reading.shows("Role: stabilization") && reading.shows("Place: Vlissingen"))
    let name = try #require(reading.screen.firstIndex { $0.contains("Name: Ann") })
    #expect(reading.screen[name - 1] == "")
    #expect(!reading.shows("│"))
  }

  @Test func linksInSuchLinesStayLinks() throws {
    let text = Self.people.replacing(
      "Writes of", with: "Writes in [the Mirror](https://mirror.example/a) of")
    var reading = try Reading("b.md", rows: 40, files: ["b.md": text])
    reading.press("<Tab>o")
    #expect(reading.effects.contains { if case .open = $0 { true } else { false } })
  }

  @Test func aWideTableOfNumbersScrollsSideways() throws {
    let head = (1...12).map { "column\($0)" }.joined(separator: " | ")
    let rule = (1...12).map { _ in "---" }.joined(separator: "|")
    let row = (1...12).map { "\($0)00" }.joined(separator: " | ")
    var reading = try Reading(
      "b.md", files: ["b.md": "# N\n\n| \(head) |\n|\(rule)|\n| \(row) |\n"])
    #expect(reading.shows("column1 │ column2") && reading.shows("›"))
    reading.press("....")
    #expect(!reading.shows("column1 │"))
  }
}
