import Testing

@testable import BriefModel

@Suite("Fingerprints of what is read")
struct FingerprintTests {
  /// As it was defined first: marks that were kept then are of these bytes.
  private static func content(
    _ brief: Brief, _ text: String, citing isIncluded: (Int) -> Bool
  ) -> Fingerprint {
    var bytes = Array(text.utf8)
    for index in brief.citations.indices where isIncluded(index) {
      bytes.append(0)
      guard let source = brief.citations[index].source else { continue }
      bytes += Array(brief.sources[source].url.canonical.utf8)
    }
    return Fingerprint(of: bytes)
  }

  @Test("are what they were, byte by byte", arguments: AllBriefs.paths)
  func bytes(_ path: String) throws {
    let brief = try AllBriefs.read(path).brief
    let texts = brief.sections.map { $0.title + "\n" + $0.blocks.plainText }
    for (index, section) in brief.sections.enumerated() {
      let expected = Self.content(brief, texts[index]) { section.citations.contains($0) }
      #expect(brief.fingerprint(ofSection: index) == expected)
    }
    let lede = Self.content(brief, brief.lede.plainText) { brief.citations[$0].section == nil }
    #expect(brief.fingerprintOfLede == lede)
    let all = ([brief.title, brief.lede.plainText] + texts).joined(separator: "\n\n")
    #expect(brief.fingerprint == Self.content(brief, all) { _ in true })
  }

  @Test("take time linear to the sections of a brief that all cite") func effort() throws {
    let few = try Self.seconds(sections: 500)
    let many = try Self.seconds(sections: 8000)
    #expect(many < 48 * max(few, 0.005), "\(many / few) times as long for 16 times as much")
  }

  @Test("are told apart in time linear to them where all are marked unread") func unmarking() {
    let few = Self.seconds(unmarking: 500)
    let many = Self.seconds(unmarking: 8000)
    #expect(many < 48 * max(few, 0.005), "\(many / few) times as long for 16 times as much")
  }

  /// The time of the processor that it takes to sum a brief of so many sections up.
  private static func seconds(sections count: Int) throws -> Double {
    let sections = (0..<count).map { "## S\($0)\n\nT [1].\n\n" }.joined()
    let text = "# Many\n\n\(sections)## Sources\n\n1. https://example.org/a\n"
    let brief = try BriefParser.parse(
      bytes: Array(text.utf8), path: "many.md", modified: nil, today: RealBriefs.today)
    return least { #expect(BriefSummary(brief).parts.count == count) }
  }

  private static func seconds(unmarking count: Int) -> Double {
    var record = ReadingRecord()
    let parts = (0..<count).map { number in
      BriefSummary.Part(
        id: "s\(number)", section: number, fingerprint: Fingerprint(of: "\(number)".utf8))
    }
    for part in parts { record.readSections[part.id] = part.fingerprint }
    let lede = BriefSummary.Part(
      id: BriefSummary.ledeID, section: nil, fingerprint: Fingerprint(of: [1]))
    record.readSections[lede.id] = lede.fingerprint
    return least {
      let marked = record.marking(parts, of: parts, read: false, lede: lede)
      #expect(marked.count == count + 1)
    }
  }

  private static func least(_ body: () -> Void) -> Double {
    (0..<3).map { _ in
      let began = TrapTests.processorTime
      body()
      return TrapTests.processorTime - began
    }.min() ?? 0
  }
}
