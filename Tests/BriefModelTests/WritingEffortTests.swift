import Testing

@testable import BriefModel

@Suite("The work of writing a brief back")
struct WritingEffortTests {
  @Test("reads a megabyte of citations once, and a brief as often as it takes")
  func rounds() {
    #expect(Self.reads(of: 1_000_000, citations: 100_000) == 1)
    #expect(Self.reads(of: 1_000_000, citations: 0) == 24)
    #expect(Self.reads(of: 60_000, citations: 300) == 200)
  }

  @Test("composes no text over the limit of what is read")
  func sizes() {
    #expect(Self.reads(of: BriefParser.sizeLimit + 1, citations: 0) == 0)
    #expect(Self.reads(of: BriefParser.sizeLimit, citations: 0) > 0)
  }

  private static func reads(of size: Int, citations: Int) -> Int {
    var effort = Effort()
    var reads = 0
    while effort.mayRead(size, citations: citations) { reads += 1 }
    return reads
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
  }
}
