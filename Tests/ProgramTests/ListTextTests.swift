import BriefLibrary
import BriefModel
import Cells
import Testing

@testable import broadsheet

@Suite("Lists on a terminal, and what is said to a mistyped command")
struct ListTextTests {
  private func row(_ title: String, _ path: String) throws -> ListedBrief {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 13))
    let brief = try BriefParser.parse(
      bytes: Array("# \(title)\n\n## A\n\nText.\n".utf8), path: path, modified: nil, today: today)
    return ListedBrief(
      id: 1, path: path, fingerprint: brief.fingerprint, summary: BriefSummary(brief),
      record: ReadingRecord())
  }

  @Test("give titles the room, and paths one line with the file's name", arguments: [60, 80, 120])
  func columns(columns: Int) throws {
    let folder = "/srv/archive/briefs/of/the/harbour/board/and/its/committees/"
    let rows = [
      try row("Pilots end their strike in the harbour of Rotterdam", folder + "pilots.md"),
      try row("Rail", folder + "rail.md"),
    ]
    var text = ListText(columns: columns)
    let lines = text.lines(of: rows).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns }, "\(lines)")
    #expect(lines[0].hasSuffix("pilots.md") && lines[1].hasSuffix("rail.md"), "\(lines)")
    if columns >= 80 { #expect(lines[0].contains("Pilots end their strike in"), "\(lines)") }
    var piped = ListText(columns: nil)
    #expect(piped.lines(of: rows).contains(folder + "pilots.md"))
  }

  @Test("An empty query is refused, and a list says nothing of numbers that nobody typed")
  func emptyQuery() throws {
    let desk = try LibraryDesk()
    try desk.fill()
    for query in ["", "  "] {
      let answer = try desk.run("search", query)
      #expect(answer.status == 64 && answer.output == "" && answer.errors.contains("empty"))
    }
    #expect(try !desk.run("list", "--help").output.contains("9223372036854775807"))
    #expect(try desk.run("list").output.split(separator: "\n").count == 2)
    #expect(try desk.run("list", "--limit", "-1").status == 64)
  }

  @Test("A folder that is not there is told with what to do, and one file is one file")
  func messages() throws {
    let desk = try LibraryDesk()
    try desk.fill()
    let missing = try desk.run("add", "nofolder")
    #expect(missing.status == 66 && missing.errors.contains("there is no such folder; give"))
    let inner = try desk.run("add", "briefs/deep")
    #expect(inner.status == 0 && inner.output.hasPrefix("briefs/deep: added; its briefs are read"))
    #expect(inner.output.contains("as it lies in \(desk.path)/briefs\n"))
    try desk.write("briefs/one.md", LibraryDesk.brief("One", date: "2026-01-20", text: "New."))
    #expect(try desk.run("index").output == "3 briefs, 1 file read, 0 gone\n")
  }
}
