import Testing

@testable import BriefModel

@Suite("The work of writing a brief back")
struct WritingEffortTests {
  @Test("reads a megabyte of citations or entries once, and a brief as often as it takes")
  func rounds() {
    #expect(Self.reads(of: 1_000_000, links: 20_000) == 1)
    #expect(Self.reads(of: 1_000_000, links: 0) == 6)
    #expect(Self.reads(of: 60_000, links: 300) == 50)
    #expect(Self.reads(of: 1_000_000, links: 31_000) == 0)
  }

  @Test("composes no text over the limit of what is read")
  func sizes() {
    #expect(Self.reads(of: BriefParser.sizeLimit + 1, links: 0) == 0)
    #expect(Self.reads(of: BriefParser.sizeLimit, links: 0) > 0)
  }

  @Test("compares sentences in time linear to their citations where many have become one")
  func joinedSentences() throws {
    let few = try Self.seconds(comparing: 1000)
    let many = try Self.seconds(comparing: 8000)
    #expect(many < 24 * max(few, 0.01), "\(many / few) times as long for eight times as much")
  }

  /// The time of the processor that comparing takes: as many sentences of one citation with one of
  /// all of them.
  private static func seconds(comparing count: Int) throws -> Double {
    let parts = (0..<count).map { "Tin [x](https://a.org/\($0 % 7))" }
    let brief = try parse(parts.joined(separator: ". ") + ".\n")
    let text = parts.joined(separator: " and ") + ".\n"
    let other = try parse(text)
    let patched = PatchedText(Array(text.utf8), [])
    var seconds = Double.infinity
    for _ in 0..<3 {
      let began = TrapTests.processorTime
      let likeness = Likeness(
        brief, other, of: patched, forms: brief.citations.map(\.form), added: [])
      seconds = min(seconds, TrapTests.processorTime - began)
      #expect(likeness.citations.count == count)
    }
    return seconds
  }

  private static func parse(_ text: String) throws -> Brief {
    try BriefParser.parse(
      bytes: Array(text.utf8), path: "trap.md", modified: nil, today: RealBriefs.today)
  }

  private static func reads(of size: Int, links: Int) -> Int {
    var effort = Effort()
    var reads = 0
    while effort.mayRead(size, links: links) { reads += 1 }
    return reads
  }

  @Test("reads what a list has got once, however many sections there are")
  func addedOnce() throws {
    let text = (0..<40).map { "## S\($0)\n\nOld tin [x](https://a.org/\($0)) fell.\n" }.joined()
    let brief = try Self.parse(text)
    let other = try Self.parse(text.replacing("tin", with: "nit"))
    let added = ReadBytes(Array("Reuters".utf8))
    let likeness = Likeness(
      brief, other, of: PatchedText(Array(text.utf8), []), forms: brief.citations.map(\.form),
      added: added)
    #expect(likeness.isPerfect)
    #expect(added.reads == 1)
  }

  @Test("seeks the words of an anchor no further than the tag at the end of its mark")
  func openAnchor() throws {
    let labels = try ["Tin</a>", "Tin</b> fell."].map { inside in
      let text = "<a href='https://a.org/'>" + inside
      let brief = try Self.parse(text)
      let citation = try #require(brief.citations.first)
      return MarkParts(citation, LabelMeaning(citation, of: brief), in: Array(text.utf8)).label
    }
    #expect(labels == ["Tin", nil])
  }

  @Test("leaves a text as it is that would be longer than what is read")
  func longText() throws {
    let address = "https://a.org/" + String(repeating: "a", count: 1000)
    let text =
      "# T\n\n" + String(repeating: "Tin fell.[1] ", count: 9000)
      + "\n\n## Sources\n\n1. \(address)\n"
    let written = try WritingTests.write(Array(text.utf8), .inline)
    #expect(written.bytes == Array(text.utf8))
    #expect(written.notices.count == 9000)
    #expect(
      Set(written.notices.map(\.text)) == [
        "This citation is left as it is: as a link, the brief is too long for every way to be tried."
      ])
  }
}
