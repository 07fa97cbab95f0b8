import Testing

@testable import BriefModel

@Suite("All real briefs", .enabled(if: !RealBriefs.paths.isEmpty, "the real briefs are absent"))
struct RealBriefTests {
  @Test("every web address that md4c finds in a link is among the sources")
  func completeness() throws {
    var refused: [String] = []
    for path in RealBriefs.paths {
      let bytes = RealBriefs.bytes(path)
      let brief = try BriefParser.parse(
        bytes: bytes, path: path, modified: nil, today: RealBriefs.today)
      let known = Set(brief.sources.map(\.url.canonical))
      let start = bytes.withUnsafeBufferPointer { FrontMatter($0, from: 0)?.end ?? 0 }
      for target in SecondOpinion.targets(in: bytes, from: start) {
        guard let url = SourceURL(target) else {
          refused.append(target)
          continue
        }
        #expect(known.contains(url.canonical), "\(path): \(target)")
      }
    }
    // Neither has a host: `>` cannot stand in one.
    #expect(Set(refused) == ["https://chat.openai.com>.", "http://"])
  }

  @Test("every citation stands where its line and column say")
  func places() throws {
    for path in RealBriefs.paths {
      let bytes = RealBriefs.bytes(path)
      let brief = try BriefParser.parse(
        bytes: bytes, path: path, modified: nil, today: RealBriefs.today)
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for citation in brief.citations {
        let rest = lines[citation.line - 1].dropFirst(citation.column - 1)
        let isBracket = rest.first == 0x5B || rest.first == 0x3C
        let isAddress = rest.prefix(4).elementsEqual("http".utf8)
        #expect(isBracket || isAddress, "\(path):\(citation.line):\(citation.column)")
        if rest.count > 1, rest.first == 0x5B, let word = citation.label.split(separator: " ").first
        {
          let plain = String(decoding: rest.prefix(4096), as: UTF8.self)
          #expect(plain.contains(word.prefix(1)), "\(path):\(citation.line): \(citation.label)")
        }
      }
    }
  }

  @Test("no text of any brief holds what the sanitiser takes away")
  func cleanness() throws {
    for path in RealBriefs.paths {
      let brief = try BriefLoader.load(path: path, today: RealBriefs.today)
      let dirty = brief.allTexts.first { !Sanitizer.isClean($0) }
      #expect(dirty == nil, "\(path)")
    }
  }
}
