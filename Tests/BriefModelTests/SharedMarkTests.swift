import Testing

@testable import BriefModel

@Suite("Marks that cite several sources, written back")
struct SharedMarkTests {
  private static let both = "https://a.org/1 https://b.org/1"

  @Test(
    "are no marks of one of them, which gets one of its own",
    arguments: [
      (CitationStyle.numbered, "Ore rose.[1]", "1. ", "Tin fell[2] again. Ore rose.[1]"),
      (.footnotes, "Ore rose.[^n]", "[^n]: ", "Tin fell[^s1] again. Ore rose.[^n]"),
      (.footnotes, "Ore rose.[^1]", "[^1]: ", "Tin fell[^2] again. Ore rose.[^1]"),
    ])
  func ownMarks(_ style: CitationStyle, _ mark: String, _ entry: String, _ sentences: String)
    throws
  {
    let text =
      "# T\n\nTin [fell](https://a.org/1) again. \(mark)\n\n## Sources\n\n\(entry)\(Self.both)\n"
    let bytes = Array(text.utf8)
    let written = try WritingTests.write(bytes, style)
    let result = String(decoding: written.bytes, as: UTF8.self)
    #expect(result.contains(sentences), "\(result)")
    #expect(result.contains("\(entry)\(Self.both)\n"), "\(result)")
    #expect(written.notices == [])
    #expect(try WritingTests.differences(bytes, written.bytes) == [])
  }

  @Test("are written where another mark cannot be")
  func besideUnwritable() throws {
    let text =
      "Tin fell.[^1]\n\n<div>Ore[^2] x</div>\n\n[^1]: \(Self.both)\n[^2]: https://c.org/1\n"
    let bytes = Array(text.utf8)
    let written = try WritingTests.write(bytes, .inline)
    let result = String(decoding: written.bytes, as: UTF8.self)
    #expect(
      result.contains("Tin fell. ([a.org](https://a.org/1), [b.org](https://b.org/1))"),
      "\(result)")
    #expect(result.contains("<div>Ore[^2] x</div>"), "\(result)")
    #expect(written.notices.map(\.place.line) == [3])
  }
}
