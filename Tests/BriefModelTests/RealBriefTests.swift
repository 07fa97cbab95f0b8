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
        #expect(starts(rest, citation.form), "\(path):\(citation.line):\(citation.column)")
        if rest.count > 1, rest.first == 0x5B, let word = citation.label.split(separator: " ").first
        {
          let plain = String(decoding: rest.prefix(4096), as: UTF8.self)
          #expect(plain.contains(word.prefix(1)), "\(path):\(citation.line): \(citation.label)")
        }
      }
    }
  }

  /// Whether bytes start as a citation of a form does.
  private func starts(_ bytes: ArraySlice<UInt8>, _ form: Citation.Form) -> Bool {
    guard let first = bytes.first else { return false }
    switch form {
    case .link, .reference: return first == 0x5B
    case .autolink, .html: return first == 0x3C
    case .address: return bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
    case .footnote: return first == 0x5B || first == 0x5E
    case .number:
      // A later one of a group starts with what parts it from the one before: `, 9]`.
      return first == 0x5B || first.isDigit || ",;-".utf8.contains(first)
        || bytes.starts(with: "【".utf8)
        || bytes.starts(with: "\\[".utf8)
    case .digits: return first.isDigit
    case .superscript: return first >= 0x80 || first == 0x3C || first.isDigit
    case .leak: return true
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
