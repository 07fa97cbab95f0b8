import Testing

@testable import broadsheet

@Suite("broadsheet show --format markdown --citations")
struct WritingCommandTests {
  @Test("tells twenty places that are left as they are, and counts the others by their reasons")
  func places() throws {
    let desk = try LibraryDesk()
    let headings = (1...25).map { "## https://a.org/\($0)\n\nRain.\n" }.joined(separator: "\n")
    try desk.write("briefs/headings.md", "# T\n\n" + headings)
    let answer = try desk.run(
      "show", "--format", "markdown", "--citations", "numbered",
      "\(desk.path)/briefs/headings.md")
    #expect(answer.output == "# T\n\n" + headings)
    let lines = answer.errors.split(separator: "\n")
    try #require(lines.count == 21)
    #expect(
      lines[0].contains(
        "headings.md:3:4: https://a.org/1: This citation is left as it is: as a number"))
    #expect(lines[20].contains("headings.md: 5 more: This citation is left as it is: as a"))
  }
}
