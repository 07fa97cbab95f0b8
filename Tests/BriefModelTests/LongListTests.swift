import Testing

@testable import BriefModel

@Suite("Numbers beyond 999")
struct LongListTests {
  private static func brief(
    entries: some Sequence<Int>, _ entry: (Int) -> String = { "[\($0)] https://a.org/\($0)\n\n" }
  ) throws -> Brief {
    let text = """
      # T

      Tin fell [7, 1003]. Iron rose in May [2024]. Zinc.[2025] So.[1001-1003]

      ## Sources


      """
    return try BriefModelTests.brief(text + entries.map(entry).joined())
  }

  @Test(
    "cite where a list has all from 1 on, in whatever form, and years stay text",
    arguments: ["[%] https://a.org/%\n\n", "%. https://a.org/%\n", "- [%] <https://a.org/%>\n"])
  func list(_ form: String) throws {
    let brief = try Self.brief(entries: 1...1003) { form.replacing("%", with: "\($0)") }
    #expect(brief.citations.map(\.label) == ["7", "1003", "1001", "1002", "1003"])
    let paths = brief.citations.map { $0.source.map { brief.sources[$0].url.path } }
    #expect(paths == ["/7", "/1003", "/1001", "/1002", "/1003"])
    #expect(brief.sources.count == 1003)
  }

  @Test("are text where one number is missing")
  func gaps() throws {
    let labels = try Self.brief(entries: [Int](1...499) + [Int](501...2025)).citations.map(\.label)
    #expect(labels == [])
  }

  @Test("are years no longer where a list goes as far")
  func years() throws {
    let brief = try Self.brief(entries: 1...2025)
    #expect(brief.citations.map(\.label).contains("2024"))
  }
}
