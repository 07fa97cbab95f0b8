import BriefModel
import Testing

@testable import Reader

@Suite("The order of files that were found in a folder")
struct FileOrderTests {
  private static func brief(_ title: String, _ date: String) -> String {
    "# \(title)\n\n\(date)\n\n## One\n\nText of it.\n"
  }

  private func reading(columns: Int = 80, folders: Bool = true) throws -> Reading {
    try Reading(
      "2026-03-09-a.md", "2026-03-08-b.md", "c.md", "d.md", columns: columns,
      files: [
        "2026-03-09-a.md": Self.brief("Oldest", "2026-01-02"),
        "2026-03-08-b.md": Self.brief("Named", ""),
        "c.md": Self.brief("Newest", "2026-03-11"), "d.md": Self.brief("Undated", ""),
      ], folders: folders)
  }

  private func titles(_ reading: Reading) -> [String] {
    let all = ["Oldest", "Named", "Newest", "Undated"]
    return reading.screen.prefix(8).compactMap { row in all.first { row.contains($0) } }
  }

  @Test func theDatesThatAreShownOrderTheList() throws {
    let reading = try reading()
    #expect(titles(reading) == ["Newest", "Named", "Oldest", "Undated"])
    #expect(reading.state.briefs.selected == 0)
  }

  @Test(arguments: [80, 160]) func aFileThatIsRewrittenTakesItsPlace(columns: Int) throws {
    var reading = try reading(columns: columns)
    reading.press("jj")
    #expect(reading.state.briefs.selected == 2)
    reading.files["2026-03-09-a.md"] = Self.brief("Oldest", "2026-03-12")
    reading.send(.fileChanged(entry: 0))
    #expect(titles(reading) == ["Oldest", "Newest", "Named", "Undated"])
    #expect(reading.state.briefs.selected == 0, "the cursor stays on its brief")
    reading.files["d.md"] = Self.brief("Undated", "2026-03-10")
    reading.send(.fileChanged(entry: 3))
    #expect(titles(reading) == ["Oldest", "Newest", "Undated", "Named"])
    reading.press("j")
    reading.files["c.md"] = Self.brief("Newest", "2026-01-01")
    reading.send(.fileChanged(entry: 2))
    #expect(titles(reading) == ["Oldest", "Undated", "Named", "Newest"])
    #expect(reading.state.briefs.selected == 3)
  }

  @Test func theFirstRowStaysSelectedWhenAnotherComesBeforeIt() throws {
    var reading = try reading()
    reading.files["d.md"] = Self.brief("Undated", "2026-03-13")
    reading.send(.fileChanged(entry: 3))
    #expect(titles(reading).first == "Undated" && reading.state.briefs.selected == 1)
  }

  @Test func filesThatWereNamedStayWhereTheyAreWhenTheyAreRewritten() throws {
    var reading = try reading(folders: false)
    reading.files["d.md"] = Self.brief("Undated", "2026-03-13")
    reading.send(.fileChanged(entry: 3))
    #expect(titles(reading).last == "Undated")
  }

  @Test func filesThatWereNamedStandAsTheyWereNamed() throws {
    #expect(try titles(reading(folders: false)) == ["Oldest", "Named", "Newest", "Undated"])
  }

  @Test func besideTheListTheFirstIsShown() throws {
    let reading = try reading(columns: 160)
    #expect(reading.state.brief?.title == "Newest")
  }

  @Test func rowsMeanTheBriefsThatTheyShow() throws {
    var reading = try reading()
    reading.press("j<Enter>")
    #expect(reading.state.brief?.title == "Named")
    reading.press("J")
    #expect(reading.state.brief?.title == "Oldest")
    reading.press("q")
    #expect(reading.state.briefs.selected == 2)
    reading.press("kM")
    #expect(reading.screen.contains { $0.contains("Named") && $0.contains("0/1") })
  }

  @Test func theCursorStaysOnItsBrief() throws {
    var state = State(paths: ["a.md", "b.md"], folders: [0..<2])
    _ = state.start(rows: 24, columns: 80)
    _ = state.update(.input(.key(.character("j"))))
    try scan(&state, ["2026-01-02", "2026-03-11"])
    #expect(state.list.entry(at: 0) == 1 && state.briefs.selected == 0)
  }

  @Test func whatWasSoughtIsFoundInTheNewOrder() throws {
    var state = State(paths: ["alpha.md", "beta.md", "gamma.md"], folders: [0..<3])
    _ = state.start(rows: 24, columns: 80)
    for key in "/alpha" { _ = state.update(.input(.key(.character(key)))) }
    _ = state.update(.input(.key(.enter)))
    try scan(&state, ["2026-01-02", "2026-03-11", "2026-02-02"])
    #expect(state.list.entry(at: 2) == 0 && state.briefs.selected == 2)
    #expect(state.search?.rows == [2])
  }

  private func scan(_ state: inout State, _ dates: [String]) throws {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 13))
    for (entry, date) in dates.enumerated() {
      let brief = try BriefParser.parse(
        bytes: Array(Self.brief("B\(entry)", date).utf8), path: "x.md", modified: nil, today: today)
      _ = state.update(
        .scanned(
          entry: entry,
          .success(
            ScannedBrief(
              summary: BriefSummary(brief), fingerprint: brief.fingerprint,
              record: ReadingRecord(id: Int64(entry + 1))))))
    }
  }
}
